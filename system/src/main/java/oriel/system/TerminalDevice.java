package oriel.system;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The slave of a pseudo-terminal, held open: while it is, its name cannot come to mean another one. It does not become the
 * terminal of this process.
 */
public final class TerminalDevice implements AutoCloseable {

    private static final Pattern SLAVE = Pattern.compile("/dev/pts/\\d{1,7}");
    private static final int O_RDWR = 2;
    private static final int O_NOCTTY = 0x100;
    private static final int O_CLOEXEC = 0x8_0000;

    /** O_NOFOLLOW has a number of its own on arm. */
    private static final int O_NOFOLLOW = System.getProperty("os.arch", "").equals("aarch64") ? 0x8000 : 0x2_0000;

    private static final MethodHandle OPEN = NativeFunctions.find(
            "open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT), Linker.Option.firstVariadicArg(2));
    private static final MethodHandle CLOSE = NativeFunctions.find("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

    private final int descriptor;

    private TerminalDevice(int descriptor) {
        this.descriptor = descriptor;
    }

    /**
     * Opens a slave.
     *
     * @param slave its path, {@code /dev/pts/} and a number
     * @return the device
     * @throws IOException if the path is of another form, or it cannot be opened
     */
    public static TerminalDevice open(String slave) throws IOException {
        if (!SLAVE.matcher(slave).matches()) {
            throw new IOException("this is no pseudo-terminal");
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment path = arena.allocateFrom(slave);
            int flags = O_RDWR | O_NOCTTY | O_CLOEXEC | O_NOFOLLOW;
            return new TerminalDevice(
                    (int) NativeFunctions.call("open", state -> (int) OPEN.invokeExact(state, path, flags, 0)));
        }
    }

    private Path path() {
        return Path.of("/proc/self/fd/" + descriptor);
    }

    /**
     * Whose it is.
     *
     * @return user id
     * @throws IOException if it cannot be found out
     */
    public int owner() throws IOException {
        return (int) Files.getAttribute(path(), "unix:uid");
    }

    /**
     * Gives it to somebody.
     *
     * @param uid user id
     * @throws IOException if it cannot be given
     */
    public void give(int uid) throws IOException {
        Files.setAttribute(path(), "unix:uid", uid);
    }

    /** Lets it go. */
    @Override
    public void close() throws IOException {
        NativeFunctions.call("close", state -> (int) CLOSE.invokeExact(state, descriptor));
    }
}
