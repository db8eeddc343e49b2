package oriel.rdp;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import oriel.contract.desktop.Monitor;
import oriel.contract.desktop.MonitorLayout;
import oriel.contract.desktop.Size;
import oriel.rdp.codec.displaycontrol.DisplayControlPdu;

/** The monitors a client asks for on the Display Control channel, checked as [MS-RDPEDISP] 2.2.2.2.1 and 3.1.5.2 demand. */
final class RequestedMonitors {

    private static final int SMALLEST = 200;

    private RequestedMonitors() {}

    /**
     * The layout, measured from the left upper corner of the rectangle around all monitors.
     *
     * @throws IllegalArgumentException if it is none; says why
     */
    static MonitorLayout of(DisplayControlPdu.MonitorLayout pdu) {
        List<DisplayControlPdu.Monitor> monitors = pdu.monitors();
        require(!monitors.isEmpty(), "no monitor");
        monitors.forEach(RequestedMonitors::check);
        require(
                monitors.stream().filter(DisplayControlPdu.Monitor::primary).count() == 1,
                "not exactly one primary monitor");
        int left = least(monitors, DisplayControlPdu.Monitor::left);
        int top = least(monitors, DisplayControlPdu.Monitor::top);
        var layout = new ArrayList<Monitor>();
        for (DisplayControlPdu.Monitor monitor : monitors) {
            layout.add(monitor(monitor, (long) monitor.left() - left, (long) monitor.top() - top));
        }
        checkAgainstEachOther(layout);
        return new MonitorLayout(layout);
    }

    private static int least(List<DisplayControlPdu.Monitor> monitors, ToIntFunction<DisplayControlPdu.Monitor> edge) {
        return monitors.stream().mapToInt(edge).min().orElseThrow();
    }

    private static void check(DisplayControlPdu.Monitor monitor) {
        require(
                monitor.width() >= SMALLEST && monitor.width() <= Size.LARGEST && monitor.width() % 2 == 0,
                "a width of " + Integer.toUnsignedString(monitor.width()) + " pixels");
        require(
                monitor.height() >= SMALLEST && monitor.height() <= Size.LARGEST,
                "a height of " + Integer.toUnsignedString(monitor.height()) + " pixels");
        require(
                !monitor.primary() || (monitor.left() == 0 && monitor.top() == 0),
                "a primary monitor at " + monitor.left() + "," + monitor.top());
    }

    private static Monitor monitor(DisplayControlPdu.Monitor monitor, long x, long y) {
        require(
                x + monitor.width() <= Size.LARGEST && y + monitor.height() <= Size.LARGEST,
                "a desktop larger than " + Size.LARGEST + "x" + Size.LARGEST);
        boolean known = ConnectedMonitors.isPhysical(monitor.physicalWidth(), monitor.physicalHeight());
        return new Monitor(
                (int) x,
                (int) y,
                monitor.width(),
                monitor.height(),
                monitor.primary(),
                ConnectedMonitors.scale(monitor.desktopScaleFactor(), monitor.deviceScaleFactor())
                        .orElse(Monitor.USUAL_SCALE),
                known ? monitor.physicalWidth() : 0,
                known ? monitor.physicalHeight() : 0);
    }

    private static void checkAgainstEachOther(List<Monitor> monitors) {
        for (int i = 0; i < monitors.size(); i++) {
            boolean touches = monitors.size() == 1;
            for (int j = 0; j < monitors.size(); j++) {
                if (i != j) {
                    require(!overlap(monitors.get(i), monitors.get(j)), "monitors that overlap");
                    touches |= touch(monitors.get(i), monitors.get(j));
                }
            }
            require(touches, "a monitor apart from all others");
        }
    }

    private static boolean overlap(Monitor one, Monitor other) {
        return one.x() < other.x() + other.width()
                && other.x() < one.x() + one.width()
                && one.y() < other.y() + other.height()
                && other.y() < one.y() + one.height();
    }

    /** A corner is enough. */
    private static boolean touch(Monitor one, Monitor other) {
        return one.x() <= other.x() + other.width()
                && other.x() <= one.x() + one.width()
                && one.y() <= other.y() + other.height()
                && other.y() <= one.y() + one.height();
    }

    private static void require(boolean holds, String found) {
        if (!holds) {
            throw new IllegalArgumentException(found);
        }
    }
}
