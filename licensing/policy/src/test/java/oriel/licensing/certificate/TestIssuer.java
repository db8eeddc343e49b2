package oriel.licensing.certificate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;

/** Keys in a folder that nobody else uses. */
public final class TestIssuer {
    /** When the keys of tests are made. */
    public static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

    private TestIssuer() {}

    /** Fresh keys. */
    public static IssuerKeys keys() throws Exception {
        return keys(Files.createTempDirectory("issuer"));
    }

    /** The keys of a folder. */
    public static IssuerKeys keys(Path folder) throws Exception {
        return IssuerKeys.open(folder, "Oriel licences", NOW, new SecureRandom());
    }
}
