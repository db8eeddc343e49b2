package oriel.contract.desktop;

/**
 * The clipboard of a session's programs: what the client offers goes in by {@link #offer}, what programs copy is heard by the
 * watcher. All methods may be called from any thread and return at once.
 */
public interface SessionClipboard extends ClipboardSink {

    /**
     * Sets who hears what the programs copy, in place of whom it was before; hears at once of what is copied already.
     *
     * @param client the client's side
     */
    void watch(ClipboardSink client);

    /** Nobody is told any more; what the client has offered is forgotten. */
    void unwatch();
}
