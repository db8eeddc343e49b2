package oriel.system;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/**
 * The reading end of a FIFO (fifo(7)). The JDK can open one too, but then opening waits for a writer, reading knows no time
 * limit, and once the writer has gone its end is read for ever. Here opening never waits, and writers may come and go. All is called
 * by the one thread that opened it, except {@link #wake}.
 */
public final class FifoReader implements AutoCloseable {

    /** What {@link #read} says when {@link #wake} was called. */
    public static final int WOKEN = -1;

    /** A time limit of {@link #read}: none. */
    public static final int FOREVER = -1;

    private static final int O_RDONLY = 0;
    private static final int O_NONBLOCK = 0x800;
    private static final int O_CLOEXEC = 0x8_0000;
    private static final short POLLIN = 1;
    private static final int EINTR = 4;
    private static final int EAGAIN = 11;

    /** Size of {@code struct pollfd}: int fd, short events, short revents. */
    private static final int POLLFD = 8;

    private static final MethodHandle OPEN = NativeFunctions.find(
            "open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT), Linker.Option.firstVariadicArg(2));
    private static final MethodHandle READ =
            NativeFunctions.find("read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
    private static final MethodHandle WRITE =
            NativeFunctions.find("write", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
    private static final MethodHandle POLL =
            NativeFunctions.find("poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
    private static final MethodHandle EVENTFD =
            NativeFunctions.find("eventfd", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
    private static final MethodHandle CLOSE = NativeFunctions.find("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

    private final Arena arena = Arena.ofConfined();
    private final MemorySegment path;
    private final MemorySegment buffer;
    private final MemorySegment polled = arena.allocate(2 * POLLFD, 8);
    private final int waker;
    private int fd = -1;
    private volatile boolean woken;
    private boolean closed;

    private FifoReader(Path path, int most) throws IOException {
        this.path = arena.allocateFrom(path.toString());
        buffer = arena.allocate(most, 8);
        waker = (int)
                NativeFunctions.call("eventfd", state -> (int) EVENTFD.invokeExact(state, 0, O_CLOEXEC | O_NONBLOCK));
    }

    /**
     * Opens a FIFO.
     *
     * @param path where it is
     * @param most the most bytes to be read at once
     * @return its reading end
     * @throws IOException if it cannot be opened
     */
    public static FifoReader open(Path path, int most) throws IOException {
        var fifo = new FifoReader(path, most);
        try {
            fifo.reopen();
            return fifo;
        } catch (IOException e) {
            fifo.close();
            throw e;
        }
    }

    private void reopen() throws IOException {
        int opened = (int) NativeFunctions.call(
                "open", state -> (int) OPEN.invokeExact(state, path, O_RDONLY | O_NONBLOCK | O_CLOEXEC));
        shut();
        fd = opened;
    }

    /**
     * Reads what is there.
     *
     * @param into    takes it, from its beginning
     * @param timeout how long to wait for a byte, in milliseconds; {@link #FOREVER} = without limit
     * @return how many bytes; 0 = none came in time; {@link #WOKEN} = another thread wants this one back
     * @throws IOException if the FIFO is gone
     */
    public int read(byte[] into, int timeout) throws IOException {
        while (!woken) {
            int count = take(into);
            if (count > 0) {
                return count;
            }
            if (!await(timeout)) {
                return 0;
            }
        }
        return WOKEN;
    }

    private int take(byte[] into) throws IOException {
        try {
            long most = Math.min(into.length, buffer.byteSize());
            int count = (int) NativeFunctions.call("read", state -> (long) READ.invokeExact(state, fd, buffer, most));
            if (count == 0) {
                reopen(); // there is no writer: as it is, the FIFO might never let us wait again
            } else {
                MemorySegment.copy(buffer, JAVA_BYTE, 0, into, 0, count);
            }
            return count;
        } catch (SystemCallException e) {
            if (e.errno() == EAGAIN || e.errno() == EINTR) {
                return 0;
            }
            throw e;
        }
    }

    /** Whether something has happened in time. */
    private boolean await(int timeout) throws IOException {
        polled.set(JAVA_INT, 0, fd);
        polled.set(JAVA_SHORT, 4, POLLIN);
        polled.set(JAVA_INT, POLLFD, waker);
        polled.set(JAVA_SHORT, POLLFD + 4, POLLIN);
        try {
            return NativeFunctions.call("poll", state -> (int) POLL.invokeExact(state, polled, 2L, timeout)) > 0;
        } catch (SystemCallException e) {
            if (e.errno() == EINTR) {
                return true;
            }
            throw e;
        }
    }

    /** Ends the wait of {@link #read} that is under way, and all later ones. From any thread, also after it was closed. */
    public synchronized void wake() {
        if (closed) {
            return;
        }
        woken = true;
        try (Arena one = Arena.ofConfined()) {
            MemorySegment number = one.allocateFrom(JAVA_LONG, 1);
            NativeFunctions.call("write", state -> (long) WRITE.invokeExact(state, waker, number, 8L));
        } catch (SystemCallException e) {
            if (e.errno() != EAGAIN) { // EAGAIN: it has been woken very often
                throw new IllegalStateException(e);
            }
        }
    }

    /** Closing twice is no error. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            shut();
            close(waker);
            arena.close();
        }
    }

    private void shut() {
        if (fd >= 0) {
            int old = fd;
            fd = -1;
            close(old);
        }
    }

    private static void close(int old) {
        try (Arena one = Arena.ofConfined()) {
            MemorySegment state = one.allocate(Linker.Option.captureStateLayout());
            NativeFunctions.<Integer>plain("close", () -> (int) CLOSE.invokeExact(state, old));
        }
    }
}
