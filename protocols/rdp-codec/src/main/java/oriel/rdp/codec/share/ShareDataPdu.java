package oriel.rdp.codec.share;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * A PDU behind a Share Data Header (TS_SHAREDATAHEADER) — MS-RDPBCGR, section 2.2.8.1.1.1.2.
 *
 * @param pduSource channel identifier of the sender
 * @param shareId identifier of the share
 * @param streamId {@link #STREAM_LOW} and the others
 * @param data what the PDU says
 */
public record ShareDataPdu(int pduSource, int shareId, int streamId, ShareData data) implements ShareControlPdu {
    /** STREAM_UNDEFINED. */
    public static final int STREAM_UNDEFINED = 0;

    /** STREAM_LOW. */
    public static final int STREAM_LOW = 1;

    /** STREAM_MED. */
    public static final int STREAM_MED = 2;

    /** STREAM_HI. */
    public static final int STREAM_HI = 4;

    /** Size of share control and share data header in bytes. */
    public static final int HEADER_SIZE = ShareControlPdu.HEADER_SIZE
            + 4 /* shareId */
            + 1 /* pad1 */
            + 1 /* streamId */
            + 2 /* uncompressedLength */
            + 1 /* pduType2 */
            + 1 /* compressedType */
            + 2 /* compressedLength */;

    static final int TYPE = 0x7;

    /** uncompressedLength counts from pduType2 on. */
    private static final int UNCOUNTED = HEADER_SIZE - 4;

    private static final int UNCOMPRESSED_LENGTH_AT = UNCOUNTED - 2;
    private static final int PACKET_COMPRESSED = 0x20;

    /** A PDU of the server. */
    public ShareDataPdu(int shareId, ShareData data) {
        this(SERVER_CHANNEL_ID, shareId, STREAM_LOW, data);
    }

    static ShareDataPdu decodeFields(WireReader in, int source) {
        in.named("Share Data Header", "MS-RDPBCGR 2.2.8.1.1.1.2");
        int shareId = in.i32("shareId");
        in.skip(1, "pad1");
        int streamId = in.u8("streamId");
        in.skip(2, "uncompressedLength"); // Peers disagree whether the headers count; totalLength says it all.
        int type = in.u8("pduType2");
        int compressedType = in.peek(0, "compressedType");
        if ((compressedType & PACKET_COMPRESSED) != 0) {
            throw in.malformed("compressedType", "an uncompressed PDU", "0x%02x".formatted(compressedType));
        }
        in.skip(1, "compressedType");
        in.skip(2, "compressedLength");
        return new ShareDataPdu(source, shareId, streamId, ShareData.decode(in, type));
    }

    /**
     * Writes both headers of a server's PDU whose contents follow; nothing is copied.
     *
     * @return the mark for {@link #end}
     */
    public static int begin(WireWriter out, int shareId, int type) {
        return begin(out, SERVER_CHANNEL_ID, shareId, STREAM_LOW, type);
    }

    private static int begin(WireWriter out, int source, int shareId, int streamId, int type) {
        int mark = ShareControlPdu.begin(out, TYPE, source);
        out.i32(shareId).pad(1).u8(streamId).u16(0 /* uncompressedLength */);
        out.u8(type).u8(0 /* compressedType */).u16(0 /* compressedLength */);
        return mark;
    }

    /** Fills in the lengths of a PDU begun at {@code mark}. */
    public static void end(WireWriter out, int mark) {
        out.setU16(mark + UNCOMPRESSED_LENGTH_AT, out.size() - mark - UNCOUNTED);
        ShareControlPdu.end(out, mark);
    }

    @Override
    public void encode(WireWriter out) {
        int mark = begin(out, pduSource, shareId, streamId, data.type());
        data.encodeFields(out);
        end(out, mark);
    }
}
