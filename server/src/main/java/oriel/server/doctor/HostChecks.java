package oriel.server.doctor;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import oriel.desktop.embedded.font.FontFiles;
import oriel.xsession.Desktops;
import oriel.xsession.InstalledDesktop;

/** Checks of the host itself. */
final class HostChecks {

    private static final int OLDEST_JAVA = 25;
    private static final Path PTY_MASTER = Path.of("/dev/ptmx");
    private static final Path PTY_SLAVES = Path.of("/dev/pts");
    private static final Path SYNCHRONISED = Path.of("/run/systemd/timesync/synchronized");

    private HostChecks() {}

    static Finding java() {
        Runtime.Version version = Runtime.version();
        long heap = Runtime.getRuntime().maxMemory() >> 20;
        String found = "Java " + version + ", at most " + heap + " MiB of heap";
        if (version.feature() < OLDEST_JAVA) {
            return Finding.fails(
                    "java", found, "install a JDK " + OLDEST_JAVA + " or newer, or name it with ORIEL_JDK");
        }
        return heap < 128
                ? Finding.doubtful("java", found, "give it more: ORIEL_JAVA_OPTIONS=-Xmx512m")
                : Finding.good("java", found);
    }

    /** Draws a letter with our own typefaces, as the logon screen does. */
    static Finding fonts() {
        try {
            Path directory = Files.createTempDirectory("oriel-doctor");
            FontFiles.use(directory);
            boolean drawn = drawsText();
            delete(directory);
            return drawn
                    ? Finding.good("fonts", "text is drawn with the typefaces that Oriel brings")
                    : Finding.fails("fonts", "text leaves no pixels", "check that the JDK has its java.desktop module");
        } catch (IOException | InternalError | NullPointerException | UnsatisfiedLinkError e) {
            return Finding.fails("fonts", "text cannot be drawn: " + e, "use a JDK that has all of java.desktop");
        }
    }

    private static boolean drawsText() {
        var image = new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.setFont(new Font(Font.DIALOG, Font.PLAIN, 24));
        graphics.drawString("O", 4, 26);
        graphics.dispose();
        int[] pixels = image.getRGB(0, 0, 32, 32, null, 0, 32);
        return java.util.Arrays.stream(pixels).anyMatch(pixel -> (pixel & 0xFFFFFF) != 0);
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    static Finding terminal() {
        if (!Files.isReadable(PTY_MASTER) || !Files.isWritable(PTY_MASTER) || !Files.isDirectory(PTY_SLAVES)) {
            return Finding.fails(
                    "terminal", "pseudo-terminals cannot be opened", "mount devpts on /dev/pts and allow /dev/ptmx");
        }
        return Files.isExecutable(Path.of("/bin/sh"))
                ? Finding.good("terminal", "pseudo-terminals and a shell are there")
                : Finding.fails("terminal", "/bin/sh is missing", "install a shell");
    }

    /** Whether Linux accounts may log on by rules that are meant for that. */
    static Finding accounts(String service) {
        boolean installed = Stream.of("/etc/pam.d", "/usr/lib/pam.d")
                .anyMatch(place -> Files.isRegularFile(Path.of(place).resolve(service)));
        return installed
                ? Finding.good("accounts", "the PAM service " + service + " decides about Linux accounts")
                : Finding.doubtful(
                        "accounts",
                        "the PAM service " + service + " is not installed, the rules for other services hold",
                        "copy packaging/pam.d/oriel to /etc/pam.d/" + service);
    }

    /** Linux desktops are a choice, not a need. */
    static Finding desktops() {
        String embedded = "the embedded desktop is served";
        return Desktops.missing()
                .map(missing -> Finding.good("desktops", embedded + "; no Linux desktops: " + missing))
                .orElseGet(() -> Finding.good(
                        "desktops",
                        "Linux desktops by id, the best first: "
                                + Desktops.installed().stream()
                                        .map(InstalledDesktop::id)
                                        .collect(Collectors.joining(", "))));
    }

    /** A clock before the making of this program is wrong for certain. */
    static Finding clock(Clock clock) {
        Instant now = clock.instant();
        Path program = Path.of(System.getProperty("oriel.app", ".")).resolve("lib");
        try {
            FileTime built = Files.exists(program) ? Files.getLastModifiedTime(program) : FileTime.from(Instant.EPOCH);
            if (now.isBefore(built.toInstant().minus(Duration.ofHours(1)))) {
                return Finding.fails(
                        "clock",
                        "it is " + now + ", before this program was made",
                        "set the clock, run a time service");
            }
        } catch (IOException e) {
            return Finding.doubtful("clock", "it is " + now + "; nothing to compare it with", "compare it yourself");
        }
        return Files.exists(SYNCHRONISED)
                ? Finding.good("clock", "it is " + now + ", kept by a time service")
                : Finding.good("clock", "it is " + now + " (whether a time service keeps it is not known)");
    }
}
