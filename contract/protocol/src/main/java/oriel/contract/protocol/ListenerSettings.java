package oriel.contract.protocol;

/**
 * Settings of a listener ({@code WRDS_LISTENER_SETTINGS_1}; page of that name). Level 1 is the only one there is, so
 * the wrappers {@code WRDS_LISTENER_SETTINGS} and {@code WRDS_LISTENER_SETTING} are this record;
 * {@code SecurityDescriptorSize} is the length of the array. The service enforces the limit in {@code OnConnected}
 * (Q42).
 *
 * @param maxProtocolListenerConnectionCount most connections at a time, {@link #NO_LIMIT} = as many as are allowed at
 *     all
 * @param securityDescriptor who may do what with connections of this listener, at most 16384 bytes; empty = the default
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
        Lengths.check("SecurityDescriptor", securityDescriptor, WtsDefs.MAX_BLOCK_SIZE);
        securityDescriptor = securityDescriptor.clone();
    }
}
