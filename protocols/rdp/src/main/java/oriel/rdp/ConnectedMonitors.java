package oriel.rdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import oriel.contract.desktop.Monitor;
import oriel.contract.desktop.MonitorLayout;
import oriel.contract.desktop.Size;
import oriel.rdp.codec.gcc.ClientCoreOptions;
import oriel.rdp.codec.gcc.ClientMonitorData;
import oriel.rdp.codec.gcc.ClientMonitorExtendedData;
import oriel.rdp.codec.gcc.ClientMonitorExtendedData.MonitorAttributes;
import oriel.rdp.codec.gcc.ConferenceCreateRequest;
import oriel.rdp.codec.gcc.MonitorDefinition;

/**
 * The monitors a client connects with ([MS-RDPBCGR] 2.2.1.3.6, 2.2.1.3.10), measured from the left upper corner of the rectangle around
 * them, from where the client measures its pointer as well. A client that names none, or some that cannot be served, has the one
 * of its core data.
 */
final class ConnectedMonitors {

    private static final MonitorAttributes UNKNOWN = new MonitorAttributes(0, 0, 0, 0, 0);

    private ConnectedMonitors() {}

    static MonitorLayout of(ConferenceCreateRequest conference) {
        ClientCoreOptions options = conference.core().options();
        int scale =
                scale(options.desktopScaleFactor(), options.deviceScaleFactor()).orElse(Monitor.USUAL_SCALE);
        return conference
                .block(ClientMonitorData.class)
                .map(ClientMonitorData::monitors)
                .filter(ConnectedMonitors::canBeServed)
                .map(monitors -> layout(monitors, attributes(conference), scale))
                .orElseGet(() -> onlyOne(conference, scale));
    }

    private static MonitorLayout onlyOne(ConferenceCreateRequest conference, int scale) {
        DesktopSize size = DesktopSize.of(conference.core());
        ClientCoreOptions options = conference.core().options();
        boolean known = isPhysical(options.desktopPhysicalWidth(), options.desktopPhysicalHeight());
        return new MonitorLayout(List.of(new Monitor(
                0,
                0,
                size.width(),
                size.height(),
                true,
                scale,
                known ? options.desktopPhysicalWidth() : 0,
                known ? options.desktopPhysicalHeight() : 0)));
    }

    private static List<MonitorAttributes> attributes(ConferenceCreateRequest conference) {
        return conference
                .block(ClientMonitorExtendedData.class)
                .map(ClientMonitorExtendedData::monitors)
                .orElse(List.of());
    }

    /** The right and bottom edges belong to the monitors. */
    private static boolean canBeServed(List<MonitorDefinition> monitors) {
        if (monitors.isEmpty()) {
            return false;
        }
        long left = monitors.stream().mapToLong(MonitorDefinition::left).min().orElseThrow();
        long top = monitors.stream().mapToLong(MonitorDefinition::top).min().orElseThrow();
        long right = monitors.stream().mapToLong(MonitorDefinition::right).max().orElseThrow();
        long bottom =
                monitors.stream().mapToLong(MonitorDefinition::bottom).max().orElseThrow();
        return monitors.stream()
                        .allMatch(monitor -> monitor.left() <= monitor.right() && monitor.top() <= monitor.bottom())
                && DesktopSize.canBeServed(right - left + 1)
                && DesktopSize.canBeServed(bottom - top + 1);
    }

    private static MonitorLayout layout(
            List<MonitorDefinition> definitions, List<MonitorAttributes> attributes, int usualScale) {
        int left = definitions.stream().mapToInt(MonitorDefinition::left).min().orElseThrow();
        int top = definitions.stream().mapToInt(MonitorDefinition::top).min().orElseThrow();
        int primary = primary(definitions);
        var monitors = new ArrayList<Monitor>();
        for (int i = 0; i < definitions.size(); i++) {
            MonitorDefinition definition = definitions.get(i);
            MonitorAttributes more = i < attributes.size() ? attributes.get(i) : UNKNOWN;
            boolean known = isPhysical(more.physicalWidth(), more.physicalHeight());
            monitors.add(new Monitor(
                    definition.left() - left,
                    definition.top() - top,
                    definition.right() - definition.left() + 1,
                    definition.bottom() - definition.top() + 1,
                    i == primary,
                    scale(more.desktopScaleFactor(), more.deviceScaleFactor()).orElse(usualScale),
                    known ? more.physicalWidth() : 0,
                    known ? more.physicalHeight() : 0));
        }
        return new MonitorLayout(monitors);
    }

    /** The first that says so, else the one at the origin, which is the primary one's place (2.2.1.3.6.1), else the first. */
    private static int primary(List<MonitorDefinition> monitors) {
        int atOrigin = 0;
        for (int i = monitors.size() - 1; i >= 0; i--) {
            if (monitors.get(i).left() == 0 && monitors.get(i).top() == 0) {
                atOrigin = i;
            }
        }
        for (int i = 0; i < monitors.size(); i++) {
            if (monitors.get(i).primary()) {
                return i;
            }
        }
        return atOrigin;
    }

    /** Both factors count, or neither (2.2.1.3.2, 2.2.1.3.10.1). */
    static Optional<Integer> scale(int desktopScaleFactor, int deviceScaleFactor) {
        boolean valid = desktopScaleFactor >= Monitor.USUAL_SCALE
                && desktopScaleFactor <= Monitor.LARGEST_SCALE
                && (deviceScaleFactor == 100 || deviceScaleFactor == 140 || deviceScaleFactor == 180);
        return valid ? Optional.of(desktopScaleFactor) : Optional.empty();
    }

    /** Both lengths count, or neither (2.2.1.3.2, 2.2.1.3.10.1). */
    static boolean isPhysical(int width, int height) {
        return width >= 10 && width <= 10_000 && height >= 10 && height <= 10_000;
    }

    /** The desktop that a layout makes up. */
    static DesktopSize size(MonitorLayout layout) {
        Size size = layout.size();
        return new DesktopSize(size.width(), size.height());
    }
}
