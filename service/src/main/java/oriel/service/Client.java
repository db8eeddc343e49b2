package oriel.service;

import java.util.Locale;
import java.util.Optional;
import oriel.contract.desktop.ClientView;
import oriel.contract.desktop.MonitorLayout;
import oriel.contract.protocol.ClientData;
import oriel.contract.protocol.ClientMonitors;

/**
 * A client as it has described itself.
 *
 * @param data     what {@code GetClientData} answered
 * @param monitors what {@code GetClientMonitorData} answered
 * @param view     what scenes must know of it
 */
record Client(ClientData data, ClientMonitors monitors, ClientView view) {

    static Client of(ClientData data, ClientMonitors monitors, Optional<MonitorLayout> layout, Locale fallback) {
        ClientView view = ClientViews.of(data, fallback);
        return new Client(data, monitors, layout.map(view::with).orElse(view));
    }

    /** The same client with other monitors. */
    Client with(MonitorLayout layout) {
        int primary = layout.monitors().indexOf(layout.primary());
        return new Client(data, new ClientMonitors(layout.monitors().size(), primary), view.with(layout));
    }

    /** Name and address for show. */
    String text() {
        if (data.clientName().isEmpty() || data.clientAddress().isEmpty()) {
            return data.clientName() + data.clientAddress();
        }
        return data.clientName() + " (" + data.clientAddress() + ")";
    }
}
