package oriel.desktop.x11.layout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import oriel.desktop.x11.client.Atom;
import oriel.desktop.x11.client.Property;
import oriel.desktop.x11.client.XConnection;
import oriel.wire.Octets;

/**
 * How large text is: {@code Xft.dpi} among the resources of the root window, where xrdb(1) puts them too and toolkits look. What else is
 * there stays.
 */
final class FontScale {

    private static final int MOST = 1024 * 1024;
    private static final String NAME = "Xft.dpi";

    private final XConnection connection;

    FontScale(XConnection connection) {
        this.connection = connection;
    }

    void apply(int dpi) throws IOException {
        Property present = connection.ask(Property.Get.all(connection.root(), Atom.RESOURCE_MANAGER, MOST));
        if (present.after() != 0) {
            return; // nobody has so many; better leave them than lose some
        }
        String before = new String(present.value().toArray(), StandardCharsets.ISO_8859_1);
        String after = merge(before, dpi);
        if (!after.equals(before)) {
            connection.send(Property.Change.bytes(
                    connection.root(),
                    Atom.RESOURCE_MANAGER,
                    Atom.STRING,
                    Octets.of(after.getBytes(StandardCharsets.ISO_8859_1))));
        }
    }

    /** The resources with another resolution. */
    static String merge(String resources, int dpi) {
        String line = NAME + ":\t" + dpi;
        Stream<String> lines = resources.lines().filter(other -> !isResolution(other));
        return Stream.concat(lines, Stream.of(line)).collect(Collectors.joining("\n", "", "\n"));
    }

    private static boolean isResolution(String line) {
        int colon = line.indexOf(':');
        return colon >= 0 && line.substring(0, colon).strip().equals(NAME);
    }
}
