package oriel.system;

import java.io.Serial;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/** How this room calls functions of native libraries: found by name, failures carry errno. */
final class NativeFunctions {

    private static final Linker LINKER = Linker.nativeLinker();
    private static final Linker.Option ERRNO = Linker.Option.captureCallState("errno");
    private static final MemoryLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle STATE_ERRNO = STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

    private NativeFunctions() {}

    /** A function of the C library; its first argument is where errno is left. */
    @SuppressWarnings("restricted") // calling the system is what this room is for
    static MethodHandle find(String name, FunctionDescriptor descriptor, Linker.Option... options) {
        var all = new Linker.Option[options.length + 1];
        System.arraycopy(options, 0, all, 0, options.length);
        all[options.length] = ERRNO;
        return LINKER.downcallHandle(symbol(LINKER.defaultLookup(), name), descriptor, all);
    }

    /** A function of a library, which is loaded for as long as this program runs; no errno. */
    @SuppressWarnings("restricted")
    static MethodHandle find(String library, String name, FunctionDescriptor descriptor) {
        return LINKER.downcallHandle(symbol(SymbolLookup.libraryLookup(library, Arena.global()), name), descriptor);
    }

    @SuppressWarnings("restricted")
    static MemorySegment upcall(MethodHandle target, FunctionDescriptor descriptor, Arena arena) {
        return LINKER.upcallStub(target, descriptor, arena);
    }

    private static MemorySegment symbol(SymbolLookup lookup, String name) {
        return lookup.find(name).orElseThrow(() -> new UnsatisfiedLinkError("there is no function " + name));
    }

    /** A call of a function that leaves errno. */
    interface Call {
        long invoke(MemorySegment state) throws Throwable;
    }

    /** Calls; a negative result is a failure. */
    static long call(String function, Call call) throws SystemCallException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE);
            long result = call.invoke(state);
            if (result < 0) {
                throw new SystemCallException(function, (int) STATE_ERRNO.get(state, 0L));
            }
            return result;
        } catch (SystemCallException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new NotDeclared(function, e);
        }
    }

    /** A call of a function whose result says all. */
    interface Plain<T> {
        T invoke() throws Throwable;
    }

    static <T> T plain(String function, Plain<T> call) {
        try {
            return call.invoke();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new NotDeclared(function, e);
        }
    }

    /** A method handle of a native function throws nothing checked. */
    private static final class NotDeclared extends IllegalStateException {
        @Serial
        private static final long serialVersionUID = 1;

        NotDeclared(String function, Throwable cause) {
            super(function, cause);
        }
    }
}
