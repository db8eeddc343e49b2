package oriel.rdp.display;

/**
 * What the client takes, from its Confirm Active PDU (MS-RDPBCGR 2.2.7). Values that no client should send are brought into
 * range where they are harmless and refused where they are not.
 *
 * @param width                     desktopWidth agreed on, in pixels, 1 … 8192
 * @param height                    desktopHeight agreed on, in pixels, 1 … 8192
 * @param bitsPerPixel              preferredBitsPerPixel agreed on: 8, 15, 16, 24 or 32
 * @param fastPathOutput            General Capability Set, FASTPATH_OUTPUT_SUPPORTED (0x0001) in extraFlags
 * @param bitmapCompression         Bitmap Capability Set, bitmapCompressionFlag
 * @param noBitmapCompressionHeader General Capability Set, NO_BITMAP_COMPRESSION_HDR (0x0400) in extraFlags
 * @param skipAlpha                 Bitmap Capability Set, DRAW_ALLOW_SKIP_ALPHA (0x08) in drawingFlags
 * @param maxRequestSize            Multifragment Update Capability Set, MaxRequestSize in bytes; 0 = the client has not sent
 *                                  the set, and updates are not fragmented
 * @param colorPointerCacheSize     Pointer Capability Set, colorPointerCacheSize
 * @param pointerCacheSize          Pointer Capability Set, pointerCacheSize; 0 = no New Pointer Update
 * @param largePointerSupportFlags  Large Pointer Capability Set: 0x1 up to 96x96, 0x2 up to 384x384; 0 = set not sent
 * @param soundBeeps                Sound Capability Set, SOUND_BEEPS_FLAG (0x0001) in soundFlags
 */
public record DisplayParameters(
        int width,
        int height,
        int bitsPerPixel,
        boolean fastPathOutput,
        boolean bitmapCompression,
        boolean noBitmapCompressionHeader,
        boolean skipAlpha,
        int maxRequestSize,
        int colorPointerCacheSize,
        int pointerCacheSize,
        int largePointerSupportFlags,
        boolean soundBeeps) {

    /** LARGE_POINTER_FLAG_96x96: pointers up to 96x96 pixels. */
    public static final int LARGE_POINTER_96X96 = 0x1;

    /** LARGE_POINTER_FLAG_384x384: pointers up to 384x384 pixels. */
    public static final int LARGE_POINTER_384X384 = 0x2;

    /** Checks size and depth. */
    public DisplayParameters {
        if (width < 1 || width > 8192 || height < 1 || height > 8192) {
            throw new IllegalArgumentException("desktop of " + width + "x" + height + " pixels");
        }
        switch (bitsPerPixel) {
            case 8, 15, 16, 24, 32 -> {}
            default -> throw new IllegalArgumentException(bitsPerPixel + " bits per pixel");
        }
        maxRequestSize = Math.max(maxRequestSize, 0);
        colorPointerCacheSize = Math.clamp(colorPointerCacheSize, 0, 128);
        pointerCacheSize = Math.clamp(pointerCacheSize, 0, 128);
    }
}
