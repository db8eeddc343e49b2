package oriel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * xrdp as Debian ships it, with its own configuration but for ports, logs, certificate and what its sessions show. It reads its
 * configuration at one place only, and so do the rules of how its users prove who they are: both are covered in a mount
 * namespace of its own, where any password is right. That needs root; without it there are no sessions, and no stock client is
 * measured.
 */
final class Xrdp {

    private static final Path SHIPPED = Path.of("/etc/xrdp");
    private static final Path RULES = Path.of("/etc/pam.d/xrdp-sesman");
    private static final String USER = System.getProperty("user.name");

    private Xrdp() {}

    static Peer start(Path wallpaper) throws IOException, InterruptedException {
        int port = Programs.freePort();
        Path directory = Files.createTempDirectory("xrdp");
        configure(directory, port);
        Files.writeString(
                directory.resolve("startwm.sh"),
                "#!/bin/sh\ndisplay -window root '" + wallpaper + "'\nexec sleep infinity\n");
        Files.writeString(directory.resolve("pam"), """
                auth required pam_permit.so
                account required pam_permit.so
                session required pam_permit.so
                password required pam_permit.so
                """);
        return start(directory, port);
    }

    /** The same, but users prove who they are and get the desktop of their own, all as Debian has it. */
    static Peer startForUsers() throws IOException, InterruptedException {
        int port = Programs.freePort();
        Path directory = Files.createTempDirectory("xrdp");
        configure(directory, port);
        Files.copy(RULES, directory.resolve("pam"));
        return start(directory, port);
    }

    private static Peer start(Path directory, int port) throws IOException, InterruptedException {
        boolean sessions = USER.equals("root");
        Process process = (sessions
                        ? new ProcessBuilder(
                                "unshare", "--mount", "sh", script(directory).toString())
                        : new ProcessBuilder(
                                "xrdp",
                                "--nodaemon",
                                "--config",
                                directory.resolve("xrdp.ini").toString()))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("out.log").toFile())
                .start();
        Programs.awaitListening(port, process, Duration.ofSeconds(10));
        return new Peer(
                "xrdp", port, process, List.of(), sessions ? Peer.freerdp(port, USER, "any") : List.<String>of());
    }

    private static void configure(Path directory, int port) throws IOException {
        try (var files = Files.list(SHIPPED)) {
            for (Path file :
                    files.filter(Files::isRegularFile).filter(Files::isReadable).toList()) {
                Files.copy(file, directory.resolve(file.getFileName()));
            }
        }
        rewrite(
                directory.resolve("xrdp.ini"),
                "port=3389",
                "port=tcp://127.0.0.1:" + port,
                "certificate=",
                "certificate=/etc/xrdp/cert.pem",
                "key_file=",
                "key_file=/etc/xrdp/key.pem",
                "LogFile=",
                "LogFile=" + directory.resolve("xrdp.log"),
                "EnableSyslog=",
                "EnableSyslog=false");
        rewrite(
                directory.resolve("sesman.ini"),
                "ListenPort=",
                "ListenPort=" + Programs.freePort(),
                "LogFile=",
                "LogFile=" + directory.resolve("sesman.log"),
                "EnableSyslog=",
                "EnableSyslog=false");
    }

    /** Replaces lines of a file: what they begin with, and what stands there instead, in turn. */
    private static void rewrite(Path file, String... changes) throws IOException {
        String text = Files.readString(file)
                .lines()
                .map(line -> {
                    for (int i = 0; i < changes.length; i += 2) {
                        if (line.startsWith(changes[i])) {
                            return changes[i + 1];
                        }
                    }
                    return line;
                })
                .collect(Collectors.joining("\n", "", "\n"));
        Files.writeString(file, text);
    }

    private static Path script(Path directory) throws IOException {
        return Files.writeString(directory.resolve("start.sh"), """
                set -e
                chmod 755 %1$s %1$s/startwm.sh
                mount --bind %1$s/pam %2$s
                mount --bind %1$s %3$s
                xrdp-sesman --nodaemon &
                exec xrdp --nodaemon
                """.formatted(directory, RULES, SHIPPED));
    }
}
