package oriel.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long somebody with a stock client waits for the desktop they have left: from the start of the client's process until the
 * full picture is on their screen. The screen is an X server without a monitor; {@link ScreenWatch} looks at it.
 */
final class StockClient implements AutoCloseable {

    private static final List<DebianPackage> NEEDED = List.of(
            new DebianPackage("xvfb", "/usr/bin/Xvfb"),
            new DebianPackage("freerdp2-x11", "/usr/bin/xfreerdp"),
            new DebianPackage("tigervnc-viewer", "/usr/bin/xtigervncviewer"));

    private static final int SAMPLES = 2;

    /** Long enough for any of the servers to make a session. */
    private static final Duration FIRST_VISIT = Duration.ofSeconds(4);

    private static final Duration VISIT = Duration.ofMillis(2500);

    /** Until server and screen have noticed that the client has gone. */
    private static final Duration GONE = Duration.ofMillis(700);

    private @Nullable VirtualScreen screen;

    static List<String> missingPackages() {
        return DebianPackage.missing(NEEDED);
    }

    /** Visits once, so that there is a session to come back to, and then measures some visits: milliseconds. */
    double[] existingSession(Peer peer) throws IOException, InterruptedException {
        VirtualScreen present = screen;
        if (present == null) {
            present = VirtualScreen.start();
            screen = present;
        }
        visit(peer, present, FIRST_VISIT);
        double[] times = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            times[i] = visit(peer, present, VISIT);
        }
        return times;
    }

    private static double visit(Peer peer, VirtualScreen screen, Duration time)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(peer.stockClient())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("DISPLAY", screen.display());
        try (ScreenWatch watch = new ScreenWatch(screen)) {
            Process client = builder.start();
            try {
                watch.run(time);
                if (!client.isAlive()) {
                    throw new IOException("the client has ended with exit code " + client.exitValue());
                }
                return watch.settledAfterMillis();
            } finally {
                Programs.end(client);
                Thread.sleep(GONE);
            }
        }
    }

    @Override
    public void close() {
        Stream.ofNullable(screen).forEach(VirtualScreen::close);
    }
}
