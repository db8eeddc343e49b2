package oriel.rdp.codec.share;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Set Keyboard Indicators PDU — MS-RDPBCGR, section 2.2.8.2.1.
 *
 * @param unitId 0
 * @param ledFlags {@link #SCROLL_LOCK} and the others
 */
public record SetKeyboardIndicators(int unitId, int ledFlags) implements ShareData {
    /** TS_SYNC_SCROLL_LOCK. */
    public static final int SCROLL_LOCK = 0x0001;

    /** TS_SYNC_NUM_LOCK. */
    public static final int NUM_LOCK = 0x0002;

    /** TS_SYNC_CAPS_LOCK. */
    public static final int CAPS_LOCK = 0x0004;

    /** TS_SYNC_KANA_LOCK. */
    public static final int KANA_LOCK = 0x0008;

    /** PDUTYPE2_SET_KEYBOARD_INDICATORS. */
    static final int TYPE = 0x29;

    static SetKeyboardIndicators decodeFields(WireReader in) {
        in.named("Set Keyboard Indicators PDU", "MS-RDPBCGR 2.2.8.2.1");
        return new SetKeyboardIndicators(in.u16("unitId"), in.u16("ledFlags"));
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        out.u16(unitId).u16(ledFlags);
    }
}
