package oriel.contract.desktop;

/**
 * One monitor of a client.
 *
 * @param x                left edge, in pixels from the left of the screen that all monitors make up; 0 and more
 * @param y                top edge, in pixels from the top of that screen; 0 and more
 * @param width            in pixels, 1 … {@value Size#LARGEST}
 * @param height           in pixels, 1 … {@value Size#LARGEST}
 * @param primary          whether it is the primary one
 * @param scale            how large its user wants things, in percent, 100 … 500
 * @param widthMillimetres width of the glass; 0 = unknown
 * @param heightMillimetres height of the glass; 0 = unknown
 */
public record Monitor(
        int x, int y, int width, int height, boolean primary, int scale, int widthMillimetres, int heightMillimetres) {

    /** The scale at which a pixel of the client is a pixel of a usual screen. */
    public static final int USUAL_SCALE = 100;

    /** The largest scale. */
    public static final int LARGEST_SCALE = 500;

    /** Checks the ranges. */
    public Monitor {
        if (x < 0 || y < 0 || width < 1 || height < 1 || x + width > Size.LARGEST || y + height > Size.LARGEST) {
            throw new IllegalArgumentException("monitor " + width + "x" + height + "+" + x + "+" + y
                    + " is outside a screen of " + Size.LARGEST + "x" + Size.LARGEST);
        }
        if (scale < USUAL_SCALE || scale > LARGEST_SCALE) {
            throw new IllegalArgumentException("scale " + scale + " is outside 100 … 500 percent");
        }
        if (widthMillimetres < 0 || heightMillimetres < 0) {
            throw new IllegalArgumentException("monitor of " + widthMillimetres + "x" + heightMillimetres + " mm");
        }
    }

    /**
     * The only monitor of a client, at the usual scale.
     *
     * @param size extent of the client's screen
     * @return the monitor
     */
    public static Monitor only(Size size) {
        return new Monitor(0, 0, size.width(), size.height(), true, USUAL_SCALE, 0, 0);
    }
}
