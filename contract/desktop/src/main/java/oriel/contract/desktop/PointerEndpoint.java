package oriel.contract.desktop;

/**
 * The provider's end of the mouse, handed out by {@code GetInputHandles}: what the client points at goes into the sink
 * that the session opens it with. After {@link #close()} it is void. All methods return at once.
 */
public interface PointerEndpoint extends AutoCloseable {

    /**
     * Delivers pointer events from now on; what came before is discarded.
     *
     * @param sink the session's pointer, valid until {@link #close()}
     */
    void open(PointerSink sink);

    /** Delivers nothing any more; the provider first calls {@link PointerSink#releaseAll()}. Closing twice is no error. */
    @Override
    void close();
}
