package oriel.rdp.codec.input;

import java.util.ArrayList;
import java.util.List;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/** The events of the Input Event PDU (TS_INPUT_PDU_DATA) — MS-RDPBCGR, section 2.2.8.1.1.3.1: twelve bytes each. */
public final class SlowPathEvents {
    private static final int SIZE = 4 /* eventTime */ + 2 /* messageType */ + 6 /* slowPathInputData */;

    private static final int SYNC = 0x0000;
    private static final int UNUSED = 0x0002;
    private static final int SCANCODE = 0x0004;
    private static final int UNICODE = 0x0005;
    private static final int MOUSE = 0x8001;
    private static final int MOUSEX = 0x8002;
    private static final int MOUSEREL = 0x8004;

    private static final int KBDFLAGS_EXTENDED = 0x0100;
    private static final int KBDFLAGS_EXTENDED1 = 0x0200;
    private static final int KBDFLAGS_RELEASE = 0x8000;

    private SlowPathEvents() {}

    /** Reads the number of events and the events. */
    public static List<InputEvent> decode(WireReader in) {
        in.named("Input Event PDU", "MS-RDPBCGR 2.2.8.1.1.3.1");
        int count = in.u16("numEvents");
        in.skip(2, "pad2Octets");
        in.need(count * SIZE, "slowPathInputEvents");
        var events = new ArrayList<InputEvent>(count);
        for (int i = 0; i < count; i++) {
            in.skip(4, "eventTime");
            int type = in.u16("messageType");
            if (type == UNUSED) {
                in.skip(6, "slowPathInputData");
            } else {
                events.add(event(in, type));
            }
        }
        return List.copyOf(events);
    }

    private static InputEvent event(WireReader in, int type) {
        int first = in.u16("slowPathInputData");
        int second = in.u16("slowPathInputData");
        int third = in.u16("slowPathInputData");
        return switch (type) {
            case SYNC -> new InputEvent.Synchronize(second | third << 16);
            case SCANCODE ->
                new InputEvent.Scancode(
                        second & 0xFF,
                        (first & KBDFLAGS_RELEASE) != 0,
                        (first & KBDFLAGS_EXTENDED) != 0,
                        (first & KBDFLAGS_EXTENDED1) != 0);
            case UNICODE -> new InputEvent.Unicode(second, (first & KBDFLAGS_RELEASE) != 0);
            case MOUSE -> new InputEvent.Mouse(first, second, third);
            case MOUSEX -> new InputEvent.ExtendedMouse(first, second, third);
            case MOUSEREL -> new InputEvent.RelativeMouse(first, (short) second, (short) third);
            default -> throw in.malformed("messageType", "a known type", "0x%04x".formatted(type));
        };
    }

    /** Writes the number of events and the events; the slow path cannot carry a {@link InputEvent.QoeTimestamp}. */
    public static void encode(List<InputEvent> events, WireWriter out) {
        out.u16(events.size()).pad(2);
        for (InputEvent event : events) {
            out.i32(0 /* eventTime */);
            switch (event) {
                case InputEvent.Synchronize(int flags) -> out.u16(SYNC).pad(2).i32(flags);
                case InputEvent.Scancode key ->
                    out.u16(SCANCODE).u16(flags(key)).u16(key.keyCode()).pad(2);
                case InputEvent.Unicode(int code, boolean released) ->
                    out.u16(UNICODE)
                            .u16(released ? KBDFLAGS_RELEASE : 0)
                            .u16(code)
                            .pad(2);
                case InputEvent.Mouse(int flags, int x, int y) ->
                    out.u16(MOUSE).u16(flags).u16(x).u16(y);
                case InputEvent.ExtendedMouse(int flags, int x, int y) ->
                    out.u16(MOUSEX).u16(flags).u16(x).u16(y);
                case InputEvent.RelativeMouse(int flags, int x, int y) ->
                    out.u16(MOUSEREL).u16(flags).i16(x).i16(y);
                case InputEvent.QoeTimestamp(long timestamp) ->
                    throw new IllegalArgumentException("no slow-path form of timestamp " + timestamp);
            }
        }
    }

    private static int flags(InputEvent.Scancode key) {
        return (key.released() ? KBDFLAGS_RELEASE : 0)
                | (key.extended() ? KBDFLAGS_EXTENDED : 0)
                | (key.extended1() ? KBDFLAGS_EXTENDED1 : 0);
    }
}
