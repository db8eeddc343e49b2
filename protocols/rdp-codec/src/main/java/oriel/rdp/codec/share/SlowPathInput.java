package oriel.rdp.codec.share;

import java.util.List;
import oriel.rdp.codec.input.InputEvent;
import oriel.rdp.codec.input.SlowPathEvents;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Client Input Event PDU (TS_INPUT_PDU) — MS-RDPBCGR, section 2.2.8.1.1.3.
 *
 * @param events what the user did, in order; events of the type "unused" are left out
 */
public record SlowPathInput(List<InputEvent> events) implements ShareData {
    /** PDUTYPE2_INPUT. */
    static final int TYPE = 0x1C;

    /** Copies the list. */
    public SlowPathInput {
        events = List.copyOf(events);
    }

    static SlowPathInput decodeFields(WireReader in) {
        return new SlowPathInput(SlowPathEvents.decode(in));
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        SlowPathEvents.encode(events, out);
    }
}
