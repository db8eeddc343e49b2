package oriel.contract.desktop;

/**
 * The provider's end of the clipboard for one attachment of a session. What is offered to it the client can paste. After {@link
 * #close()} it is void. All methods return at once.
 */
public interface ClipboardEndpoint extends ClipboardSink, AutoCloseable {

    /**
     * Connects the client's clipboard: what its user copies is offered to the session from now on.
     *
     * @param session the session's side, valid until {@link #close()}
     */
    void open(ClipboardSink session);

    /** Shares nothing any more. Closing twice is no error. */
    @Override
    void close();
}
