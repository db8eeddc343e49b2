package oriel.service;

/**
 * How much the service takes on.
 *
 * @param connections                most connections at a time, over all listeners
 * @param sessions                   most sessions with a user at a time
 * @param unauthenticatedPerAddress  most connections at a time from one client address on which nobody has logged on yet
 */
public record Limits(int connections, int sessions, int unauthenticatedPerAddress) {

    /** What holds unless configured otherwise. */
    public static final Limits DEFAULT = new Limits(2000, 500, 256);

    /** Checks that every limit leaves room for one. */
    public Limits {
        if (connections < 1 || sessions < 1 || unauthenticatedPerAddress < 1) {
            throw new IllegalArgumentException("limits " + connections + ", " + sessions + ", "
                    + unauthenticatedPerAddress + ": each must be at least 1");
        }
    }
}
