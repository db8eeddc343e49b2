package oriel.xsession;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.system.Account;

/** What programs of a session find in their environment: first that of a login, then what belongs to the display. */
final class SessionEnvironment {

    private static final Logger LOG = LoggerFactory.getLogger(SessionEnvironment.class);

    private static final Path DEFAULTS = Path.of("/etc/default/locale");
    private static final Path ZONES = Path.of("/usr/share/zoneinfo");
    private static final int LARGEST_FILE = 1 << 20;

    /** Variables of our own that a session of ourselves keeps. */
    private static final List<String> KEPT =
            List.of("PATH", "LANG", "LC_ALL", "TZ", "XDG_STATE_HOME", "XDG_CONFIG_HOME");

    private SessionEnvironment() {}

    /**
     * The environment of a login, which profile files may change.
     *
     * @param given variables that opening the session on this host has given (pam_getenvlist(3))
     */
    static Map<String, String> login(
            SessionOrder order, Account account, boolean ourselves, Map<String, String> given) {
        var made = new LinkedHashMap<String, String>();
        made.put("PATH", Programs.PATH);
        Set<String> locales = locales();
        defaultLocale(locales).forEach(made::put);
        if (ourselves) {
            KEPT.forEach(name -> Optional.ofNullable(System.getenv(name)).ifPresent(value -> made.put(name, value)));
        }
        made.putAll(given);
        made.put("HOME", account.home().toString());
        made.put("USER", account.name());
        made.put("LOGNAME", account.name());
        made.put("SHELL", account.shell().toString());
        locale(order.locale(), locales).ifPresent(locale -> {
            made.keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANGUAGE"));
            made.put("LANG", locale);
        });
        made.putIfAbsent("LANG", locale("C.UTF-8", locales).orElse("C"));
        if (!order.timeZone().isEmpty() && Files.isRegularFile(ZONES.resolve(order.timeZone()))) {
            made.put("TZ", order.timeZone());
        }
        made.keySet()
                .removeAll(Set.of(
                        "DISPLAY",
                        "WAYLAND_DISPLAY",
                        "XAUTHORITY",
                        "DBUS_SESSION_BUS_ADDRESS",
                        "IFS",
                        "ENV",
                        "BASH_ENV"));
        return made;
    }

    /** LANG and its like, as the host sets them for everybody. */
    private static Map<String, String> defaultLocale(Set<String> locales) {
        try (Stream<String> lines = Files.lines(DEFAULTS, StandardCharsets.UTF_8)) {
            return lines.map(String::strip)
                    .filter(line -> line.matches("(LANG|LANGUAGE|LC_[A-Z]+)=[\"A-Za-z0-9_.@:-]+"))
                    .map(line -> line.replace("\"", "").split("=", 2))
                    .filter(parts -> locale(parts[1], locales).isPresent())
                    .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1], (first, second) -> second));
        } catch (IOException | java.io.UncheckedIOException e) {
            return Map.of(); // a host without this file sets none
        }
    }

    /** The locale if this host has it, in whichever way either of them spells UTF-8. */
    private static Optional<String> locale(String wanted, Set<String> locales) {
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        return locales.contains(plain(wanted)) ? Optional.of(wanted) : Optional.empty();
    }

    private static String plain(String locale) {
        return locale.toLowerCase(Locale.ROOT).replace("-", "");
    }

    private static Set<String> locales() {
        try {
            Process all = new ProcessBuilder("locale", "-a")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            all.getOutputStream().close();
            byte[] answer = all.getInputStream().readNBytes(LARGEST_FILE);
            all.onExit().completeOnTimeout(all, 5, TimeUnit.SECONDS).join().destroyForcibly();
            return new String(answer, StandardCharsets.ISO_8859_1)
                    .lines()
                    .map(SessionEnvironment::plain)
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            LOG.debug("Locales are not known: {}", e.getMessage());
            return Set.of();
        }
    }

    /** What belongs to the display and the desktop; profile files do not get to change it. */
    static Map<String, String> display(
            SessionOrder order,
            SessionFiles files,
            Path runtime,
            int display,
            boolean sound,
            Optional<InstalledDesktop> desktop) {
        var made = new LinkedHashMap<String, String>();
        made.put("DISPLAY", ":" + display);
        made.put("XAUTHORITY", files.authority().toString());
        made.put("XDG_RUNTIME_DIR", runtime.toString());
        made.put("XDG_SESSION_TYPE", "x11");
        made.put("XDG_SESSION_CLASS", "user");
        desktop.ifPresent(chosen -> {
            made.put("XDG_SESSION_DESKTOP", chosen.id());
            made.put("DESKTOP_SESSION", chosen.id());
            if (!chosen.tag().isEmpty()) {
                made.put("XDG_CURRENT_DESKTOP", chosen.tag());
            }
        });
        scale(order.screen().dpi()).forEach(made::put);
        if (sound) {
            made.put("PULSE_SERVER", "unix:" + files.user().resolve("pulse/native"));
        }
        return made;
    }

    /** Toolkits take the scale of letters from the X server's resources; whole multiples they want to be told. */
    private static Map<String, String> scale(int dpi) {
        int times = dpi / 96;
        return times < 2
                ? Map.of()
                : Map.of(
                        "GDK_SCALE", Integer.toString(times),
                        "GDK_DPI_SCALE", Double.toString(Math.round(100.0 / times) / 100.0),
                        "XCURSOR_SIZE", Integer.toString(24 * times));
    }

    /** The directory of the user for sockets and the like: the one of the host's session manager, else ours. */
    static Path runtime(SessionFiles files, int uid) {
        Path hosts = Path.of("/run/user", Integer.toString(uid));
        try {
            boolean theirs = Files.isDirectory(hosts, LinkOption.NOFOLLOW_LINKS)
                    && Files.getAttribute(hosts, "unix:uid", LinkOption.NOFOLLOW_LINKS)
                            .equals(uid)
                    && Files.getPosixFilePermissions(hosts, LinkOption.NOFOLLOW_LINKS).stream()
                            .allMatch(permission -> permission == PosixFilePermission.OWNER_READ
                                    || permission == PosixFilePermission.OWNER_WRITE
                                    || permission == PosixFilePermission.OWNER_EXECUTE);
            return theirs ? hosts : files.run();
        } catch (IOException e) {
            return files.run(); // the host has none
        }
    }

    /** As commands of a shell. */
    static String exports(Map<String, String> variables) {
        return variables.entrySet().stream()
                .map(variable -> "export " + variable.getKey() + "=" + ShellText.quote(variable.getValue()) + "\n")
                .collect(Collectors.joining());
    }
}
