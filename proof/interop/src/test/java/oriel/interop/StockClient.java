package oriel.interop;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A client as Debian ships it. */
final class StockClient implements AutoCloseable {

    private final Process process;
    private final Path log;

    private StockClient(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** {@code xfreerdp}, accepting the certificate and with whatever else is asked for. */
    static StockClient xfreerdp(VirtualDisplay display, int port, String... options) throws IOException {
        return xfreerdp(display, freshHome(), port, options);
    }

    /** The same with a home that may hold what it has kept from an earlier connection. */
    static StockClient xfreerdp(VirtualDisplay display, Path home, int port, String... options) throws IOException {
        Tool.require("xfreerdp", "freerdp2-x11");
        List<String> command =
                new ArrayList<>(List.of("xfreerdp", "/v:127.0.0.1:" + port, "/cert:ignore", "/log-level:WARN"));
        command.addAll(List.of(options));
        return start(display, home, command, "");
    }

    /** {@code rdesktop}, which asks about the certificate: it is told yes. */
    static StockClient rdesktop(VirtualDisplay display, int port, String... options) throws IOException {
        return rdesktop(display, freshHome(), port, options);
    }

    /** The same with a home that may hold what it has kept from an earlier connection. */
    static StockClient rdesktop(VirtualDisplay display, Path home, int port, String... options) throws IOException {
        Tool.require("rdesktop", "rdesktop");
        List<String> command = new ArrayList<>(List.of("rdesktop"));
        command.addAll(List.of(options));
        command.add("127.0.0.1:" + port);
        return start(display, home, command, "yes\n");
    }

    private static StockClient start(VirtualDisplay display, Path home, List<String> command, String input)
            throws IOException {
        Path log = Files.createTempFile("client", ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(display.environment());
        builder.environment().put("HOME", home.toString());
        builder.environment().remove("XDG_CONFIG_HOME");
        Process process = builder.start();
        OutputStream in = process.getOutputStream();
        in.write(input.getBytes(StandardCharsets.UTF_8));
        in.flush();
        return new StockClient(process, log);
    }

    /** A home of its own: no known hosts, no settings of whoever runs the tests. */
    static Path freshHome() throws IOException {
        return Files.createTempDirectory("home");
    }

    /** Waits until the client has ended by itself. */
    int exitCode(Duration atMost) throws InterruptedException {
        if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("the client still runs after " + atMost + ":\n" + printed());
        }
        return process.exitValue();
    }

    boolean running() {
        return process.isAlive();
    }

    /** What the client printed so far. */
    String printed() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops the client where it is: its sockets stay open, and nobody reads them. */
    void freeze() {
        Tool.run(Map.of(), List.of("kill", "-STOP", Long.toString(process.pid())));
    }

    /** Ends the client as it is, without a word to the server. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        Tool.end(process);
    }
}
