package oriel.system;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Locked passwords of shadow(5), which only root can read. */
public final class ShadowPasswords {

    private static final Path SHADOW = Path.of("/etc/shadow");

    /** More than {@code struct crypt_data} takes in any version of libcrypt. */
    private static final int CRYPT_DATA = 256 * 1024;

    /** A hash of the kind that most systems make now, of no password in particular. */
    private static final String DECOY = "$y$j9T$F5Jx5fExrKuPp53xLKQ..1$";

    private static final class Library {
        static final MethodHandle CRYPT_R = NativeFunctions.find(
                "libcrypt.so.1", "crypt_r", FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, ADDRESS));

        private Library() {}
    }

    private ShadowPasswords() {}

    /**
     * Whether an account is locked ({@code usermod -L}), and this would be its password: then somebody who has proved to know
     * it may be told so.
     *
     * @param account  login name
     * @param password as it was typed; lent for the call
     * @return whether both are so
     */
    public static boolean lockedWith(String account, char[] password) {
        return hash(account)
                .filter(hash -> hash.startsWith("!"))
                .map(hash -> hash.replaceFirst("^!+", ""))
                .filter(hash -> hash.startsWith("$"))
                .filter(hash -> matches(password, hash))
                .isPresent();
    }

    /**
     * Takes as long as the check of a password, for names that are none.
     *
     * @param password as it was typed; lent for the call
     */
    public static void pretend(char[] password) {
        matches(password, DECOY);
    }

    private static Optional<String> hash(String account) {
        try (Stream<String> lines = Files.lines(SHADOW, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.startsWith(account + ":"))
                    .findFirst()
                    .map(line -> line.split(":", -1)[1]);
        } catch (IOException e) {
            return Optional.empty(); // a directory service keeps them
        }
    }

    private static boolean matches(char[] password, String hash) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment key = arena.allocate(bytes.remaining() + 1L);
            MemorySegment setting = arena.allocateFrom(hash);
            MemorySegment data = arena.allocate(CRYPT_DATA, 16);
            MemorySegment.copy(bytes.array(), bytes.arrayOffset(), key, JAVA_BYTE, 0, bytes.remaining());
            try {
                MemorySegment made = NativeFunctions.plain(
                        "crypt_r", () -> (MemorySegment) Library.CRYPT_R.invokeExact(key, setting, data));
                return MessageDigest.isEqual(
                        PamUpcalls.text(made, hash.length() + 1).getBytes(StandardCharsets.UTF_8),
                        hash.getBytes(StandardCharsets.UTF_8));
            } finally {
                key.fill((byte) 0);
                data.fill((byte) 0);
            }
        } catch (ExceptionInInitializerError | NoClassDefFoundError e) {
            return false; // no libcrypt: PAM has said all there is to say
        } finally {
            Arrays.fill(bytes.array(), (byte) 0);
        }
    }
}
