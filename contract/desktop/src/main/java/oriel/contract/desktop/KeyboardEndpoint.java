package oriel.contract.desktop;

/**
 * The provider's end of the keyboard, handed out by {@code GetInputHandles}: what the client types goes into the sink that
 * the session opens it with. After {@link #close()} it is void. All methods return at once.
 */
public interface KeyboardEndpoint extends AutoCloseable {

    /**
     * Delivers keys from now on; what came before is discarded.
     *
     * @param sink the session's keyboard, valid until {@link #close()}
     */
    void open(KeyboardSink sink);

    /**
     * The session's lock keys stand like this now, whatever the client believes: it may switch its lamps.
     *
     * @param locks the lock keys
     */
    default void show(KeyboardLocks locks) {
        // a client without lamps
    }

    /** Delivers nothing any more; the provider first calls {@link KeyboardSink#releaseAll()}. Closing twice is no error. */
    @Override
    void close();
}
