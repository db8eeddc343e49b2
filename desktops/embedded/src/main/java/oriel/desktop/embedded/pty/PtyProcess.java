package oriel.desktop.embedded.pty;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A program that runs on a pseudo-terminal.
 *
 * <p>One platform thread per program waits for it with poll(2), hands its output to the listener and writes what it was too
 * slow to read. (A virtual thread would pin its carrier in poll.) The methods may be called from any thread and return at
 * once.
 */
public final class PtyProcess implements AutoCloseable {

    /** Most bytes that wait for a program which does not read; what comes beyond is refused. */
    public static final int MOST_WAITING = 1 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(PtyProcess.class);
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final int CHUNK = 32 * 1024;
    private static final int WRITE_CHUNK = 4096;

    private final Libc libc;
    private final int master;
    private final int wake;
    private final PtyLeader leader;
    private final PtyListener listener;

    /** Guards the descriptors: nobody uses them after {@link #released}, which the reading thread sets. */
    private final Object lock = new Object();

    private final OutgoingBytes outgoing = new OutgoingBytes(MOST_WAITING);
    private boolean released;
    private volatile boolean closed;
    private volatile boolean leaderGone;
    private final CompletableFuture<Integer> exit;

    private PtyProcess(Libc libc, int master, int wake, PtyLeader leader, PtyListener listener) {
        this.libc = libc;
        this.master = master;
        this.wake = wake;
        this.leader = leader;
        this.listener = listener;
        this.exit = leader.onExit().thenApply(this::leaderEnded);
    }

    /**
     * Starts a program.
     *
     * @param program  what to run
     * @param columns  width of the terminal, in cells
     * @param rows     height of the terminal, in cells
     * @param listener hears of its output and its end
     * @return the running program; the caller closes it
     * @throws IOException if this system has no PTYs (left) or the program cannot be started
     */
    public static PtyProcess start(PtyProgram program, int columns, int rows, PtyListener listener) throws IOException {
        Libc libc = Libc.get();
        int master = libc.openMaster();
        int wake = -1;
        try {
            wake = libc.eventDescriptor();
            String slave = libc.unlockSlave(master);
            libc.windowSize(master, columns, rows, 0, 0);
            libc.utf8(master);
            var pty = new PtyProcess(libc, master, wake, program.start(slave), listener);
            pty.begin();
            return pty;
        } catch (IOException e) {
            libc.close(master);
            if (wake >= 0) {
                libc.close(wake);
            }
            throw e;
        }
    }

    private void begin() {
        Thread.ofPlatform().daemon().name("pty-" + leader.pid()).start(this::run);
    }

    private int leaderEnded(int status) {
        leaderGone = true;
        wake();
        return status;
    }

    private void run() {
        try (Arena arena = Arena.ofConfined()) {
            exchange(arena);
        } catch (IOException e) {
            LOG.warn("The terminal of process {} failed: {}.", leader.pid(), e.getMessage());
        } finally {
            if (!closed) {
                leftWithin(GRACE); // a leader that closed its terminal on the way out is not to be hung up meanwhile
            }
            release();
            hangUp();
            listener.ended(exitStatus());
        }
    }

    private void exchange(Arena arena) throws IOException {
        MemorySegment nativeBuffer = arena.allocate(CHUNK);
        MemorySegment descriptors = arena.allocate(2L * Libc.POLLFD, 4);
        var buffer = new byte[CHUNK];
        int patience = 0; // 0: there may be more to read at once
        while (!closed) {
            boolean leaderWasGone = leaderGone; // before polling: what it wrote last is then still read
            short ready = leaderWasGone ? 0 : await(descriptors, patience);
            if ((ready & Libc.POLLOUT) != 0) {
                flush();
            }
            int length = closed ? 0 : read(nativeBuffer);
            patience = 0;
            if (length > 0) {
                MemorySegment.copy(nativeBuffer, JAVA_BYTE, 0, buffer, 0, length);
                listener.output(buffer, length);
            } else if (length < 0 || leaderWasGone) {
                return;
            } else {
                int again = listener.settled();
                patience = again == 0 ? -1 : again;
            }
        }
    }

    /** Waits until something can be read or written, somebody wakes us, or the time is over. */
    private short await(MemorySegment descriptors, int milliseconds) throws IOException {
        boolean writing;
        synchronized (lock) {
            writing = !outgoing.isEmpty();
        }
        descriptors.set(JAVA_INT, 0, master);
        descriptors.set(JAVA_SHORT, 4, (short) (Libc.POLLIN | (writing ? Libc.POLLOUT : 0)));
        descriptors.set(JAVA_SHORT, 6, (short) 0);
        descriptors.set(JAVA_INT, 8, wake);
        descriptors.set(JAVA_SHORT, 12, Libc.POLLIN);
        descriptors.set(JAVA_SHORT, 14, (short) 0);
        libc.poll(descriptors, milliseconds);
        if (descriptors.get(JAVA_SHORT, 14) != 0) {
            drainWake();
        }
        return descriptors.get(JAVA_SHORT, 6);
    }

