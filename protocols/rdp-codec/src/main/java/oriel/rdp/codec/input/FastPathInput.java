package oriel.rdp.codec.input;

import java.util.ArrayList;
import java.util.List;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Client Fast-Path Input Event PDU (TS_FP_INPUT_PDU) — MS-RDPBCGR, section 2.2.8.1.2.
 *
 * @param events what the user did, 1 to {@link #MOST_EVENTS} events in their order
 */
public record FastPathInput(List<InputEvent> events) {
    /** Most events of one PDU. */
    public static final int MOST_EVENTS = 255;

    private static final String NAME = "Fast-Path Input Event PDU";
    private static final String SECTION = "MS-RDPBCGR 2.2.8.1.2";
    private static final int ACTION_MASK = 0x03;
    private static final int NUM_EVENTS_SHIFT = 2;
    private static final int NUM_EVENTS_MASK = 0x0F;
    private static final int ENCRYPTION_FLAGS = 0xC0;
    private static final int LONG_FORM = 0x80;

    /** Copies the list. */
    public FastPathInput {
        events = List.copyOf(events);
        if (events.isEmpty() || events.size() > MOST_EVENTS) {
            throw new IllegalArgumentException("not 1 to 255 events: " + events.size());
        }
    }

    /** Reads a whole PDU, its header included. */
    public static FastPathInput decode(WireReader in) {
        in.named(NAME, SECTION);
        int whole = in.remaining();
        int header = in.peek(0, "fpInputHeader");
        if ((header & ACTION_MASK) != 0 || (header & ENCRYPTION_FLAGS) != 0) {
            throw in.malformed("fpInputHeader", "action 0 and no encryption", "0x%02x".formatted(header));
        }
        in.skip(1, "fpInputHeader");
        length(in, whole);
        int count = header >> NUM_EVENTS_SHIFT & NUM_EVENTS_MASK;
        if (count == 0) {
            count = in.u8("numEvents");
        }
        if (count == 0) {
            throw in.malformed("numEvents", "1 to 255", 0);
        }
        var events = new ArrayList<InputEvent>(count);
        for (int i = 0; i < count; i++) {
            events.add(FastPathEvent.decode(in));
        }
        in.named(NAME, SECTION).expectEnd();
        return new FastPathInput(events);
    }

    /** One byte, or two with the highest bit set; Windows and others use the long form for short PDUs, too. */
    private static void length(WireReader in, int whole) {
        int length = in.peek(0, "length1");
        int size = 1;
        if ((length & LONG_FORM) != 0) {
            length = (length & ~LONG_FORM) << 8 | in.peek(1, "length2");
            size = 2;
        }
        if (length != whole) {
            throw in.malformed("length1", Integer.toString(whole), length);
        }
        in.skip(size, "length1");
    }

    /** Writes the PDU with the shortest header. */
    public void encode(WireWriter out) {
        int mark = out.size();
        boolean few = events.size() <= NUM_EVENTS_MASK;
        out.u8(few ? events.size() << NUM_EVENTS_SHIFT : 0).u8(0 /* length1 */);
        if (!few) {
            out.u8(events.size());
        }
        events.forEach(event -> FastPathEvent.encode(event, out));
        int length = out.size() - mark;
        if (length < LONG_FORM) {
            out.setU8(mark + 1, length);
        } else {
            out.insert(mark + 1, 1).setU16be(mark + 1, (LONG_FORM << 8) | (length + 1));
        }
    }
}
