package oriel.rdp.codec.channel;

import java.util.Arrays;
import java.util.Optional;
import oriel.wire.Octets;
import oriel.wire.WireReader;

/**
 * Puts the chunks of one static virtual channel together again — MS-RDPBCGR, section 3.1.5.2.2. Memory grows with what has come, not with
 * what is announced, and never beyond the limit. Not for several threads.
 */
public final class Reassembly {
    private static final String NAME = "Virtual Channel PDU";
    private static final String SECTION = "MS-RDPBCGR 2.2.6.1";
    private static final byte[] NOTHING = {};

    private final int limit;
    private byte[] message = NOTHING;
    private int received;
    private int expected;
    private boolean open;

    /**
     * Makes an empty reassembly.
     *
     * @param limit longest message to accept, in bytes
     */
    public Reassembly(int limit) {
        this.limit = limit;
    }

    /**
     * Takes the next chunk, header included.
     *
     * @return the message, when this was its last chunk
     */
    public Optional<Octets> accept(WireReader in) {
        ChannelPduHeader header = ChannelPduHeader.decode(in);
        in.named(NAME, SECTION);
        if (header.has(ChannelPduHeader.COMPRESSED)) {
            throw in.malformed("flags", "an uncompressed chunk", "0x%08x".formatted(header.flags()));
        }
        if (header.has(ChannelPduHeader.FIRST)) {
            begin(in, header);
        } else if (!open) {
            throw in.malformed("flags", "a first chunk", "0x%08x".formatted(header.flags()));
        }
        append(in);
        return header.has(ChannelPduHeader.LAST) ? Optional.of(finish(in)) : Optional.empty();
    }

    private void begin(WireReader in, ChannelPduHeader header) {
        if (open) {
            throw in.malformed("flags", "the chunk after " + received + " bytes", "a first chunk");
        }
        expected = in.count(header.length(), limit, "length");
        received = 0;
        open = true;
    }

    private void append(WireReader in) {
        int length = in.remaining();
        if (length > expected - received) {
            throw in.malformed("virtualChannelData", "at most " + (expected - received), length);
        }
        if (length > message.length - received) {
            message = Arrays.copyOf(message, Math.min(expected, Math.max(2 * message.length, received + length)));
        }
        System.arraycopy(in.array(), in.arrayOffset(), message, received, length);
        in.skip(length, "virtualChannelData");
        received += length;
    }

    private Octets finish(WireReader in) {
        if (received != expected) {
            throw in.malformed("length", Integer.toString(expected), received);
        }
        Octets whole = Octets.of(message, 0, received);
        message = NOTHING;
        open = false;
        return whole;
    }
}
