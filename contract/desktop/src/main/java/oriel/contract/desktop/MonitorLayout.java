package oriel.contract.desktop;

import java.util.List;

/**
 * How the monitors of a client lie, measured from the left upper corner of the rectangle around all of them.
 *
 * @param monitors 1 … {@value #MOST} monitors, exactly one of them primary; in the client's order
 */
public record MonitorLayout(List<Monitor> monitors) {

    /** The most monitors a client has ([MS-RDPEDISP] 2.2.2.2: sixteen). */
    public static final int MOST = 16;

    /** Copies the list and checks it. */
    public MonitorLayout {
        monitors = List.copyOf(monitors);
        if (monitors.isEmpty() || monitors.size() > MOST) {
            throw new IllegalArgumentException(monitors.size() + " monitors, expected 1 … " + MOST);
        }
        if (monitors.stream().filter(Monitor::primary).count() != 1) {
            throw new IllegalArgumentException("a layout has exactly one primary monitor");
        }
    }

    /**
     * The layout of a client with one monitor at the usual scale.
     *
     * @param size extent of its screen
     * @return the layout
     */
    public static MonitorLayout of(Size size) {
        return new MonitorLayout(List.of(Monitor.only(size)));
    }

    /**
     * Extent of the rectangle around all monitors.
     *
     * @return the size, in pixels
     */
    public Size size() {
        int width = monitors.stream()
                .mapToInt(monitor -> monitor.x() + monitor.width())
                .max()
                .orElseThrow();
        int height = monitors.stream()
                .mapToInt(monitor -> monitor.y() + monitor.height())
                .max()
                .orElseThrow();
        return new Size(width, height);
    }

    /**
     * The primary monitor.
     *
     * @return one of {@link #monitors()}
     */
    public Monitor primary() {
        return monitors.stream().filter(Monitor::primary).findFirst().orElseThrow();
    }
}
