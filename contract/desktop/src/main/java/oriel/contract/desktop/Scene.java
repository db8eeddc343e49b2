package oriel.contract.desktop;

/**
 * Something with a screen that takes input: a logon screen or a desktop. The session shows one scene at a time and may
 * change from one to another. All methods may be called from any thread.
 */
public interface Scene extends AutoCloseable {

    /**
     * What the scene shows.
     *
     * @return the same screen for the life of the scene
     */
    Screen screen();

    /**
     * Where its keyboard is.
     *
     * @return the same sink for the life of the scene
     */
    KeyboardSink keyboard();

    /**
     * Where its pointer is.
     *
     * @return the same sink for the life of the scene
     */
    PointerSink pointer();

    /**
     * The client has (or a new client has) another screen or keyboard.
     *
     * @param view what the client offers now
     */
    void adapt(ClientView view);

    /** Ends the scene; watchers hear nothing any more. Closing twice is no error. */
    @Override
    void close();
}
