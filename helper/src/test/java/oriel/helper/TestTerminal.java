package oriel.helper;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A pseudo-terminal whose master the test holds, as the front end would. */
final class TestTerminal implements AutoCloseable {

    private static final int O_RDWR_NOCTTY_CLOEXEC = 2 | 0x100 | 0x8_0000;

    private final int master;
    final String slave;

    TestTerminal(int owner) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            master = (int) find("posix_openpt", JAVA_INT).invokeExact(O_RDWR_NOCTTY_CLOEXEC);
            assertThat((int) find("grantpt", JAVA_INT).invokeExact(master)).isZero();
            assertThat((int) find("unlockpt", JAVA_INT).invokeExact(master)).isZero();
            MemorySegment name = arena.allocate(64);
            assertThat((int) find("ptsname_r", JAVA_INT, ADDRESS, JAVA_LONG).invokeExact(master, name, 64L))
                    .isZero();
            slave = name.getString(0);
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IOException(e);
        }
        Files.setAttribute(Path.of(slave), "unix:uid", owner);
    }

    @SuppressWarnings("restricted") // terminals are made by the C library alone
    private static MethodHandle find(String name, java.lang.foreign.MemoryLayout... arguments) {
        return Linker.nativeLinker()
                .downcallHandle(
                        Linker.nativeLinker().defaultLookup().find(name).orElseThrow(),
                        FunctionDescriptor.of(JAVA_INT, arguments));
    }

    /** What programs wrote until the last of them let go of the terminal. */
    String everything() throws IOException {
        return until("\0");
    }

    /** What programs wrote until then. */
    String until(String mark) throws IOException {
        @SuppressWarnings("restricted")
        MethodHandle read = Linker.nativeLinker()
                .downcallHandle(
                        Linker.nativeLinker().defaultLookup().find("read").orElseThrow(),
                        FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
        var text = new StringBuilder();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment buffer = arena.allocate(4096);
            while (text.indexOf(mark) < 0) {
                long length = (long) read.invokeExact(master, buffer, 4096L);
                if (length <= 0) {
                    break;
                }
                text.append(new String(buffer.asSlice(0, length).toArray(JAVA_BYTE), StandardCharsets.UTF_8));
            }
            return text.toString();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            assertThat((int) find("close", JAVA_INT).invokeExact(master)).isZero();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IOException(e);
        }
    }
}
