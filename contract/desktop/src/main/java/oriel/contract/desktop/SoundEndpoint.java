package oriel.contract.desktop;

/**
 * The provider's end of the sound for one attachment of a session: what goes in the client plays. After {@link #close()} it
 * is void.
 */
public interface SoundEndpoint extends SoundSink, AutoCloseable {

    /** Plays nothing any more. Closing twice is no error. */
    @Override
    void close();
}
