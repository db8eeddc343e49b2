package oriel.contract.desktop;

/** Takes sound as it is played: 16-bit signed little-endian samples, two channels, {@value #RATE} frames per second. */
public interface SoundSink {

    /** Frames per second. */
    int RATE = 44_100;

    /** Bytes of one frame: two channels of two bytes. */
    int FRAME = 4;

    /**
     * Plays some frames after those that came before. Returns at once; a listener that is behind drops sound rather than let
     * it age.
     *
     * @param samples holds the frames; lent for the call
     * @param offset  index of the first byte
     * @param length  bytes, a multiple of {@value #FRAME}
     */
    void play(byte[] samples, int offset, int length);

    /** The sound has stopped for now; the next one begins afresh. Returns at once. */
    void pause();
}
