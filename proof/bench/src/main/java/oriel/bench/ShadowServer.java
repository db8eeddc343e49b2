package oriel.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;

/** FreeRDP's shadow server as Debian ships it, showing an X server of 1920x1080. */
final class ShadowServer implements Peer {

    private int port;
    private Process screen;
    private Process process;

    @Override
    public String name() {
        return "FreeRDP shadow";
    }

    static boolean installed() {
        return Programs.installed("freerdp-shadow-cli") && Programs.installed("Xvfb");
    }

    @Override
    public void start() throws IOException, InterruptedException {
        port = Programs.freePort();
        screen = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1920x1080x24", "-nolisten", "tcp")
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
        process = builder.start();
        Programs.awaitListening(port, process, Duration.ofSeconds(20));
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public ProcessTree processes() {
        return new ProcessTree(process.toHandle());
    }

    @Override
    public void close() {
        Programs.end(process);
        Programs.end(screen);
    }
}
