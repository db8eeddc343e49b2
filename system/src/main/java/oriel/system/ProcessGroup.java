package oriel.system;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.invoke.MethodHandle;

/** Processes that are signalled together. */
public final class ProcessGroup {

    /** SIGHUP. */
    public static final int HANG_UP = 1;
    /** SIGKILL. */
    public static final int KILL = 9;
    /** SIGCONT. */
    public static final int CONTINUE = 18;

    private static final MethodHandle KILLS =
            NativeFunctions.find("kill", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));

    private ProcessGroup() {}

    /**
     * Signals the group that a process leads.
     *
     * @param leader its process id, more than 1
     * @param signal number of the signal
     * @throws IOException if there is no such group or it may not be signalled
     */
    public static void signal(long leader, int signal) throws IOException {
        if (leader <= 1) {
            throw new IllegalArgumentException("process " + leader);
        }
        NativeFunctions.call("kill", state -> (int) KILLS.invokeExact(state, (int) -leader, signal));
    }
}
