package oriel.rdp.codec.channel;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Channel PDU Header (CHANNEL_PDU_HEADER) — MS-RDPBCGR, section 2.2.6.1.1.
 *
 * @param length bytes of the whole message, all its chunks together; 0 to 4294967295
 * @param flags {@link #FIRST} and the others
 */
public record ChannelPduHeader(long length, int flags) {
    /** CHANNEL_FLAG_FIRST: the chunk is the first of its message. */
    public static final int FIRST = 0x0000_0001;

    /** CHANNEL_FLAG_LAST: the chunk is the last of its message. */
    public static final int LAST = 0x0000_0002;

    /** CHANNEL_FLAG_SHOW_PROTOCOL: the header goes to the application. */
    public static final int SHOW_PROTOCOL = 0x0000_0010;

    /** CHANNEL_FLAG_SUSPEND: all channels are to pause. */
    public static final int SUSPEND = 0x0000_0020;

    /** CHANNEL_FLAG_RESUME: all channels go on. */
    public static final int RESUME = 0x0000_0040;

    /** CHANNEL_FLAG_SHADOW_PERSISTENT. */
    public static final int SHADOW_PERSISTENT = 0x0000_0080;

    /** CHANNEL_PACKET_COMPRESSED: the chunk is compressed. */
    public static final int COMPRESSED = 0x0020_0000;

    /** CHANNEL_PACKET_AT_FRONT. */
    public static final int AT_FRONT = 0x0040_0000;

    /** CHANNEL_PACKET_FLUSHED. */
    public static final int FLUSHED = 0x0080_0000;

    /** Size in bytes. */
    public static final int SIZE = 4 /* length */ + 4 /* flags */;

    /** Whether a flag is set. */
    public boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /** Reads the header; the chunk's data is what is left. */
    public static ChannelPduHeader decode(WireReader in) {
        in.named("Channel PDU Header", "MS-RDPBCGR 2.2.6.1.1");
        return new ChannelPduHeader(in.u32("length"), in.i32("flags"));
    }

    /** Writes the header. */
    public void encode(WireWriter out) {
        out.u32(length).i32(flags);
    }
}
