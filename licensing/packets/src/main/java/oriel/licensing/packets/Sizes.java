package oriel.licensing.packets;

import oriel.wire.Octets;

/** Fields of fixed size that come in as values. */
final class Sizes {
    /** Size of every MACData field. */
    static final int MAC = 16;

    private Sizes() {}

    static void check(Octets octets, int size, String field) {
        if (octets.length() != size) {
            throw new IllegalArgumentException("%s has %d bytes, not %d".formatted(field, octets.length(), size));
        }
    }
}
