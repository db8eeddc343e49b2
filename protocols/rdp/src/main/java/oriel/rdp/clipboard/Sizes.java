package oriel.rdp.clipboard;

/**
 * How much a clipboard may hold. A picture on its way is in memory a few times over, and a service that has no memory left ends for
 * everybody: where there is little, less is taken.
 */
public final class Sizes {

    /** The longest message taken or sent, in bytes: a picture of 3840 by 2160 pixels at 32 bits, where there is a gigabyte. */
    public static final int MESSAGE = (int) Math.clamp(Runtime.getRuntime().maxMemory() / 30, 4L << 20, 34L << 20);

    /** The longest text, in bytes of UTF-8; twice or three times as many go over the wire. */
    static final int TEXT = MESSAGE / 3;

    /** The largest picture, in pixels. */
    static final int PIXELS = MESSAGE / 4;

    private Sizes() {}
}
