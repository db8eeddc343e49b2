package oriel.rdp.codec.share;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Set Error Info PDU — MS-RDPBCGR, section 2.2.5.1. The header says that it has no source, so write it with {@link #pdu}.
 *
 * @param errorInfo why the connection is about to end; a code of {@link ErrorInfo}
 */
public record SetErrorInfo(int errorInfo) implements ShareData {
    /** PDUTYPE2_SET_ERROR_INFO_PDU. */
    static final int TYPE = 0x2F;

    static SetErrorInfo decodeFields(WireReader in) {
        in.named("Set Error Info PDU", "MS-RDPBCGR 2.2.5.1.1");
        return new SetErrorInfo(in.i32("errorInfo"));
    }

    /** The PDU of a server, whose pduSource is 0 by the specification. */
    public ShareDataPdu pdu(int shareId) {
        return new ShareDataPdu(0, shareId, ShareDataPdu.STREAM_LOW, this);
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        out.i32(errorInfo);
    }
}
