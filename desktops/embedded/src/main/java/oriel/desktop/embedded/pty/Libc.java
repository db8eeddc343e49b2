package oriel.desktop.embedded.pty;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/**
 * The functions of the C library a PTY needs, and the numbers of Linux that go with them. Each method names the function
 * it calls; failures carry errno.
 */
final class Libc {

    static final int O_RDWR = 2;
    static final int O_NOCTTY = 0x100;
    static final int O_NONBLOCK = 0x800;
    static final int O_CLOEXEC = 0x8_0000;
    static final short POLLIN = 1;
    static final short POLLOUT = 4;
    static final int SIGHUP = 1;
    static final int SIGKILL = 9;
    static final int SIGCONT = 18;
    static final int EINTR = 4;
    static final int EIO = 5;
    static final int EAGAIN = 11;

    /** Size of {@code struct pollfd}: int fd, short events, short revents. */
    static final int POLLFD = 8;

    private static final int EFD_CLOEXEC = O_CLOEXEC;
    private static final int EFD_NONBLOCK = O_NONBLOCK;
    private static final long TIOCSWINSZ = 0x5414;
    private static final int TCSANOW = 0;
    private static final int IUTF8 = 0x4000;
    /** At least the size of {@code struct termios} (60 bytes with glibc and musl). */
    private static final int TERMIOS = 128;

    private static final int PATH = 128;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final Linker.Option ERRNO = Linker.Option.captureCallState("errno");
    private static final MemoryLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle STATE_ERRNO = STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

    private final MethodHandle posixOpenpt = find("posix_openpt", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    private final MethodHandle grantpt = find("grantpt", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    private final MethodHandle unlockpt = find("unlockpt", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    private final MethodHandle ptsname =
            find("ptsname_r", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_LONG));
    private final MethodHandle ioctl = find(
            "ioctl", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS), Linker.Option.firstVariadicArg(2));
    private final MethodHandle tcgetattr = find("tcgetattr", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));
    private final MethodHandle tcsetattr =
            find("tcsetattr", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS));
    private final MethodHandle eventfd = find("eventfd", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
    private final MethodHandle read = find("read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
    private final MethodHandle write = find("write", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
    private final MethodHandle poll = find("poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
    private final MethodHandle close = find("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    private final MethodHandle kill = find("kill", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));

    private Libc() {}

    /** Initialised on first use, so that a missing function is an {@link IOException} where a terminal is opened. */
    private static final class Holder {
        static final Libc LIBC = new Libc();
    }

    static Libc get() throws IOException {
        try {
            return Holder.LIBC;
        } catch (ExceptionInInitializerError | NoClassDefFoundError e) {
            throw new IOException("the C library of this system cannot make pseudo-terminals", e);
        } catch (IllegalCallerException e) {
            throw new IOException("native access is not enabled for the embedded desktop", e);
        }
    }

    @SuppressWarnings("restricted") // what makes it restricted is what this class is for
    private static MethodHandle find(String name, FunctionDescriptor descriptor, Linker.Option... options) {
        MemorySegment function = LINKER.defaultLookup()
                .find(name)
                .orElseThrow(() -> new UnsatisfiedLinkError("the C library has no " + name));
        var all = new Linker.Option[options.length + 1];
        System.arraycopy(options, 0, all, 0, options.length);
        all[options.length] = ERRNO;
        return LINKER.downcallHandle(function, descriptor, all);
    }

    /** A function failed. */
    static final class Failure extends IOException {
        private static final long serialVersionUID = 1;

        private final int errno;

        Failure(String function, int errno) {
            super(function + " failed with error " + errno);
            this.errno = errno;
        }

        int errno() {
            return errno;
        }
    }

    private interface Call {
        long invoke(MemorySegment state) throws Throwable;
    }

    private static long call(String function, Call call) throws Failure {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE);
            long result = call.invoke(state);
            if (result < 0) {
                throw new Failure(function, (int) STATE_ERRNO.get(state, 0L));
            }
            return result;
        } catch (Failure | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(function, e); // a method handle of a downcall throws nothing checked
        }
    }

    /** Opens a master; descriptors do not survive an exec and do not block. */
    int openMaster() throws Failure {
        int flags = O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK;
        return (int) call("posix_openpt", state -> (int) posixOpenpt.invokeExact(state, flags));
    }

    /** Makes the slave usable and names it. */
    String unlockSlave(int master) throws IOException {
        call("grantpt", state -> (int) grantpt.invokeExact(state, master));
        call("unlockpt", state -> (int) unlockpt.invokeExact(state, master));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocate(PATH);
            long error = call("ptsname_r", state -> (int) ptsname.invokeExact(state, master, name, (long) PATH));
            if (error != 0) {
                throw new Failure("ptsname_r", (int) error);
            }
            return name.getString(0);
        }
    }

    /** TIOCSWINSZ: {@code struct winsize} is rows, columns, pixels across, pixels down, each an unsigned short. */
    void windowSize(int master, int columns, int rows, int width, int height) throws Failure {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment size = arena.allocate(8, 2);
            int[] fields = {rows, columns, width, height};
            for (int i = 0; i < fields.length; i++) {
                size.setAtIndex(JAVA_SHORT, i, (short) Math.clamp(fields[i], 0, 0xFFFF));
            }
            call("ioctl(TIOCSWINSZ)", state -> (int) ioctl.invokeExact(state, master, TIOCSWINSZ, size));
        }
    }

    /** Tells the line discipline that characters are UTF-8, so that a backspace takes a whole one. */
    void utf8(int master) throws Failure {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment termios = arena.allocate(TERMIOS, 8);
            call("tcgetattr", state -> (int) tcgetattr.invokeExact(state, master, termios));
            termios.set(JAVA_INT, 0, termios.get(JAVA_INT, 0) | IUTF8); // c_iflag comes first
            call("tcsetattr", state -> (int) tcsetattr.invokeExact(state, master, TCSANOW, termios));
        }
    }

    /** A counter that poll can wait for. */
    int eventDescriptor() throws Failure {
        return (int) call("eventfd", state -> (int) eventfd.invokeExact(state, 0, EFD_CLOEXEC | EFD_NONBLOCK));
    }

    long read(int descriptor, MemorySegment into) throws Failure {
        return call("read", state -> (long) read.invokeExact(state, descriptor, into, into.byteSize()));
    }

    long write(int descriptor, MemorySegment bytes) throws Failure {
        return call("write", state -> (long) write.invokeExact(state, descriptor, bytes, bytes.byteSize()));
    }

    /** Waits; −1 = without limit. An interruption by a signal counts as nothing ready. */
    void poll(MemorySegment descriptors, int milliseconds) throws Failure {
        try {
            long count = descriptors.byteSize() / POLLFD;
            call("poll", state -> (int) poll.invokeExact(state, descriptors, count, milliseconds));
        } catch (Failure e) {
            if (e.errno() != EINTR) {
                throw e;
            }
        }
    }

    void close(int descriptor) throws Failure {
        call("close", state -> (int) close.invokeExact(state, descriptor));
    }

    /** Signals a process, or a process group by its negative id. */
    void kill(int process, int signal) throws Failure {
        call("kill", state -> (int) kill.invokeExact(state, process, signal));
    }
}
