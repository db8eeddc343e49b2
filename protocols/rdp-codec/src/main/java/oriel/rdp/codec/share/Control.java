package oriel.rdp.codec.share;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Control PDU — MS-RDPBCGR, section 2.2.1.15.
 *
 * @param action {@link #REQUEST_CONTROL} and the others
 * @param grantId in {@link #GRANTED_CONTROL} the user's channel identifier, else 0
 * @param controlId in {@link #GRANTED_CONTROL} the server's channel identifier, else 0
 */
public record Control(int action, int grantId, int controlId) implements ShareData {
    /** CTRLACTION_REQUEST_CONTROL. */
    public static final int REQUEST_CONTROL = 1;

    /** CTRLACTION_GRANTED_CONTROL. */
    public static final int GRANTED_CONTROL = 2;

    /** CTRLACTION_DETACH. */
    public static final int DETACH = 3;

    /** CTRLACTION_COOPERATE. */
    public static final int COOPERATE = 4;

    /** PDUTYPE2_CONTROL. */
    static final int TYPE = 0x14;

    static Control decodeFields(WireReader in) {
        in.named("Control PDU", "MS-RDPBCGR 2.2.1.15");
        return new Control(in.u16("action"), in.u16("grantId"), in.i32("controlId"));
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        out.u16(action).u16(grantId).i32(controlId);
    }
}
