package oriel.system;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** What a library may have changed for the whole process, kept to be put back: resource limits and the file mode mask. */
public final class ProcessState implements AutoCloseable {

    private static final int RESOURCES = 16;
    private static final int RLIMIT = 16;
    private static final int PRIVATE = 0022;

    private static final MethodHandle GETRLIMIT =
            NativeFunctions.find("getrlimit", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));
    private static final MethodHandle SETRLIMIT =
            NativeFunctions.find("setrlimit", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));
    private static final MethodHandle UMASK = NativeFunctions.find("umask", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

    private final Arena arena = Arena.ofConfined();
    private final MemorySegment limits = arena.allocate((long) RESOURCES * RLIMIT, 8);
    private final int mask;

    private ProcessState() throws IOException {
        for (int i = 0; i < RESOURCES; i++) {
            limit(GETRLIMIT, i);
        }
        mask = umask(PRIVATE);
        umask(mask);
    }

    private void limit(MethodHandle function, int resource) throws IOException {
        MemorySegment limit = limits.asSlice((long) resource * RLIMIT, RLIMIT);
        NativeFunctions.call("rlimit", state -> (int) function.invokeExact(state, resource, limit));
    }

    private static int umask(int value) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(Linker.Option.captureStateLayout());
            return NativeFunctions.plain("umask", () -> (int) UMASK.invokeExact(state, value));
        }
    }

    /**
     * Takes note of how it is.
     *
     * @return closing it puts everything back; belongs to this thread
     * @throws IOException if it cannot be found out
     */
    public static ProcessState keep() throws IOException {
        return new ProcessState();
    }

    /** Puts everything back. */
    @Override
    public void close() throws IOException {
        try (arena) {
            for (int i = 0; i < RESOURCES; i++) {
                limit(SETRLIMIT, i);
            }
            umask(mask);
        }
    }
}
