package oriel.interop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Copies and pastes on a client's display, as {@code xclip} does it. */
final class Selection implements AutoCloseable {

    private final VirtualDisplay display;
    private final List<Process> owners = new ArrayList<>();

    Selection(VirtualDisplay display) {
        Tool.require("xclip", "xclip");
        this.display = display;
    }

    /** Somebody copies something. */
    void copy(String target, byte[] content) throws IOException {
        Path file = Files.createTempFile("copied", ".bin");
        Files.write(file, content);
        file.toFile().deleteOnExit();
        var builder = new ProcessBuilder(
                        "xclip", "-quiet", "-in", "-selection", "clipboard", "-target", target, file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(display.environment());
        owners.add(builder.start());
    }

    /** What somebody who pastes would get; nothing where there is nothing. */
    byte[] paste(String target) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("timeout", "10", "xclip", "-out", "-selection", "clipboard", "-target", target)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(display.environment());
        Process process = builder.start();
        byte[] content = process.getInputStream().readAllBytes();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return content;
    }

    @Override
    public void close() {
        owners.forEach(Tool::end);
    }
}
