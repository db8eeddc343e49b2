package oriel.identity;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id (RFC 9106) in the PHC string format, e.g. {@code $argon2id$v=19$m=7168,t=5,p=1$salt$hash}.
 *
 * <p>The cost is one of the equivalent minimum settings of OWASP's password storage advice; the one with the least memory,
 * since every check in flight takes that memory from the sessions. At most {@value #AT_ONCE} checks run at the same time.
 */
final class PasswordHash {

    private static final int MEMORY_KIB = 7168;
    private static final int PASSES = 5;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    /** Largest costs accepted from a stored hash: a damaged file must not make a check take for ever. */
    private static final int LARGEST_MEMORY_KIB = 1 << 18;

    private static final int LARGEST_PASSES = 64;

    private static final int AT_ONCE = 2;
    private static final Semaphore SLOTS = new Semaphore(AT_ONCE, true);
    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    private PasswordHash() {}

    /** Hashes a password with a fresh salt. */
    static String make(char[] password, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        byte[] hash = derive(password, salt, MEMORY_KIB, PASSES, LANES, HASH_BYTES);
        var base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(MEMORY_KIB, PASSES, LANES, base64.encodeToString(salt), base64.encodeToString(hash));
    }

    /** Whether the text is a hash that {@link #matches} can check. */
    static boolean isWellFormed(String phc) {
        Matcher m = PHC.matcher(phc);
        return m.matches()
                && Integer.parseInt(m.group(1)) <= LARGEST_MEMORY_KIB
                && Integer.parseInt(m.group(2)) <= LARGEST_PASSES;
    }

    /** Whether a password belongs to a well-formed hash; takes the same time either way. */
    static boolean matches(char[] password, String phc) {
        Matcher m = PHC.matcher(phc);
        if (!m.matches() || !isWellFormed(phc)) {
            throw new IllegalArgumentException("not an argon2id hash in PHC format");
        }
        var base64 = Base64.getDecoder();
        byte[] expected = base64.decode(m.group(5));
        byte[] actual = derive(
                password,
                base64.decode(m.group(4)),
                Integer.parseInt(m.group(1)),
                Integer.parseInt(m.group(2)),
                Integer.parseInt(m.group(3)),
                expected.length);
        return MessageDigest.isEqual(expected, actual);
    }

    private static byte[] utf8(char[] password) {
        ByteBuffer room = ByteBuffer.allocate(password.length * 3);
        StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .encode(CharBuffer.wrap(password), room, true);
        byte[] bytes = Arrays.copyOf(room.array(), room.position());
        Arrays.fill(room.array(), (byte) 0);
        return bytes;
    }

    private static byte[] derive(char[] password, byte[] salt, int memory, int passes, int lanes, int length) {
        byte[] secret = utf8(password);
        SLOTS.acquireUninterruptibly();
        try {
            var generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(memory)
                    .withIterations(passes)
                    .withParallelism(lanes)
                    .withSalt(salt)
                    .build());
            byte[] hash = new byte[length];
            generator.generateBytes(secret, hash);
            return hash;
        } finally {
            SLOTS.release();
            Arrays.fill(secret, (byte) 0);
        }
    }
}
