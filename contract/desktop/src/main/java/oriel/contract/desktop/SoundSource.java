package oriel.contract.desktop;

/** What the programs of a session play. While nobody listens it costs nothing. Methods may be called from any thread. */
public interface SoundSource {

    /**
     * Sends the sound there from now on, in place of where it went before.
     *
     * @param listener takes it, on a thread of the source's
     */
    void listen(SoundSink listener);

    /** Nobody listens any more; returns when the last call of the listener is over. */
    void silence();
}
