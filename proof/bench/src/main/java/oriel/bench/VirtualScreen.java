package oriel.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An X server that shows its pixels in a file only.
 *
 * @param display how clients name it
 * @param process the server
 * @param pixels  its framebuffer, in the form of {@code xwd}
 */
record VirtualScreen(String display, Process process, Path pixels) implements AutoCloseable {

    static final String SIZE = "1920x1080x24";

    static VirtualScreen start() throws IOException {
        return start(SIZE);
    }

    /** One of another size: width, height and depth, as Xvfb takes them. */
    static VirtualScreen start(String size) throws IOException {
        Path directory = Files.createTempDirectory("bench-screen");
        Process process = new ProcessBuilder(
                        "Xvfb",
                        "-displayfd",
                        "1",
                        "-screen",
                        "0",
                        size,
                        "-noreset",
                        "-nolisten",
                        "tcp",
                        "-fbdir",
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out = process.inputReader();
        String number = out.readLine();
        if (number == null) {
            throw new IOException("Xvfb did not start");
        }
        return new VirtualScreen(":" + number.strip(), process, directory.resolve("Xvfb_screen0"));
    }

    /** Sets the background of a display to a picture. The exit code of {@code display} says nothing about it. */
    static void decorate(String display, Path wallpaper) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("display", "-window", "root", wallpaper.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("DISPLAY", display);
        builder.start().waitFor();
    }

    @Override
    public void close() {
        Programs.end(process);
    }
}
