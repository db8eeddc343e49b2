package oriel.desktop.x11.layout;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import oriel.contract.desktop.Monitor;
import oriel.contract.desktop.MonitorLayout;
import oriel.contract.desktop.Size;
import oriel.desktop.x11.client.XConnection;
import oriel.desktop.x11.extension.RandR;

/** Makes the client's monitors known to programs: {@code ORIEL-1}, {@code ORIEL-2} … */
final class Monitors {

    private static final String NAME = "ORIEL-";
    private static final int USUAL_DPI = 96;

    private final XConnection connection;
    private final RandR randr;
    private final List<Integer> made = new ArrayList<>();

    Monitors(XConnection connection, RandR randr) {
        this.connection = connection;
        this.randr = randr;
    }

    static int dpi(Monitor monitor) {
        return Math.round(USUAL_DPI * monitor.scale() / 100F);
    }

    /**
     * Sets them in place of those that were there.
     *
     * @param size   extent of the screen; what of a monitor lies outside is cut off
     * @param output the output the first monitor stands for, whose own monitor disappears
     */
    void apply(MonitorLayout layout, Size size, Optional<Integer> output) throws IOException {
        // Setting one anew under a name that is there fails when it has other company than before (X.Org 21.1).
        made.forEach(name -> connection.send(randr.deleteMonitor(connection.root(), name)));
        made.clear();
        int number = 0;
        for (Monitor monitor : layout.monitors()) {
            number++;
            int width = Math.min(monitor.width(), size.width() - monitor.x());
            int height = Math.min(monitor.height(), size.height() - monitor.y());
            if (width > 0 && height > 0) {
                int name = connection.atom(NAME + number);
                List<Integer> outputs = made.isEmpty() ? output.stream().toList() : List.of();
                connection.send(randr.setMonitor(
                        connection.root(),
                        new RandR.Monitor(
                                name,
                                monitor.primary(),
                                monitor.x(),
                                monitor.y(),
                                width,
                                height,
                                Extents.millimetres(width, dpi(monitor)),
                                Extents.millimetres(height, dpi(monitor)),
                                outputs)));
                made.add(name);
            }
        }
    }
}
