package oriel.system;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What this process may do: whom it runs as, and what it gives up (credentials(7)). The C library carries a change of ids to
 * every thread of the process.
 */
public final class Rights {

    private static final int PR_SET_DUMPABLE = 4;
    private static final int PR_SET_NO_NEW_PRIVS = 38;
    private static final int SECCOMP_SET_MODE_FILTER = 1;
    private static final long TSYNC_AND_SPECULATION = 1 | 4;
    private static final long SECCOMP_X86_64 = 317;
    private static final long SECCOMP_OTHERS = 277;
    private static final int BPF_RETURN = 0x06;
    private static final int SECCOMP_ALLOW = 0x7FFF_0000;

    private static final MethodHandle SETGROUPS =
            NativeFunctions.find("setgroups", FunctionDescriptor.of(JAVA_INT, JAVA_LONG, ADDRESS));
    private static final MethodHandle SETRESGID =
            NativeFunctions.find("setresgid", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
    private static final MethodHandle SETRESUID =
            NativeFunctions.find("setresuid", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
    private static final MethodHandle GETEUID = NativeFunctions.find("geteuid", FunctionDescriptor.of(JAVA_INT));
    private static final MethodHandle PRCTL = NativeFunctions.find(
            "prctl",
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG),
            Linker.Option.firstVariadicArg(1));
    private static final MethodHandle SYSCALL = NativeFunctions.find(
            "syscall",
            FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, ADDRESS),
            Linker.Option.firstVariadicArg(1));

    private Rights() {}

    /**
     * The effective user id.
     *
     * @return 0 = root
     */
    public static int uid() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(Linker.Option.captureStateLayout());
            return NativeFunctions.plain("geteuid", () -> (int) GETEUID.invokeExact(state));
        }
    }

    /**
     * Turns the whole process, which is root, into somebody else for good: no supplementary groups, and real, effective and
     * saved ids alike, so that there is no way back.
     *
     * @param uid user id, not root's
     * @param gid group id, not root's
     * @throws IOException if it could not be done; the process must not go on then
     */
    public static void become(int uid, int gid) throws IOException {
        if (uid <= 0 || gid <= 0) {
            throw new IllegalArgumentException("user " + uid + ", group " + gid);
        }
        NativeFunctions.call("setgroups", state -> (int) SETGROUPS.invokeExact(state, 0L, MemorySegment.NULL));
        NativeFunctions.call("setresgid", state -> (int) SETRESGID.invokeExact(state, gid, gid, gid));
        NativeFunctions.call("setresuid", state -> (int) SETRESUID.invokeExact(state, uid, uid, uid));
        if (uid() != uid) {
            throw new IOException("the user id is " + uid() + " in place of " + uid);
        }
    }

    /**
     * No program that any thread of this process starts can gain rights any more, whatever set-user-id bits it has. The flag
     * belongs to a thread; a filter of system calls that allows all of them carries it to the others, since the kernel keeps the
     * two together (seccomp(2), {@code SECCOMP_FILTER_FLAG_TSYNC}).
     *
     * @throws IOException if the kernel refuses
     */
    public static void renounceNewRights() throws IOException {
        NativeFunctions.call("prctl(PR_SET_NO_NEW_PRIVS)", state ->
                (int) PRCTL.invokeExact(state, PR_SET_NO_NEW_PRIVS, 1L, 0L, 0L, 0L));
        long number = System.getProperty("os.arch", "").equals("amd64") ? SECCOMP_X86_64 : SECCOMP_OTHERS;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment allow = arena.allocate(8, 8); // struct sock_filter: code, jt, jf, k
            allow.set(JAVA_SHORT, 0, (short) BPF_RETURN);
            allow.set(JAVA_INT, 4, SECCOMP_ALLOW);
            MemorySegment program = arena.allocate(16, 8); // struct sock_fprog: len, filter
            program.set(JAVA_SHORT, 0, (short) 1);
            program.set(ADDRESS, 8, allow);
            long other = NativeFunctions.call("seccomp", state -> (long)
                    SYSCALL.invokeExact(state, number, (long) SECCOMP_SET_MODE_FILTER, TSYNC_AND_SPECULATION, program));
            if (other != 0) {
                throw new IOException("thread " + other + " keeps the right to gain rights");
            }
        }
    }

    /**
     * Nothing of this process's memory reaches a core file, and no other process of its user can look into it. What it starts
     * is not touched by this.
     *
     * @throws IOException if the kernel refuses
     */
    public static void keepMemoryPrivate() throws IOException {
        NativeFunctions.call(
                "prctl(PR_SET_DUMPABLE)", state -> (int) PRCTL.invokeExact(state, PR_SET_DUMPABLE, 0L, 0L, 0L, 0L));
    }

    /**
     * Gives a file to somebody. The path's own links are not followed.
     *
     * @param path a file or directory
     * @param uid  user id
     * @param gid  group id
     * @throws IOException if it cannot be done
     */
    public static void give(Path path, int uid, int gid) throws IOException {
        Files.setAttribute(path, "unix:gid", gid, java.nio.file.LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(path, "unix:uid", uid, java.nio.file.LinkOption.NOFOLLOW_LINKS);
    }
}
