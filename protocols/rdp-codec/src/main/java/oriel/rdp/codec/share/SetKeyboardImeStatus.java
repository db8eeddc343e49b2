package oriel.rdp.codec.share;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Set Keyboard IME Status PDU — MS-RDPBCGR, section 2.2.8.2.2.
 *
 * @param unitId 0
 * @param imeState whether the input method editor is open
 * @param imeConvMode how it converts
 */
public record SetKeyboardImeStatus(int unitId, int imeState, int imeConvMode) implements ShareData {
    /** PDUTYPE2_SET_KEYBOARD_IME_STATUS. */
    static final int TYPE = 0x2D;

    static SetKeyboardImeStatus decodeFields(WireReader in) {
        in.named("Set Keyboard IME Status PDU", "MS-RDPBCGR 2.2.8.2.2");
        return new SetKeyboardImeStatus(in.u16("unitId"), in.i32("imeState"), in.i32("imeConvMode"));
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        out.u16(unitId).i32(imeState).i32(imeConvMode);
    }
}
