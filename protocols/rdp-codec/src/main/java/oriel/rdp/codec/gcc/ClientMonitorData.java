package oriel.rdp.codec.gcc;

import java.util.ArrayList;
import java.util.List;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Client Monitor Data (TS_UD_CS_MONITOR) — MS-RDPBCGR, section 2.2.1.3.6.
 *
 * @param flags reserved, 0
 * @param monitors the client's monitors, at most {@link #MAXIMUM_MONITORS}
 */
public record ClientMonitorData(int flags, List<MonitorDefinition> monitors) implements ClientBlock {
    /** CS_MONITOR. */
    public static final int TYPE = 0xC005;

    /** Most monitors a client may have. */
    public static final int MAXIMUM_MONITORS = 16;

    /** Copies the list. */
    public ClientMonitorData {
        monitors = List.copyOf(monitors);
    }

    static ClientMonitorData decodeFields(WireReader in) {
        in.named("Client Monitor Data", "MS-RDPBCGR 2.2.1.3.6");
        int flags = in.i32("flags");
        int count = in.count(in.u32("monitorCount"), MAXIMUM_MONITORS, "monitorCount");
        in.need(count * MonitorDefinition.SIZE, "monitorDefArray");
        var monitors = new ArrayList<MonitorDefinition>(count);
        for (int i = 0; i < count; i++) {
            monitors.add(MonitorDefinition.decode(in));
        }
        return new ClientMonitorData(flags, monitors);
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        out.i32(flags).i32(monitors.size());
        monitors.forEach(monitor -> monitor.encode(out));
    }
}
