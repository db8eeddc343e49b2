package oriel.desktop.x11;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import oriel.desktop.x11.client.XConnection;
import oriel.wire.WireWriter;

/** A real X server, started by a test on a display number of its own, with a cookie, and ended with everything it left. */
public final class RealServer implements AutoCloseable {

    /** Which X server. */
    public enum Kind {
        /** The one without any screen. */
        XVFB,
        /** The one that speaks VNC, which nobody asks it to. */
        XVNC;

        private List<String> command(int width, int height, int depth, Path cookies) {
            List<String> command = new ArrayList<>(List.of(this == XVFB ? "Xvfb" : "Xvnc"));
            if (this == XVFB) {
                command.addAll(List.of("-screen", "0", width + "x" + height + "x" + depth, "-extension", "GLX"));
            } else {
                command.addAll(List.of(
                        "-geometry", width + "x" + height, "-depth", Integer.toString(depth), "-rfbport", "-1"));
                command.addAll(
                        List.of("-rfbunixpath", cookies.resolveSibling("rfb").toString()));
                command.addAll(List.of("-SecurityTypes", "None", "-SendCutText=0", "-AcceptCutText=0"));
            }
            command.addAll(List.of("-auth", cookies.toString(), "-nolisten", "tcp", "-noreset", "-displayfd", "1"));
            return command;
        }
    }

    private final Path directory;
    private final Process process;
    private final byte[] cookie;
    private final int display;

    private RealServer(Path directory, Process process, byte[] cookie, int display) {
        this.directory = directory;
        this.process = process;
        this.cookie = cookie;
        this.display = display;
    }

    /** Starts one; its screen never becomes larger than this on Xvfb. */
    public static RealServer start(Kind kind, int width, int height) {
        return start(kind, width, height, 24);
    }

    /** Starts one with pixels of another depth. */
    public static RealServer start(Kind kind, int width, int height, int depth) {
        try {
            Path directory = Files.createTempDirectory("oriel-x11-");
            Path cookies = directory.resolve("cookies");
            byte[] cookie = new byte[16];
            for (int i = 0; i < cookie.length; i++) {
                cookie[i] = (byte) (i * 17 + 3);
            }
            Files.write(cookies, entry(cookie));
            Process process = new ProcessBuilder(kind.command(width, height, depth, cookies))
                    .redirectError(directory.resolve("log").toFile())
                    .start();
            var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
            String number = out.readLine();
            if (number == null) {
                throw new IOException(kind + " did not start: " + Files.readString(directory.resolve("log")));
            }
            return new RealServer(directory, process, cookie, Integer.parseInt(number.strip()));
        } catch (IOException e) {
            throw new UncheckedIOException("a real X server is needed by this test", e);
        }
    }

    /** A line of Xauthority for any display (Xsecurity(7)): family, address, number, name, secret. */
    private static byte[] entry(byte[] cookie) {
        String name = "MIT-MAGIC-COOKIE-1";
        return new WireWriter()
                .u16be(0xFFFF)
                .u16be(0)
                .u16be(0)
                .u16be(name.length())
                .latin1(name)
                .u16be(cookie.length)
                .bytes(cookie)
                .toByteArray();
    }

    /** Its socket. */
    public Path socket() {
        return Path.of("/tmp/.X11-unix/X" + display);
    }

    /** Its secret. */
    public byte[] cookie() {
        return cookie.clone();
    }

    /** Its number. */
    public int display() {
        return display;
    }

    /** Connects to it. */
    public XConnection connect() {
        try {
            return XConnection.open(socket(), cookie, "test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a program on it to its end and returns what it printed; it must succeed. */
    public String run(String... command) {
        return runWithInput("", command);
    }

    /** Runs a program like {@link #run}, and gives it something to read. */
    public String runWithInput(String input, String... command) {
        try {
            Process program = start(command);
            program.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
            program.getOutputStream().close();
            String printed = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (program.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed: " + printed);
            }
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Starts a program on it; the test ends it. */
    public Process program(String... command) {
        try {
            Process program = start(command);
            program.getOutputStream().close();
            return program;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process start(String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("DISPLAY", ":" + display);
        builder.environment().put("XAUTHORITY", directory.resolve("cookies").toString());
        return builder.start();
    }

    /** Its process. */
    public Process process() {
        return process;
    }

    /** Ends it; twice is no error. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            // A server that was killed leaves these behind.
            Files.deleteIfExists(socket());
            Files.deleteIfExists(Path.of("/tmp/.X" + display + "-lock"));
            for (String file : List.of("cookies", "log", "rfb")) {
                Files.deleteIfExists(directory.resolve(file));
            }
            Files.deleteIfExists(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
