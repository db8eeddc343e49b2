package oriel.xsession;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A longer proof, run by hand as root: many sessions one after the other, every tenth of them ended by a crash, then many at once. */
final class ManySessions {

    private static final Logger LOG = LoggerFactory.getLogger(ManySessions.class);
    private static final String KILL = "until pkill -9 -u $0 -x $1; do sleep 0.02; done";
    private static final int CRASH = 10;

    private ManySessions() {}

    /** Arguments: how many in a row, how many at once. */
    public static void main(String... args) throws Exception {
        try (var stage = new SessionStage()) {
            inARow(stage, Integer.parseInt(args[0]));
            atOnce(stage, Integer.parseInt(args[1]));
            stage.requireNoTrace();
        }
    }

    private static void inARow(SessionStage stage, int count)
            throws StartFailedException, InterruptedException, IOException {
        var starts = new long[count];
        var stops = new long[count];
        for (int i = 0; i < count; i++) {
            long begin = System.nanoTime();
            XSession session = stage.start(stage.order());
            long up = System.nanoTime();
            if (i % CRASH == CRASH - 1) {
                String victim = i % (2 * CRASH) == CRASH - 1 ? "Xvnc" : "openbox";
                TestUser.command("sh", "-c", KILL, stage.user().name(), victim);
                stage.end();
            }
            session.stop();
            starts[i] = up - begin;
            stops[i] = System.nanoTime() - up;
        }
        stage.requireNoTrace();
        print(count + " sessions in a row, every tenth ended by a crash: nothing is left; start " + spread(starts)
                + ", end " + spread(stops));
    }

    private static void atOnce(SessionStage stage, int count) throws InterruptedException, ExecutionException {
        long begin = System.nanoTime();
        List<Callable<XSession>> starts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            starts.add(() -> stage.start(stage.order()));
        }
        var sessions = new ArrayList<XSession>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<XSession> start : threads.invokeAll(starts)) {
                sessions.add(start.get());
            }
        }
        long up = System.nanoTime();
        var displays = new HashSet<Integer>();
        sessions.forEach(session -> displays.add(session.display()));
        Thread.sleep(2000);
        long processor = processor(sessions);
        Thread.sleep(10_000);
        long used = processor(sessions) - processor;
        long memory = sessions.stream()
                .mapToLong(session -> session.figures().memory())
                .sum();
        print(count + " at once: up after " + (up - begin) / 1_000_000 + " ms on " + displays.size()
                + " displays; memory of each " + memory / count / 1_000_000
                + " MB; processor time of all in 10 s idle: " + used + " ms");
    }

    private static long processor(List<XSession> sessions) {
        return sessions.stream()
                .mapToLong(session -> session.figures().processor().toMillis())
                .sum();
    }

    private static String spread(long[] times) {
        Arrays.sort(times);
        return "median " + times[times.length / 2] / 1_000_000 + " ms, worst " + times[times.length - 1] / 1_000_000
                + " ms";
    }

    private static void print(String line) {
        LOG.warn(line);
    }
}
