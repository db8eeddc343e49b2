package oriel.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

/** FreeRDP's shadow server as Debian ships it, showing an X server of 1920x1080. */
final class ShadowServer {

    private ShadowServer() {}

    static boolean installed() {
        return Programs.installed("freerdp-shadow-cli") && Programs.installed("Xvfb");
    }

    static Peer start() throws IOException, InterruptedException {
        int port = Programs.freePort();
        Process screen = new ProcessBuilder(
                        "Xvfb", "-displayfd", "1", "-screen", "0", "1920x1080x24", "-nolisten", "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out = screen.inputReader();
        String display = out.readLine();
        if (display == null) {
            throw new IOException("Xvfb did not start");
        }
        ProcessBuilder builder = new ProcessBuilder(
                        "freerdp-shadow-cli", "/port:" + port, "/bind-address:127.0.0.1", "-auth", "/sec:tls")
                .redirectErrorStream(true)
                .redirectOutput(Files.createTempFile("shadow", ".log").toFile());
        builder.environment().put("DISPLAY", ":" + display.strip());
        Process process = builder.start();
        Programs.awaitListening(port, process, Duration.ofSeconds(20));
        return new Peer("FreeRDP shadow", port, process, List.of(screen));
    }
}
