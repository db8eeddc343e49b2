package oriel.contract.desktop;

/**
 * Extent of a screen or picture.
 *
 * @param width  in pixels, 1 … {@value #LARGEST}
 * @param height in pixels, 1 … {@value #LARGEST}
 */
public record Size(int width, int height) {

    /** The largest width or height that anything in Oriel handles, in pixels. */
    public static final int LARGEST = 8192;

    /** Checks the range of both sides. */
    public Size {
        if (width < 1 || width > LARGEST || height < 1 || height > LARGEST) {
            throw new IllegalArgumentException(
                    "size " + width + "x" + height + " is outside 1x1 … " + LARGEST + "x" + LARGEST);
        }
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
