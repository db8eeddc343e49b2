package oriel.server.home;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;

/** The names of this host. */
public final class HostName {

    private static final Path KERNEL = Path.of("/proc/sys/kernel/hostname");

    private HostName() {}

    /**
     * The name without domain; asks the kernel and no name server.
     *
     * @return the name
     */
    public static String plain() {
        try {
            String name = Files.readString(KERNEL).strip();
            return name.isEmpty() ? "localhost" : name.split("\\.")[0];
        } catch (IOException e) {
            return "localhost";
        }
    }

    /**
     * All names that clients may use, for certificates; asks the name server once.
     *
     * @return the names, the plain one first
     */
    public static List<String> all() {
        var names = new LinkedHashSet<String>();
        names.add(plain());
        try {
            String full = InetAddress.getLocalHost().getCanonicalHostName();
            if (full.matches("[A-Za-z0-9.-]+") && !full.matches("[0-9.]+")) {
                names.add(full);
            }
        } catch (UnknownHostException unknown) {
            // the plain name is all there is
            return List.copyOf(names);
        }
        return List.copyOf(names);
    }
}
