package oriel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** xrdp as Debian ships it, with its own configuration but for port, log and certificate. */
final class Xrdp {

    private static final Path SHIPPED = Path.of("/etc/xrdp/xrdp.ini");

    private Xrdp() {}

    static boolean installed() {
        return Programs.installed("xrdp") && Files.isReadable(SHIPPED);
    }

    static Peer start() throws IOException, InterruptedException {
        int port = Programs.freePort();
        Path directory = Files.createTempDirectory("xrdp");
        String shipped = Files.readString(SHIPPED);
        String configuration = shipped.lines()
                .map(line -> line.startsWith("port=3389") ? "port=tcp://127.0.0.1:" + port : line)
                .map(line -> line.startsWith("certificate=") ? "certificate=/etc/xrdp/cert.pem" : line)
                .map(line -> line.startsWith("key_file=") ? "key_file=/etc/xrdp/key.pem" : line)
                .map(line -> line.startsWith("LogFile=") ? "LogFile=" + directory.resolve("xrdp.log") : line)
                .map(line -> line.startsWith("EnableSyslog=") ? "EnableSyslog=false" : line)
                .collect(Collectors.joining("\n"));
        Path file = Files.writeString(directory.resolve("xrdp.ini"), configuration);
        Process process = new ProcessBuilder("xrdp", "--nodaemon", "--config", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("out.log").toFile())
                .start();
        Programs.awaitListening(port, process, Duration.ofSeconds(10));
        return new Peer("xrdp", port, process, List.of());
    }
}
