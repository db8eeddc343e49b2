package oriel.rdp.codec.displaycontrol;

import java.util.ArrayList;
import java.util.List;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/** A message of the channel {@value #CHANNEL} — MS-RDPEDISP, section 2.2. */
public sealed interface DisplayControlPdu {
    /** Name of the dynamic virtual channel. */
    String CHANNEL = "Microsoft::Windows::RDS::DisplayControl";

    /** Most monitors of a layout. */
    int MAXIMUM_MONITORS = 16;

    /** Longest message, in bytes. */
    int LARGEST = 8 /* header */ + 8 /* MonitorLayoutSize, NumMonitors */ + MAXIMUM_MONITORS * Monitor.SIZE;

    private static int headerSize() {
        return 4 /* Type */ + 4 /* Length */;
    }

    /** Reads a message. */
    static DisplayControlPdu decode(WireReader in) {
        in.named("DISPLAYCONTROL_HEADER", "MS-RDPEDISP 2.2.1.1");
        int type = in.i32("Type");
        int length = in.count(in.u32("Length"), LARGEST, "Length");
        WireReader fields = in.slice(length - headerSize(), "Length");
        return switch (type) {
            case Capabilities.TYPE -> Capabilities.decodeFields(fields);
            case MonitorLayout.TYPE -> MonitorLayout.decodeFields(fields);
            default -> throw in.malformed("Type", "a known type", "0x%08x".formatted(type));
        };
    }

    /** The field Type. */
    int type();

    /** Writes the fields behind the header. */
    void encodeFields(WireWriter out);

    /** Writes the message. */
    default void encode(WireWriter out) {
        int mark = out.size();
        out.i32(type()).i32(0);
        encodeFields(out);
        out.setI32(mark + 4, out.size() - mark);
    }

    /**
     * DISPLAYCONTROL_CAPS_PDU — MS-RDPEDISP, section 2.2.2.1; from the server. The monitors of a layout may have as many pixels together as
     * the product of all three fields.
     *
     * @param maxNumMonitors most monitors
     * @param maxMonitorAreaFactorA factor A
     * @param maxMonitorAreaFactorB factor B
     */
    record Capabilities(int maxNumMonitors, int maxMonitorAreaFactorA, int maxMonitorAreaFactorB)
            implements DisplayControlPdu {
        static final int TYPE = 0x0000_0005;

        static Capabilities decodeFields(WireReader in) {
            in.named("DISPLAYCONTROL_CAPS_PDU", "MS-RDPEDISP 2.2.2.1");
            return new Capabilities(
                    in.i32("MaxNumMonitors"), in.i32("MaxMonitorAreaFactorA"), in.i32("MaxMonitorAreaFactorB"));
        }

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public void encodeFields(WireWriter out) {
            out.i32(maxNumMonitors).i32(maxMonitorAreaFactorA).i32(maxMonitorAreaFactorB);
        }
    }

    /**
     * DISPLAYCONTROL_MONITOR_LAYOUT_PDU — MS-RDPEDISP, section 2.2.2.2; from the client.
     *
     * @param monitors its monitors, at most {@value #MAXIMUM_MONITORS}
     */
    record MonitorLayout(List<Monitor> monitors) implements DisplayControlPdu {
        static final int TYPE = 0x0000_0002;

        /** Copies the list. */
        public MonitorLayout {
            monitors = List.copyOf(monitors);
        }

        static MonitorLayout decodeFields(WireReader in) {
            in.named("DISPLAYCONTROL_MONITOR_LAYOUT_PDU", "MS-RDPEDISP 2.2.2.2");
            int size = in.i32("MonitorLayoutSize");
            if (size != Monitor.SIZE) {
                throw in.malformed("MonitorLayoutSize", Integer.toString(Monitor.SIZE), size);
            }
            int count = in.count(in.u32("NumMonitors"), MAXIMUM_MONITORS, "NumMonitors");
            in.need(count * Monitor.SIZE, "Monitors");
            var monitors = new ArrayList<Monitor>(count);
            for (int i = 0; i < count; i++) {
                monitors.add(Monitor.decode(in));
            }
            return new MonitorLayout(monitors);
        }

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public void encodeFields(WireWriter out) {
            out.i32(Monitor.SIZE).i32(monitors.size());
            monitors.forEach(monitor -> monitor.encode(out));
        }
    }

    /**
     * DISPLAYCONTROL_MONITOR_LAYOUT — MS-RDPEDISP, section 2.2.2.2.1.
     *
     * @param flags {@link #PRIMARY} or 0
     * @param left left edge in pixels, measured from the primary monitor's
     * @param top top edge in pixels, measured from the primary monitor's
     * @param width in pixels, unsigned
     * @param height in pixels, unsigned
     * @param physicalWidth in millimetres, 10 to 10000, or to be ignored
     * @param physicalHeight in millimetres, 10 to 10000, or to be ignored
     * @param orientation 0, 90, 180 or 270 degrees, or to be ignored
     * @param desktopScaleFactor 100 to 500 percent, or to be ignored
     * @param deviceScaleFactor 100, 140 or 180 percent, or to be ignored
     */
    record Monitor(
            int flags,
            int left,
            int top,
            int width,
            int height,
            int physicalWidth,
            int physicalHeight,
            int orientation,
            int desktopScaleFactor,
            int deviceScaleFactor) {
        /** DISPLAYCONTROL_MONITOR_PRIMARY. */
        public static final int PRIMARY = 0x0000_0001;

        /** Size in bytes: ten fields of four. */
        public static final int SIZE = 10 * 4;

        static Monitor decode(WireReader in) {
            return new Monitor(
                    in.i32("Flags"),
                    in.i32("Left"),
                    in.i32("Top"),
                    in.i32("Width"),
                    in.i32("Height"),
                    in.i32("PhysicalWidth"),
                    in.i32("PhysicalHeight"),
                    in.i32("Orientation"),
                    in.i32("DesktopScaleFactor"),
                    in.i32("DeviceScaleFactor"));
        }

        void encode(WireWriter out) {
            out.i32(flags).i32(left).i32(top).i32(width).i32(height);
            out.i32(physicalWidth).i32(physicalHeight).i32(orientation);
            out.i32(desktopScaleFactor).i32(deviceScaleFactor);
        }

        /** Whether this is the primary monitor. */
        public boolean primary() {
            return (flags & PRIMARY) != 0;
        }
    }
}
