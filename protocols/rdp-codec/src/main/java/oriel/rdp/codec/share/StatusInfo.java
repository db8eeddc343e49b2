package oriel.rdp.codec.share;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Status Info PDU — MS-RDPBCGR, section 2.2.5.2.
 *
 * @param statusCode {@link #FINDING_DESTINATION} and the others; what happens while a machine is made ready for the user
 */
public record StatusInfo(int statusCode) implements ShareData {
    /** TS_STATUS_FINDING_DESTINATION. */
    public static final int FINDING_DESTINATION = 0x0401;

    /** TS_STATUS_LOADING_DESTINATION. */
    public static final int LOADING_DESTINATION = 0x0402;

    /** TS_STATUS_BRINGING_SESSION_ONLINE. */
    public static final int BRINGING_SESSION_ONLINE = 0x0403;

    /** TS_STATUS_REDIRECTING_TO_DESTINATION. */
    public static final int REDIRECTING_TO_DESTINATION = 0x0404;

    /** TS_STATUS_VM_LOADING. */
    public static final int VM_LOADING = 0x0501;

    /** TS_STATUS_VM_WAKING. */
    public static final int VM_WAKING = 0x0502;

    /** TS_STATUS_VM_STARTING. */
    public static final int VM_STARTING = 0x0503;

    /** PDUTYPE2_STATUS_INFO_PDU. */
    static final int TYPE = 0x36;

    static StatusInfo decodeFields(WireReader in) {
        in.named("Status Info PDU", "MS-RDPBCGR 2.2.5.2");
        return new StatusInfo(in.i32("statusCode"));
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        out.i32(statusCode);
    }
}
