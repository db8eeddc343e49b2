package oriel.rdp.codec.gcc;

import java.util.ArrayList;
import java.util.List;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Client Monitor Extended Data (TS_UD_CS_MONITOR_EX) — MS-RDPBCGR, section 2.2.1.3.9.
 *
 * @param flags reserved, 0
 * @param monitors attributes in the order of {@link ClientMonitorData#monitors}
 */
public record ClientMonitorExtendedData(int flags, List<MonitorAttributes> monitors) implements ClientBlock {
    /** CS_MONITOR_EX. */
    public static final int TYPE = 0xC008;

    /** Copies the list. */
    public ClientMonitorExtendedData {
        monitors = List.copyOf(monitors);
    }

    static ClientMonitorExtendedData decodeFields(WireReader in) {
        in.named("Client Monitor Extended Data", "MS-RDPBCGR 2.2.1.3.9");
        int flags = in.i32("flags");
        int size = in.i32("monitorAttributeSize");
        if (size != MonitorAttributes.SIZE) {
            throw in.malformed("monitorAttributeSize", "20", size);
        }
        int count = in.count(in.u32("monitorCount"), ClientMonitorData.MAXIMUM_MONITORS, "monitorCount");
        in.need(count * MonitorAttributes.SIZE, "monitorAttributesArray");
        var monitors = new ArrayList<MonitorAttributes>(count);
        for (int i = 0; i < count; i++) {
            monitors.add(MonitorAttributes.decode(in));
        }
        return new ClientMonitorExtendedData(flags, monitors);
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        out.i32(flags).i32(MonitorAttributes.SIZE).i32(monitors.size());
        monitors.forEach(monitor -> monitor.encode(out));
    }

    /**
     * Monitor Attributes (TS_MONITOR_ATTRIBUTES) — MS-RDPBCGR, section 2.2.1.3.9.1.
     *
     * @param physicalWidth width in millimetres
     * @param physicalHeight height in millimetres
     * @param orientation 0, 90, 180 or 270 degrees
     * @param desktopScaleFactor 100 to 500 percent
     * @param deviceScaleFactor 100, 140 or 180 percent
     */
    public record MonitorAttributes(
            int physicalWidth, int physicalHeight, int orientation, int desktopScaleFactor, int deviceScaleFactor) {
        static final int SIZE = 4 /* physicalWidth */
                + 4 /* physicalHeight */
                + 4 /* orientation */
                + 4 /* desktopScaleFactor */
                + 4 /* deviceScaleFactor */;

        static MonitorAttributes decode(WireReader in) {
            return new MonitorAttributes(
                    in.i32("physicalWidth"),
                    in.i32("physicalHeight"),
                    in.i32("orientation"),
                    in.i32("desktopScaleFactor"),
                    in.i32("deviceScaleFactor"));
        }

        void encode(WireWriter out) {
            out.i32(physicalWidth).i32(physicalHeight).i32(orientation);
            out.i32(desktopScaleFactor).i32(deviceScaleFactor);
        }
    }
}
