package oriel.xsession;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the programs of a session write, on its way through us into a file of the user. A process of the user holds the file,
 * so that no right of ours can be borrowed; what a session writes there is bounded; the last lines are kept for whoever must
 * explain the end of the session.
 */
final class SessionLog {

    private static final Logger LOG = LoggerFactory.getLogger(SessionLog.class);

    static final int LARGEST_FILE = 2 << 20;
    private static final int MOST_FILES = 16;
    private static final int LINES = 20;
    private static final int LONGEST_LINE = 400;
    private static final int CHUNK = 4096;
    private static final Duration LAST_WORDS = Duration.ofMillis(200);
    private static final long DEADLINE = 10;
    private static final int STACK = 256 << 10;

    private final ProcessBuilder writer;
    private final List<Path> candidates;
    private final Deque<String> tail = new ArrayDeque<>();
    private final List<Thread> pumps = new CopyOnWriteArrayList<>();
    private Optional<Process> process = Optional.empty();
    private Optional<Path> file = Optional.empty();
    private int written;
    private int files;

    /**
     * Makes the log.
     *
     * @param writer     takes its standard input into the log and says first where that is
     * @param candidates where that may be
     */
    SessionLog(ProcessBuilder writer, List<Path> candidates) {
        this.writer = writer.redirectErrorStream(false)
                .redirectError(Redirect.DISCARD)
                .redirectInput(Redirect.PIPE);
        this.candidates = candidates;
    }

    /** Opens the file. */
    synchronized Path open() throws StartFailedException, IOException {
        if (next()) {
            return file.orElseThrow();
        }
        throw new StartFailedException(
                "the session's log cannot be written, neither as %s nor as %s: no space is left, writing is not allowed, or the disk does not answer"
                        .formatted(candidates.getFirst(), candidates.getLast()),
                List.of());
    }

    private boolean next() throws IOException {
        close();
        Process started = writer.start();
        process = Optional.of(started);
        files++;
        written = 0;
        String said = answer(started);
        file = candidates.stream().filter(path -> path.toString().equals(said)).findFirst();
        if (file.isEmpty()) {
            close();
        }
        return file.isPresent();
    }

    /** What the writer says first. It looks into a home that may be on a server that does not answer. */
    private static String answer(Process started) {
        var said = new CompletableFuture<String>();
        Thread.ofVirtual().name("log").start(() -> {
            try {
                said.complete(line(started.getInputStream()));
            } catch (IOException e) {
                said.complete(""); // it has ended
            }
        });
        String answer = said.completeOnTimeout("", DEADLINE, TimeUnit.SECONDS).join();
        if (answer.isEmpty()) {
            started.destroyForcibly();
        }
        return answer;
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int c = in.read(); c >= 0 && c != '\n' && line.size() < CHUNK; c = in.read()) {
            line.write(c);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    /** No more goes into the file; the last lines stay. */
    synchronized void close() {
        process.ifPresent(open -> {
            try {
                open.getOutputStream().close();
            } catch (IOException e) {
                LOG.debug("The log {} ended early: {}", file, e.getMessage());
            }
        });
        process = Optional.empty();
    }

    /** Waits a moment for what ended programs have written last. */
    void settle() throws InterruptedException {
        for (Thread pump : pumps) {
            pump.join(LAST_WORDS);
        }
    }

    /**
     * Takes all that a program writes, until nobody can write there any more.
     *
     * @param signs sees each line first; true = it was meant for us and explains nothing to anybody
     */
    void take(String name, InputStream from, Predicate<String> signs) {
        pumps.add(Thread.ofPlatform().daemon().name(name).stackSize(STACK).start(() -> pump(from, signs)));
    }

    private void pump(InputStream from, Predicate<String> signs) {
        byte[] chunk = new byte[CHUNK];
        var line = new Line(text -> {
            if (!signs.test(text)) {
                remember(text);
            }
        });
        try (from) {
            for (int count = from.read(chunk); count >= 0; count = from.read(chunk)) {
                write(chunk, count);
                line.add(chunk, count);
            }
        } catch (IOException e) {
            LOG.debug("What a session says cannot be read any more: {}", e.getMessage());
        }
        line.end();
    }

    private synchronized void write(byte[] bytes, int count) {
        if (process.isEmpty()) {
            return;
        }
        try {
            if (written + count > LARGEST_FILE && !roll()) {
                return;
            }
            OutputStream out = process.get().getOutputStream();
            out.write(bytes, 0, count);
            out.flush();
            written += count;
        } catch (IOException e) {
            LOG.debug("The log {} takes no more: {}", file, e.getMessage());
            close();
        }
    }

    /** Goes on with an empty file, the full one becoming the previous one; a program that never stops is not followed for ever. */
    private boolean roll() throws IOException {
        if (files < MOST_FILES) {
            return next();
        }
        process.orElseThrow()
                .getOutputStream()
                .write("Too much was written: the rest of this session is left out.\n"
                        .getBytes(StandardCharsets.UTF_8));
        close();
        return false;
    }

    private void remember(String line) {
        synchronized (tail) {
            if (tail.size() == LINES) {
                tail.removeFirst();
            }
            tail.addLast(line);
        }
    }

    /** The last lines, oldest first. */
    List<String> tail() {
        synchronized (tail) {
            return List.copyOf(tail);
        }
    }

    /** Cuts bytes into lines, of each of which the beginning is kept, without what could move a cursor. */
    private static final class Line {
        private final Consumer<String> lines;
        private final byte[] bytes = new byte[LONGEST_LINE];
        private int length;

        Line(Consumer<String> lines) {
            this.lines = lines;
        }

        void add(byte[] chunk, int count) {
            for (int i = 0; i < count; i++) {
                if (chunk[i] == '\n') {
                    end();
                } else if (length < LONGEST_LINE) {
                    bytes[length++] = chunk[i];
                }
            }
        }

        void end() {
            String text = new String(bytes, 0, length, StandardCharsets.UTF_8)
                    .replaceAll("\\p{Cntrl}", " ")
                    .strip();
            length = 0;
            if (!text.isEmpty()) {
                lines.accept(text);
            }
        }
    }
}
