package oriel.system;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/**
 * Memory shared with a process of another user: System V shared memory (shmget(2)). Only this process and that user may open it.
 * Unlike a mapped file it cannot be cut short by the other side, so that reading it is always safe.
 */
public final class SharedMemory implements AutoCloseable {

    private static final int IPC_PRIVATE = 0;
    private static final int IPC_CREAT = 0x200;
    private static final int OWNER_ONLY = 0x180;
    private static final int IPC_RMID = 0;
    private static final int IPC_SET = 1;
    private static final int IPC_STAT = 2;
    /** {@code struct shmid_ds} begins with {@code ipc_perm}: key, then uid; 112 bytes on 64-bit Linux. */
    private static final int SHMID_DS = 256;

    private static final long UID = 4;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final Linker.Option ERRNO = Linker.Option.captureCallState("errno");
    private static final MemoryLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle STATE_ERRNO = STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

    private static final MethodHandle SHMGET =
            find("shmget", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_INT));
    private static final MethodHandle SHMAT =
            find("shmat", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT));
    private static final MethodHandle SHMDT = find("shmdt", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    private static final MethodHandle SHMCTL =
            find("shmctl", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS));

    private final int id;
    private final Arena life;
    private final MemorySegment bytes;

    private SharedMemory(int id, Arena life, MemorySegment bytes) {
        this.id = id;
        this.life = life;
        this.bytes = bytes;
    }

    @SuppressWarnings("restricted") // calling the system is what this room is for
    private static MethodHandle find(String name, FunctionDescriptor descriptor) {
        MemorySegment function = LINKER.defaultLookup()
                .find(name)
                .orElseThrow(() -> new UnsatisfiedLinkError("the C library has no " + name));
        return LINKER.downcallHandle(function, descriptor, ERRNO);
    }

    /**
     * Makes memory. It lives until {@link #remove} and until everybody has let go of it.
     *
     * @param size bytes
     * @param uid  user who may open it beside this process
     * @return the memory
     * @throws IOException if the system has none to give
     */
    public static SharedMemory create(long size, int uid) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE);
            int id = (int) SHMGET.invokeExact(state, IPC_PRIVATE, size, IPC_CREAT | OWNER_ONLY);
            check(id, "shmget", state);
            try {
                share(arena, state, id, uid);
                return attach(state, id, size);
            } catch (IOException e) {
                control(state, id, IPC_RMID, MemorySegment.NULL);
                throw e;
            }
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("shmget", e);
        }
    }

    private static void share(Arena arena, MemorySegment state, int id, int uid) throws IOException {
        MemorySegment facts = arena.allocate(SHMID_DS, 8);
        control(state, id, IPC_STAT, facts);
        if (facts.get(JAVA_INT, UID) != uid) {
            facts.set(JAVA_INT, UID, uid);
            control(state, id, IPC_SET, facts);
        }
    }

    @SuppressWarnings("restricted")
    private static SharedMemory attach(MemorySegment state, int id, long size) throws IOException {
        long address;
        try {
            address = (long) SHMAT.invokeExact(state, id, MemorySegment.NULL, 0);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("shmat", e);
        }
        check(address, "shmat", state);
        Arena life = Arena.ofShared();
        return new SharedMemory(
                id, life, MemorySegment.ofAddress(address).reinterpret(size, life, SharedMemory::detach));
    }

    private static void detach(MemorySegment bytes) {
        try (Arena arena = Arena.ofConfined()) {
            int ignored = (int) SHMDT.invokeExact(arena.allocate(STATE), bytes);
            assert ignored == 0;
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("shmdt", e);
        }
    }

    private static void control(MemorySegment state, int id, int command, MemorySegment argument) throws IOException {
        try {
            check((int) SHMCTL.invokeExact(state, id, command, argument), "shmctl", state);
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("shmctl", e);
        }
    }

    private static void check(long result, String function, MemorySegment state) throws IOException {
        if (result == -1) {
            throw new IOException(function + " failed with error " + (int) STATE_ERRNO.get(state, 0L));
        }
    }

    /**
     * By what the other process opens it.
     *
     * @return an id, shmat(2)
     */
    public int id() {
        return id;
    }

    /**
     * The memory.
     *
     * @return the bytes; not to be used after {@link #close}
     */
    public MemorySegment bytes() {
        return bytes;
    }

    /**
     * Nobody can open it any more, and it is gone when everybody has let go of it, however their processes end.
     *
     * @throws IOException if the system does not know it any more
     */
    public void remove() throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            control(arena.allocate(STATE), id, IPC_RMID, MemorySegment.NULL);
        }
    }

    /** Lets go of it. Who still reads it gets an exception. Closing twice is no error. */
    @Override
    public void close() {
        if (life.scope().isAlive()) {
            life.close();
        }
    }
}
