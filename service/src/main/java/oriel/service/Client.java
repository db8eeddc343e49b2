package oriel.service;

import java.util.Locale;
import oriel.contract.desktop.ClientView;
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

    static Client of(ClientData data, ClientMonitors monitors, Locale fallback) {
        return new Client(data, monitors, ClientViews.of(data, fallback));
    }

    /** Name and address for show. */
    String text() {
        if (data.clientName().isEmpty() || data.clientAddress().isEmpty()) {
            return data.clientName() + data.clientAddress();
        }
        return data.clientName() + " (" + data.clientAddress() + ")";
    }
}
