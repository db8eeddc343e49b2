package oriel.contract.desktop;

/** One side of a shared clipboard, as the other side sees it. */
@FunctionalInterface
public interface ClipboardSink {

    /**
     * The other side has copied something; it takes the place of what was offered before. Returns at once.
     *
     * @param content what can be pasted from now on; read from a thread that may wait
     */
    void offer(ClipboardContent content);
}
