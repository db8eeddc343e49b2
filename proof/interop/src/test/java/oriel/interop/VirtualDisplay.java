package oriel.interop;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A stock X server without a screen ({@code Xvfb}), for the clients to show themselves on; and hands to use them. */
final class VirtualDisplay implements AutoCloseable {

    /** So many colours are more than a client shows by itself before a picture comes. */
    private static final int SOMETHING = 10;

    private final Process server;
    private final Map<String, String> environment;

    private VirtualDisplay(Process server, Map<String, String> environment) {
        this.server = server;
        this.environment = environment;
    }

    static VirtualDisplay open(int width, int height) throws IOException {
        Tool.require("Xvfb", "xvfb");
        Tool.require("xdotool", "xdotool");
        Tool.require("xwd", "x11-apps");
        Process server = new ProcessBuilder(
                        "Xvfb",
                        "-displayfd",
                        "1",
                        "-screen",
                        "0",
                        width + "x" + height + "x24",
                        "-nolisten",
                        "tcp",
                        "-noreset",
                        "-extension",
                        "GLX")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out = server.inputReader();
        String number = out.readLine();
        if (number == null) {
            throw new IOException("Xvfb did not start");
        }
        return new VirtualDisplay(server, Map.of("DISPLAY", ":" + number.strip()));
    }

    /** What a program has to find in its environment to show itself here. */
    Map<String, String> environment() {
        return environment;
    }

    /** The same display, with one more variable for the programs that show themselves on it. */
    VirtualDisplay with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new VirtualDisplay(server, Map.copyOf(more));
    }

    /** What the X server shows, without the pointer. */
    Pixels screenshot() {
        return Pixels.fromXwd(Tool.run(environment(), List.of("xwd", "-silent", "-root")));
    }

    /** Waits until something is shown that has not changed for a while, and gives it. One colour alone is nothing. */
    Pixels settled(Duration quiet, Duration atMost) throws Exception {
        long end = System.nanoTime() + atMost.toNanos();
        Pixels last = screenshot();
        long since = System.nanoTime();
        while (System.nanoTime() - since < quiet.toNanos() || last.colors(SOMETHING) < SOMETHING) {
            if (System.nanoTime() > end) {
                last.save("not-settled");
                throw new AssertionError("the picture did not settle within " + atMost);
            }
            Thread.sleep(50);
            Pixels now = screenshot();
            if (!java.util.Arrays.equals(now.rgb(), last.rgb())) {
                last = now;
                since = System.nanoTime();
            }
        }
        return last;
    }

    /** Waits until so many pixels have a colour. */
    void await(int color, int pixels, Duration atMost) throws Exception {
        try {
            Tool.await(
                    "%06x on the screen".formatted(color),
                    atMost,
                    () -> screenshot().count(color) > pixels);
        } catch (AssertionError e) {
            screenshot().save("without-%06x".formatted(color));
            throw e;
        }
    }

    /** Types text on the keyboard of the X server. */
    void type(String text) {
        xdotool("type", "--delay", "4", text);
    }

    /** Presses keys, e.g. {@code Return} or {@code ctrl+alt+t}. */
    void key(String... keys) {
        List<String> command = new ArrayList<>(List.of("key", "--delay", "20"));
        command.addAll(List.of(keys));
        xdotool(command.toArray(String[]::new));
    }

    void move(int x, int y) {
        xdotool("mousemove", Integer.toString(x), Integer.toString(y));
    }

    void click(int x, int y) {
        move(x, y);
        xdotool("click", "1");
    }

    /** Makes a window larger or smaller in steps, 30 milliseconds each. Nobody manages the windows here. */
    void dragWindow(String title, int fromWidth, int fromHeight, int toWidth, int toHeight, int steps) {
        List<String> command = new ArrayList<>(List.of("search", "--name", title));
        for (int i = 1; i <= steps; i++) {
            int width = fromWidth + (toWidth - fromWidth) * i / steps;
            int height = fromHeight + (toHeight - fromHeight) * i / steps;
            command.addAll(List.of("windowsize", Integer.toString(width), Integer.toString(height), "sleep", "0.03"));
        }
        xdotool(command.toArray(String[]::new));
    }

    /** Makes two monitors of the screen, side by side; the one on the right is the primary one. */
    void twoMonitors(int leftWidth, int rightWidth, int height) {
        Tool.require("xrandr", "x11-xserver-utils");
        monitor("left", leftWidth, height, 0, "screen"); // the output the server has, so that it is none by itself
        monitor("*right", rightWidth, height, leftWidth, "none");
    }

    private void monitor(String name, int width, int height, int x, String output) {
        String geometry = width + "/" + width / 4 + "x" + height + "/" + height / 4 + "+" + x + "+0";
        Tool.run(environment(), List.of("xrandr", "--setmonitor", name, geometry, output));
    }

    /** Clicks with a button, by its number in X, where the pointer is. */
    void button(int number) {
        xdotool("click", Integer.toString(number));
    }

    private void xdotool(String... arguments) {
        List<String> command = new ArrayList<>(List.of("xdotool"));
        command.addAll(List.of(arguments));
        Tool.run(environment(), command);
    }

    @Override
    public void close() {
        Tool.end(server);
    }
}
