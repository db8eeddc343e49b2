package oriel.rdp.codec.share;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/** A PDU behind a Share Control Header (TS_SHARECONTROLHEADER) — MS-RDPBCGR, section 2.2.8.1.1.1.1. */
public sealed interface ShareControlPdu permits DemandActive, ConfirmActive, DeactivateAll, ShareDataPdu, FlowPdu {
    /** Size of the header in bytes. */
    int HEADER_SIZE = 2 /* totalLength */ + 2 /* pduType */ + 2 /* pduSource */;

    /** The channel all servers name as the source of their PDUs. */
    int SERVER_CHANNEL_ID = 1002;

    /** Version in the upper twelve bits of pduType. */
    int PROTOCOL_VERSION = 0x10;

    /** Channel identifier of the sender. */
    int pduSource();

    /**
     * Reads the next PDU. An MCS payload may hold several, so call again while bytes remain.
     */
    static ShareControlPdu decode(WireReader in) {
        in.named("Share Control Header", "MS-RDPBCGR 2.2.8.1.1.1.1");
        in.need(2, "totalLength");
        int totalLength = in.peek(0, "totalLength") | in.peek(1, "totalLength") << 8;
        if (totalLength == FlowPdu.MARKER) {
            return FlowPdu.decode(in);
        }
        if (totalLength < HEADER_SIZE || totalLength > in.remaining()) {
            throw in.malformed("totalLength", HEADER_SIZE + " to " + in.remaining(), totalLength);
        }
        WireReader pdu = in.slice(totalLength, "totalLength");
        pdu.skip(2, "totalLength");
        int type = pdu.u16("pduType") & 0x0F;
        int source = pdu.u16("pduSource");
        return switch (type) {
            case DemandActive.TYPE -> DemandActive.decodeFields(pdu, source);
            case ConfirmActive.TYPE -> ConfirmActive.decodeFields(pdu, source);
            case DeactivateAll.TYPE -> DeactivateAll.decodeFields(pdu, source);
            case ShareDataPdu.TYPE -> ShareDataPdu.decodeFields(pdu, source);
            default -> throw pdu.malformed("pduType", "1, 3, 6 or 7", type);
        };
    }

    /** Writes the PDU, header included. */
    void encode(WireWriter out);

    /** Writes a header whose length is not known yet; the answer is for {@link #end}. */
    static int begin(WireWriter out, int type, int source) {
        int mark = out.size();
        out.u16(0).u16(PROTOCOL_VERSION | type).u16(source);
        return mark;
    }

    /** Fills in the length of a PDU begun at {@code mark}. */
    static void end(WireWriter out, int mark) {
        out.setU16(mark, out.size() - mark);
    }
}
