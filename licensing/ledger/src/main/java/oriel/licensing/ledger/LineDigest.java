package oriel.licensing.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A sum over lines of text. */
final class LineDigest {

    private final MessageDigest digest;
    private long lines;

    LineDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }

    void add(String line) {
        digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
        lines++;
    }

    long lines() {
        return lines;
    }

    /** The sum; begins anew. */
    String sum() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
