package oriel.contract.desktop;

/**
 * The provider's end of the picture, handed out by {@code GetVideoHandle}: the session opens it with its screen, and the
 * provider shows that screen to the client. One attachment, one endpoint: after {@link #close()} it is void.
 *
 * <p>The service calls {@link #open(Screen, LayoutSink)} once, after {@code GetVideoHandle}; pixels need to reach the client only from
 * {@code ConnectNotify} on. All methods return at once.
 */
public interface VideoEndpoint extends AutoCloseable {

    /**
     * Shows a screen from now on.
     *
     * @param screen the session's screen; belongs to the session, valid until {@link #close()}
     */
    void open(Screen screen);

    /**
     * Shows a screen from now on, and says when the client wants it in another size. The service calls this form.
     *
     * @param screen  the session's screen; belongs to the session, valid until {@link #close()}
     * @param layouts hears of the client's monitors whenever they change; valid until {@link #close()}
     */
    default void open(Screen screen, LayoutSink layouts) {
        open(screen); // a client that cannot change its monitors
    }

    /** Stops showing. The provider stops watching and reading the screen. Closing twice is no error. */
    @Override
    void close();
}
