package oriel.rdp.codec.capability;

import oriel.wire.FixedText;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Input Capability Set (TS_INPUT_CAPABILITYSET) — MS-RDPBCGR, section 2.2.7.1.6.
 *
 * @param inputFlags {@link #SCANCODES} and the others
 * @param keyboardLayout active input locale identifier of the client
 * @param keyboardType as in Client Core Data
 * @param keyboardSubType as in Client Core Data
 * @param keyboardFunctionKey number of function keys
 * @param imeFileName file name of the input method editor, at most 31 characters
 */
public record InputCapability(
        int inputFlags,
        int keyboardLayout,
        int keyboardType,
        int keyboardSubType,
        int keyboardFunctionKey,
        String imeFileName)
        implements CapabilitySet {
    /** CAPSTYPE_INPUT. */
    public static final int TYPE = 0x000D;

    /** INPUT_FLAG_SCANCODES, mandatory. */
    public static final int SCANCODES = 0x0001;

    /** INPUT_FLAG_MOUSEX: extended mouse events. */
    public static final int MOUSEX = 0x0004;

    /** INPUT_FLAG_FASTPATH_INPUT: fast-path input of RDP 5.0 and 5.1. */
    public static final int FASTPATH_INPUT = 0x0008;

    /** INPUT_FLAG_UNICODE: Unicode keyboard events. */
    public static final int UNICODE = 0x0010;

    /** INPUT_FLAG_FASTPATH_INPUT2: fast-path input since RDP 5.2. */
    public static final int FASTPATH_INPUT2 = 0x0020;

    /** INPUT_FLAG_MOUSE_RELATIVE: relative mouse events. */
    public static final int MOUSE_RELATIVE = 0x0080;

    /** TS_INPUT_FLAG_MOUSE_HWHEEL: horizontal wheel. */
    public static final int MOUSE_HWHEEL = 0x0100;

    /** TS_INPUT_FLAG_QOE_TIMESTAMPS. */
    public static final int QOE_TIMESTAMPS = 0x0200;

    static InputCapability decodeFields(WireReader in) {
        in.named("Input Capability Set", "MS-RDPBCGR 2.2.7.1.6");
        int inputFlags = in.u16("inputFlags");
        in.skip(2, "pad2octetsA");
        int keyboardLayout = in.i32("keyboardLayout");
        int keyboardType = in.i32("keyboardType");
        int keyboardSubType = in.i32("keyboardSubType");
        int keyboardFunctionKey = in.i32("keyboardFunctionKey");
        String imeFileName = FixedText.utf16(in, 64, "imeFileName");
        return new InputCapability(
                inputFlags, keyboardLayout, keyboardType, keyboardSubType, keyboardFunctionKey, imeFileName);
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        out.u16(inputFlags)
                .pad(2)
                .i32(keyboardLayout)
                .i32(keyboardType)
                .i32(keyboardSubType)
                .i32(keyboardFunctionKey);
        FixedText.utf16(out, imeFileName, 64);
    }
}
