package oriel.contract.desktop;

/**
 * A picture of the pointer. A shape is recognised by identity: a screen that shows the same shape again hands out the same
 * object, so that providers can cache what they sent.
 */
public final class CursorShape {

    /** Largest width and height of a shape, in pixels. */
    public static final int LARGEST = 384;

    /** The pointer is not shown. */
    public static final CursorShape HIDDEN = new CursorShape(1, 1, 0, 0, new int[1]);

    private final int width;
    private final int height;
    private final int hotX;
    private final int hotY;
    private final int[] argb;

    /**
     * Makes a shape.
     *
     * @param width  in pixels, 1 … {@value #LARGEST}
     * @param height in pixels, 1 … {@value #LARGEST}
     * @param hotX   column of the pixel that points, 0 … {@code width − 1}
     * @param hotY   row of the pixel that points, 0 … {@code height − 1}
     * @param argb   {@code width × height} pixels, row by row, alpha not premultiplied; copied
     */
    public CursorShape(int width, int height, int hotX, int hotY, int[] argb) {
        if (width < 1 || width > LARGEST || height < 1 || height > LARGEST) {
            throw new IllegalArgumentException("cursor of " + width + "x" + height + " pixels");
        }
        if (hotX < 0 || hotX >= width || hotY < 0 || hotY >= height) {
            throw new IllegalArgumentException("hot spot " + hotX + "," + hotY + " outside the cursor");
        }
        if (argb.length != width * height) {
            throw new IllegalArgumentException("cursor has " + argb.length + " pixels, expected " + width * height);
        }
        this.width = width;
        this.height = height;
        this.hotX = hotX;
        this.hotY = hotY;
        this.argb = argb.clone();
    }

    /**
     * Width of the picture.
     *
     * @return pixels
     */
    public int width() {
        return width;
    }

    /**
     * Height of the picture.
     *
     * @return pixels
     */
    public int height() {
        return height;
    }

    /**
     * Column of the pixel that points.
     *
     * @return pixels from the left of the picture
     */
    public int hotX() {
        return hotX;
    }

    /**
     * Row of the pixel that points.
     *
     * @return pixels from the top of the picture
     */
    public int hotY() {
        return hotY;
    }

    /**
     * One pixel.
     *
     * @param x column, 0 … {@code width − 1}
     * @param y row, 0 … {@code height − 1}
     * @return {@code 0xAARRGGBB}, alpha not premultiplied
     */
    public int argb(int x, int y) {
        return argb[y * width + x];
    }
}
