package oriel.rdp.codec.input;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/** Fast-Path Input Event (TS_FP_INPUT_EVENT) — MS-RDPBCGR, section 2.2.8.1.2.2: a code of three bits, five flags, and some bytes. */
final class FastPathEvent {
    private static final int CODE_SHIFT = 5;
    private static final int FLAGS_MASK = 0x1F;

    private static final int SCANCODE = 0;
    private static final int MOUSE = 1;
    private static final int MOUSEX = 2;
    private static final int SYNC = 3;
    private static final int UNICODE = 4;
    private static final int MOUSEREL = 5;
    private static final int QOE_TIMESTAMP = 6;

    private static final int KBDFLAGS_RELEASE = 0x01;
    private static final int KBDFLAGS_EXTENDED = 0x02;
    private static final int KBDFLAGS_EXTENDED1 = 0x04;

    private FastPathEvent() {}

    static InputEvent decode(WireReader in) {
        in.named("Fast-Path Input Event", "MS-RDPBCGR 2.2.8.1.2.2");
        int header = in.u8("eventHeader");
        int flags = header & FLAGS_MASK;
        int code = header >> CODE_SHIFT;
        return switch (code) {
            case SCANCODE -> scancode(in, flags);
            case MOUSE -> new InputEvent.Mouse(in.u16("pointerFlags"), in.u16("xPos"), in.u16("yPos"));
            case MOUSEX -> new InputEvent.ExtendedMouse(in.u16("pointerFlags"), in.u16("xPos"), in.u16("yPos"));
            case SYNC -> new InputEvent.Synchronize(flags);
            case UNICODE -> new InputEvent.Unicode(in.u16("unicodeCode"), (flags & KBDFLAGS_RELEASE) != 0);
            case MOUSEREL -> new InputEvent.RelativeMouse(in.u16("pointerFlags"), in.i16("xDelta"), in.i16("yDelta"));
            case QOE_TIMESTAMP -> new InputEvent.QoeTimestamp(in.u32("timestamp"));
            default -> throw in.malformed("eventCode", "0 to 6", code);
        };
    }

    private static InputEvent scancode(WireReader in, int flags) {
        return new InputEvent.Scancode(
                in.u8("keyCode"),
                (flags & KBDFLAGS_RELEASE) != 0,
                (flags & KBDFLAGS_EXTENDED) != 0,
                (flags & KBDFLAGS_EXTENDED1) != 0);
    }

    static void encode(InputEvent event, WireWriter out) {
        switch (event) {
            case InputEvent.Scancode key ->
                out.u8(header(
                                SCANCODE,
                                (key.released() ? KBDFLAGS_RELEASE : 0)
                                        | (key.extended() ? KBDFLAGS_EXTENDED : 0)
                                        | (key.extended1() ? KBDFLAGS_EXTENDED1 : 0)))
                        .u8(key.keyCode());
            case InputEvent.Unicode key ->
                out.u8(header(UNICODE, key.released() ? KBDFLAGS_RELEASE : 0)).u16(key.unicodeCode());
            case InputEvent.Mouse(int flags, int x, int y) ->
                out.u8(header(MOUSE, 0)).u16(flags).u16(x).u16(y);
            case InputEvent.ExtendedMouse(int flags, int x, int y) ->
                out.u8(header(MOUSEX, 0)).u16(flags).u16(x).u16(y);
            case InputEvent.RelativeMouse(int flags, int x, int y) ->
                out.u8(header(MOUSEREL, 0)).u16(flags).i16(x).i16(y);
            case InputEvent.Synchronize(int flags) -> out.u8(header(SYNC, flags & FLAGS_MASK));
            case InputEvent.QoeTimestamp(long timestamp) ->
                out.u8(header(QOE_TIMESTAMP, 0)).u32(timestamp);
        }
    }

    private static int header(int code, int flags) {
        return code << CODE_SHIFT | flags;
    }
}