    private void drainWake() throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            libc.read(wake, arena.allocate(8, 8));
        } catch (Libc.Failure e) {
            if (e.errno() != Libc.EAGAIN) {
                throw e;
            }
        }
    }

    /** The bytes that can be read now; 0 = none at the moment, −1 = the last slave was closed. */
    private int read(MemorySegment into) throws IOException {
        try {
            long length = libc.read(master, into);
            return length == 0 ? -1 : (int) length;
        } catch (Libc.Failure e) {
            return switch (e.errno()) {
                case Libc.EAGAIN, Libc.EINTR -> 0;
                case Libc.EIO -> -1;
                default -> throw e;
            };
        }
    }

    /**
     * Types bytes for the program.
     *
     * @param bytes  the bytes
     * @param offset index of the first
     * @param length how many
     * @return whether they were taken; not, when the program has ended or {@link #MOST_WAITING} bytes wait already
     */
    public boolean write(byte[] bytes, int offset, int length) {
        synchronized (lock) {
            if (released || closed || !outgoing.offer(bytes, offset, length)) {
                return false;
            }
            try {
                flushLocked();
            } catch (IOException e) {
                LOG.debug("Process {} takes no more input: {}.", leader.pid(), e.getMessage());
                return false;
            }
            if (!outgoing.isEmpty()) {
                wake();
            }
            return true;
        }
    }

    private void flush() throws IOException {
        synchronized (lock) {
            flushLocked();
        }
    }

    private void flushLocked() throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment chunk = arena.allocate(WRITE_CHUNK);
            while (!outgoing.isEmpty()) {
                byte[] next = outgoing.peek(WRITE_CHUNK);
                MemorySegment.copy(next, 0, chunk, JAVA_BYTE, 0, next.length);
                outgoing.skip((int) libc.write(master, chunk.asSlice(0, next.length)));
            }
        } catch (Libc.Failure e) {
            if (e.errno() != Libc.EAGAIN && e.errno() != Libc.EINTR) {
                outgoing.skip(outgoing.peek(MOST_WAITING).length);
                throw e;
            }
        }
    }

    /**
     * Changes the size of the terminal; the program in the foreground hears of it (SIGWINCH).
     *
     * @param columns in cells
     * @param rows    in cells
     * @param width   in pixels, 0 = unknown
     * @param height  in pixels, 0 = unknown
     */
    public void resize(int columns, int rows, int width, int height) {
        synchronized (lock) {
            if (released) {
                return;
            }
            try {
                libc.windowSize(master, columns, rows, width, height);
            } catch (IOException e) {
                LOG.debug("Process {} was not told its size: {}.", leader.pid(), e.getMessage());
            }
        }
    }

    /**
     * The id of the program, which is also that of its session.
     *
     * @return process id
     */
    public long pid() {
        return leader.pid();
    }

    /**
     * How the program ended.
     *
     * @return completes with the exit status when it has
     */
    public CompletableFuture<Integer> onExit() {
        return exit;
    }

    /** Hangs up: the program gets SIGHUP, and SIGKILL if it is still there two seconds later. Closing twice is no error. */
    @Override
    public void close() {
        closed = true;
        wake();
    }

    private void wake() {
        synchronized (lock) {
            if (released) {
                return;
            }
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment one = arena.allocate(8, 8);
                one.set(JAVA_LONG, 0, 1);
                libc.write(wake, one);
            } catch (IOException e) {
                LOG.debug("The terminal of process {} was not woken: {}.", leader.pid(), e.getMessage());
            }
        }
    }

    private void release() {
        synchronized (lock) {
            released = true;
            try {
                libc.close(master);
                libc.close(wake);
            } catch (IOException e) {
                LOG.warn("The terminal of process {} was not closed: {}.", leader.pid(), e.getMessage());
            }
        }
    }

    /** Closing the master has told the foreground job already; the rest of the leader's group is told here. */
    private void hangUp() {
        if (leftWithin(Duration.ofMillis(20))) {
            return;
        }
        leader.hangUp();
        if (!leftWithin(GRACE)) {
            leader.kill();
            leftWithin(GRACE);
        }
    }

    private boolean leftWithin(Duration time) {
        try {
            exit.get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return true; // nobody knows how it ended, but it did
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return exit.isDone();
        }
    }

    private int exitStatus() {
        return exit.isCompletedExceptionally() ? -1 : exit.getNow(-1);
    }
}
