package oriel.rdp.transport;

/** There is no certificate with a matching key, so TLS cannot be offered. */
public final class IdentityUnusableException extends Exception {

    private static final long serialVersionUID = 1L;

    IdentityUnusableException(String message) {
        super(message);
    }
}
