package oriel.rdp.codec.channel;

import oriel.wire.WireWriter;

/** Cuts the messages of a static virtual channel into chunks — MS-RDPBCGR, section 3.1.5.2.1. */
public final class Chunks {
    /** CHANNEL_CHUNK_LENGTH: longest chunk unless the peer's Virtual Channel Capability Set allows more. */
    public static final int CHANNEL_CHUNK_LENGTH = 1600;

    private Chunks() {}

    /** How many chunks a message of {@code length} bytes needs; an empty one needs one. */
    public static int count(int length, int chunkLength) {
        checkLengths(length, chunkLength);
        return Math.max(1, (length - 1) / chunkLength + 1);
    }

    /**
     * Writes one chunk with its header.
     *
     * @param out where to
     * @param message the whole message
     * @param offset where the message begins in the array
     * @param length bytes of the message
     * @param chunkLength longest chunk in bytes
     * @param index which chunk, from 0
     * @param showProtocol whether the channel was opened with the option to show the protocol
     */
    public static void write(
            WireWriter out, byte[] message, int offset, int length, int chunkLength, int index, boolean showProtocol) {
        int last = count(length, chunkLength) - 1;
        if (index < 0 || index > last) {
            throw new IndexOutOfBoundsException("no chunk " + index + " of " + (last + 1));
        }
        int flags = (index == 0 ? ChannelPduHeader.FIRST : 0)
                | (index == last ? ChannelPduHeader.LAST : 0)
                | (showProtocol ? ChannelPduHeader.SHOW_PROTOCOL : 0);
        out.i32(length).i32(flags);
        int from = index * chunkLength;
        out.bytes(message, offset + from, Math.min(chunkLength, length - from));
    }

    private static void checkLengths(int length, int chunkLength) {
        if (length < 0 || chunkLength < 1) {
            throw new IllegalArgumentException("no chunks of " + chunkLength + " for " + length + " bytes");
        }
    }
}
