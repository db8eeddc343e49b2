package oriel.server.rest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import oriel.server.home.PrivateFiles;

/** The secret that opens the interface; whoever can read its file may do everything. */
final class RestToken {

    private static final int BYTES = 24;
    private static final int LONGEST = 200;
    private static final String SCHEME = "Bearer ";

    private final byte[] token;

    private RestToken(byte[] token) {
        this.token = token;
    }

    /** Reads it; makes one if there is none. */
    static RestToken in(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            String text = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
            PrivateFiles.write(file, (text + "\n").getBytes(StandardCharsets.UTF_8));
        }
        if (PrivateFiles.openToOthers(file)) {
            throw new IOException("the token " + file + " can be read by others");
        }
        String text = Files.readString(file).strip();
        if (text.length() < 16 || text.length() > LONGEST) {
            throw new IOException(
                    "the token " + file + " has " + text.length() + " characters, expected 16 to " + LONGEST);
        }
        return new RestToken(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether the value of the header {@code Authorization} shows it. */
    boolean isIn(@org.jspecify.annotations.Nullable String authorization) {
        return authorization != null
                && authorization.startsWith(SCHEME)
                && MessageDigest.isEqual(
                        token, authorization.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8));
    }
}
