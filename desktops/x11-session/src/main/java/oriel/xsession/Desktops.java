package oriel.xsession;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds desktops: the ones we know by their programs, and whatever else the host lists for its logon screens
 * (Desktop Entry Specification, in {@code /usr/share/xsessions}).
 */
public final class Desktops {

    private static final Logger LOG = LoggerFactory.getLogger(Desktops.class);
    private static final Path LISTED = Path.of("/usr/share/xsessions");
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._+-]{0,63}");
    private static final int LARGEST_ENTRY = 1 << 16;

    /** A desktop we know: ids of its entries, and the programs that start it, the best first. */
    private record Known(String id, String name, String tag, List<String> entries, List<String> commands) {}

    /** In the order in which they are taken where nobody says which. */
    private static final List<Known> KNOWN = List.of(
            new Known("xfce", "Xfce", "XFCE", List.of("xfce"), List.of("startxfce4", "xfce4-session")),
            new Known("mate", "MATE", "MATE", List.of("mate"), List.of("mate-session")),
            new Known("cinnamon", "Cinnamon", "X-Cinnamon", List.of("cinnamon"), List.of("cinnamon-session")),
            new Known("lxqt", "LXQt", "LXQt", List.of("lxqt"), List.of("startlxqt")),
            new Known(
                    "plasma",
                    "KDE Plasma",
                    "KDE",
                    List.of("plasma", "plasmax11", "plasma-x11"),
                    List.of("startplasma-x11")),
            new Known("lxde", "LXDE", "LXDE", List.of("lxde"), List.of("startlxde")),
            new Known("icewm", "IceWM", "ICEWM", List.of("icewm-session", "icewm"), List.of("icewm-session", "icewm")),
            new Known("fluxbox", "Fluxbox", "Fluxbox", List.of("fluxbox"), List.of("startfluxbox", "fluxbox")),
            new Known("openbox", "Openbox", "Openbox", List.of("openbox"), List.of("openbox-session", "openbox")),
            new Known("i3", "i3", "i3", List.of("i3"), List.of("i3")),
            new Known("xterm", "Terminal", "", List.of(), List.of("xterm -maximized -fa Monospace -fs 11")));

    /** Need a graphics card and a systemd of the user; asked for by name they are tried. */
    private static final Pattern LAST_RESORT =
            Pattern.compile("gnome.*|ubuntu.*|.*wayland.*|.*safe-mode.*|.*2d|lightdm.*");

    private Desktops() {}

    /**
     * The desktops of this host, the one that {@code auto} takes first.
     *
     * @return all that were found
     */
    public static List<InstalledDesktop> installed() {
        return installed(LISTED);
    }

    /**
     * What keeps this host from having X11 sessions.
     *
     * @return what is missing, a clause that names packages; empty = nothing
     */
    public static Optional<String> missing() {
        try {
            XServer.installed();
        } catch (StartFailedException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
        return installed().isEmpty()
                ? Optional.of("no desktop is installed (packages xfce4, openbox or xterm, for example)")
                : Optional.empty();
    }

    static List<InstalledDesktop> installed(Path listed) {
        var found = new LinkedHashMap<String, InstalledDesktop>();
        Map<String, InstalledDesktop> entries = entries(listed);
        var others = new ArrayList<InstalledDesktop>();
        for (Known known : KNOWN) {
            List<InstalledDesktop> own = known.entries().stream()
                    .map(entries::remove)
                    .filter(java.util.Objects::nonNull)
                    .toList();
            if (known.id().equals("openbox")) {
                others.addAll(entries.values().stream()
                        .filter(entry -> !isKnown(entry.id()))
                        .toList());
                others.stream()
                        .filter(entry -> !LAST_RESORT.matcher(entry.id()).matches())
                        .forEach(entry -> found.put(entry.id(), entry));
            }
            program(known)
                    .or(() -> own.stream().findFirst().map(entry -> named(known, entry.command())))
                    .ifPresent(desktop -> found.put(known.id(), desktop));
        }
        others.forEach(entry -> found.putIfAbsent(entry.id(), entry));
        return List.copyOf(found.values());
    }

    private static boolean isKnown(String id) {
        return KNOWN.stream()
                .anyMatch(known -> known.entries().contains(id) || known.id().equals(id));
    }

    private static Optional<InstalledDesktop> program(Known known) {
        return known.commands().stream()
                .filter(command -> Programs.has(command.split(" ", 2)[0]))
                .findFirst()
                .map(command -> named(known, command));
    }

    private static InstalledDesktop named(Known known, String command) {
        return new InstalledDesktop(
                known.id(), known.name(), command, known.tag(), !known.id().equals("xterm"));
    }

    private static Map<String, InstalledDesktop> entries(Path folder) {
        var entries = new LinkedHashMap<String, InstalledDesktop>();
        var files = new ArrayList<Path>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*.desktop")) {
            all.forEach(files::add);
        } catch (IOException e) {
            LOG.debug("No desktops are listed in {}: {}", folder, e.getMessage());
        }
        files.sort(Comparator.naturalOrder());
        files.forEach(file -> entry(file).ifPresent(desktop -> entries.put(desktop.id(), desktop)));
        return entries;
    }

    private static Optional<InstalledDesktop> entry(Path file) {
        String name = file.getFileName().toString();
        String id = name.substring(0, name.length() - ".desktop".length()).toLowerCase(Locale.ROOT);
        try (var in = Files.newInputStream(file)) {
            return ID.matcher(id).matches()
                    ? entry(id, new String(in.readNBytes(LARGEST_ENTRY), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException e) {
            LOG.debug("{} cannot be read: {}", file, e.getMessage());
            return Optional.empty();
        }
    }

    /** Reads the group [Desktop Entry]; empty when it is hidden or its program is not there. */
    static Optional<InstalledDesktop> entry(String id, String text) {
        Map<String, String> keys = keys(text);
        String command = keys.getOrDefault("Exec", "")
                .replaceAll("%[fFuUdDnNickvm]", "")
                .replace("%%", "%")
                .strip();
        String tried =
                keys.getOrDefault("TryExec", command.isEmpty() ? "" : command.split("\\s+", 2)[0].replace("\"", ""));
        boolean there = tried.startsWith("/") ? Files.isExecutable(Path.of(tried)) : Programs.has(tried);
        if (command.isEmpty() || !there || keys.getOrDefault("Hidden", "").equals("true")) {
            return Optional.empty();
        }
        String tag = keys.getOrDefault("DesktopNames", "").replaceAll(";$", "").replace(';', ':');
        return Optional.of(new InstalledDesktop(id, keys.getOrDefault("Name", id), command, tag, true));
    }

    private static Map<String, String> keys(String text) {
        var keys = new LinkedHashMap<String, String>();
        boolean inEntry = false;
        for (String line : text.lines().map(String::strip).toList()) {
            int equals = line.indexOf('=');
            if (line.startsWith("[")) {
                inEntry = line.equals("[Desktop Entry]");
            } else if (inEntry && equals > 0 && !line.startsWith("#")) {
                keys.putIfAbsent(
                        line.substring(0, equals).strip(),
                        line.substring(equals + 1).strip());
            }
        }
        return keys;
    }

    /**
     * The desktop of an order.
     *
     * @param id its id; empty = the one {@code auto} takes
     */
    static InstalledDesktop choose(String id) throws StartFailedException {
        List<InstalledDesktop> all = installed();
        if (all.isEmpty()) {
            throw new StartFailedException(
                    "no desktop is installed (for a small one: packages openbox and xterm)", List.of());
        }
        if (id.isEmpty()) {
            return all.getFirst();
        }
        return all.stream()
                .filter(desktop -> desktop.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new StartFailedException(
                        "the desktop %s is not installed; there are: %s"
                                .formatted(
                                        id,
                                        String.join(
                                                ", ",
                                                all.stream()
                                                        .map(InstalledDesktop::id)
                                                        .toList())),
                        List.of()));
    }
}
