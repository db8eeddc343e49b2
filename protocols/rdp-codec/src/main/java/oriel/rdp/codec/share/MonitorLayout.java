package oriel.rdp.codec.share;

import java.util.ArrayList;
import java.util.List;
import oriel.rdp.codec.gcc.ClientMonitorData;
import oriel.rdp.codec.gcc.MonitorDefinition;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Monitor Layout PDU — MS-RDPBCGR, section 2.2.12.1.
 *
 * @param monitors the monitors of the session
 */
public record MonitorLayout(List<MonitorDefinition> monitors) implements ShareData {
    /** PDUTYPE2_MONITOR_LAYOUT_PDU. */
    static final int TYPE = 0x37;

    /** Copies the list. */
    public MonitorLayout {
        monitors = List.copyOf(monitors);
    }

    static MonitorLayout decodeFields(WireReader in) {
        in.named("Monitor Layout PDU", "MS-RDPBCGR 2.2.12.1");
        int count = in.count(in.u32("monitorCount"), ClientMonitorData.MAXIMUM_MONITORS, "monitorCount");
        in.need(count * MonitorDefinition.SIZE, "monitorDefArray");
        var monitors = new ArrayList<MonitorDefinition>(count);
        for (int i = 0; i < count; i++) {
            monitors.add(MonitorDefinition.decode(in));
        }
        return new MonitorLayout(monitors);
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        out.i32(monitors.size());
        monitors.forEach(monitor -> monitor.encode(out));
    }
}
