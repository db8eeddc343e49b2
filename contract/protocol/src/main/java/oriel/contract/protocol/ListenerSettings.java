package oriel.contract.protocol;

/**
 * Settings of a listener ({@code WRDS_LISTENER_SETTINGS_1}; level 1 is the only one there is, so the wrappers are this
 * record).
 *
 * @param maxProtocolListenerConnectionCount most connections at a time, {@link #NO_LIMIT} = as many as are allowed at all
 * @param securityDescriptor                 who may do what with connections of this listener, at most 16384 bytes; empty =
 *     the default
 */
public record ListenerSettings(long maxProtocolListenerConnectionCount, byte[] securityDescriptor) {

    /** No limit of its own ({@code ULONG_MAX}). */
    public static final long NO_LIMIT = 0xFFFF_FFFFL;

    /** No limit, default descriptor. */
    public static final ListenerSettings UNLIMITED = new ListenerSettings(NO_LIMIT, new byte[0]);

    /** Checks the range and copies the descriptor. */
    public ListenerSettings {
        if (maxProtocolListenerConnectionCount < 0 || maxProtocolListenerConnectionCount > NO_LIMIT) {
            throw new IllegalArgumentException("connection limit " + maxProtocolListenerConnectionCount);
        }
        Lengths.check("SecurityDescriptor", securityDescriptor, 16384);
        securityDescriptor = securityDescriptor.clone();
    }
}
