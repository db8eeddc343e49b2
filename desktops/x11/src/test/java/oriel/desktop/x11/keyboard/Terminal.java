package oriel.desktop.x11.keyboard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import oriel.desktop.x11.RealServer;

/** A real xterm with the focus, in which what is typed is echoed into a file. */
final class Terminal implements AutoCloseable {

    private final Path typed;
    private final Process xterm;

    private Terminal(Path typed, Process xterm) {
        this.typed = typed;
        this.xterm = xterm;
    }

    static Terminal on(RealServer server) throws IOException {
        Path typed = Files.createTempFile("oriel-typed-", "");
        // -S raw: what is typed goes to the file byte by byte, without the line discipline.
        Process xterm = server.program(
                "env",
                "LC_ALL=C.UTF-8",
                "xterm",
                "-fa",
                "mono",
                "-e",
                "sh",
                "-c",
                "stty raw -echo; echo >" + typed + "; exec dd bs=64 of=" + typed
                        + " oflag=append conv=notrunc 2>/dev/null");
        return new Terminal(typed, xterm);
    }

    /** What was typed so far, after the line that says that all is ready. */
    String typed() throws IOException {
        String all = Files.readString(typed, StandardCharsets.UTF_8);
        return all.isEmpty() ? "" : all.substring(1);
    }

    boolean isReady() throws IOException {
        return Files.size(typed) > 0;
    }

    boolean isAlive() {
        return xterm.isAlive();
    }

    @Override
    public void close() throws IOException {
        xterm.destroy();
        try {
            xterm.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Files.deleteIfExists(typed);
    }
}
