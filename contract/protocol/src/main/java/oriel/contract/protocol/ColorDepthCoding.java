package oriel.contract.protocol;

/**
 * The two codings of colour depth beside plain bits per pixel (Q14). Inside Oriel a depth is always bits per pixel.
 *
 * <p>A trap: in the coding of {@code WTS_CLIENT_DISPLAY} 16 means 15 bits and 4 means 16 bits.
 */
public final class ColorDepthCoding {

    private ColorDepthCoding() {}

    /**
     * From bits per pixel to the coding of {@code WTS_CLIENT_DISPLAY}.
     *
     * @param bitsPerPixel 4, 8, 15, 16, 24 or 32
     * @return 1, 2, 16, 4, 24 or 32
     */
    public static int toClientDisplay(int bitsPerPixel) {
        return switch (bitsPerPixel) {
            case 4 -> 1;
            case 8 -> 2;
            case 15 -> 16;
            case 16 -> 4;
            case 24 -> 24;
            case 32 -> 32;
            default -> throw new IllegalArgumentException(bitsPerPixel + " bits per pixel");
        };
    }

    /**
     * From the coding of {@code WTS_CLIENT_DISPLAY} to bits per pixel.
     *
     * @param coded 1, 2, 16, 4, 8, 24 or 32
     * @return 4, 8, 15, 16, 24, 24 or 32
     */
    public static int fromClientDisplay(int coded) {
        return switch (coded) {
            case 1 -> 4;
            case 2 -> 8;
            case 16 -> 15;
            case 4 -> 16;
            case 8, 24 -> 24;
            case 32 -> 32;
            default -> throw new IllegalArgumentException("colour depth coded as " + coded);
        };
    }

    /**
     * From bits per pixel to the coding of listener configuration and old policy.
     *
     * @param bitsPerPixel 8, 15, 16, 24 or 32
     * @return 1 … 5
     */
    public static int toListener(int bitsPerPixel) {
        return switch (bitsPerPixel) {
            case 8 -> 1;
            case 15 -> 2;
            case 16 -> 3;
            case 24 -> 4;
            case 32 -> 5;
            default -> throw new IllegalArgumentException(bitsPerPixel + " bits per pixel");
        };
    }

    /**
     * From the coding of listener configuration and old policy to bits per pixel.
     *
     * @param coded 1 … 5
     * @return 8, 15, 16, 24 or 32
     */
    public static int fromListener(int coded) {
        return switch (coded) {
            case 1 -> 8;
            case 2 -> 15;
            case 3 -> 16;
            case 4 -> 24;
            case 5 -> 32;
            default -> throw new IllegalArgumentException("colour depth coded as " + coded);
        };
    }
}
