package oriel.licensing.packets.crypto;

import java.io.Serial;

/** A cipher or hash that licensing needs and this host does not allow. */
public final class ForbiddenCipherException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    ForbiddenCipherException(String algorithm, Throwable cause) {
        super("this host has no " + algorithm, cause);
    }
}
