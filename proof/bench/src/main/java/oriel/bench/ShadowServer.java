package oriel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** FreeRDP's shadow server as Debian ships it, showing an X server of 1920x1080. */
final class ShadowServer {

    private ShadowServer() {}

    static Peer start(Path wallpaper) throws IOException, InterruptedException {
        int port = Programs.freePort();
        VirtualScreen screen = VirtualScreen.start();
        VirtualScreen.decorate(screen.display(), wallpaper);
        ProcessBuilder builder = new ProcessBuilder(
                        "freerdp-shadow-cli", "/port:" + port, "/bind-address:127.0.0.1", "-auth", "/sec:tls")
                .redirectErrorStream(true)
                .redirectOutput(Files.createTempFile("shadow", ".log").toFile());
        builder.environment().put("DISPLAY", screen.display());
        Process process = builder.start();
        Programs.awaitListening(port, process, Duration.ofSeconds(20));
        return new Peer(
                "FreeRDP shadow", port, process, List.of(screen.process()), Peer.freerdp(port, "bench", "bench"));
    }
}
