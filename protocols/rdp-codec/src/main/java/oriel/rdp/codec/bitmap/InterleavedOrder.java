package oriel.rdp.codec.bitmap;

/**
 * Order headers of interleaved run-length encoding, MS-RDPBCGR 2.2.9.1.1.3.1.2.4 (RLE_BITMAP_STREAM).
 *
 * <p>Regular orders have their code in the upper three bits, lite orders in the upper four; the rest of the byte is a length,
 * zero meaning that a byte with the length, less the largest length of the short form (or one, for foreground/background
 * images), follows. Mega mega orders have a 16-bit length.
 */
final class InterleavedOrder {

    static final int REGULAR_BG_RUN = 0x0;
    static final int REGULAR_FG_RUN = 0x1;
    static final int REGULAR_FGBG_IMAGE = 0x2;
    static final int REGULAR_COLOR_RUN = 0x3;
    static final int REGULAR_COLOR_IMAGE = 0x4;

    static final int LITE_SET_FG_FG_RUN = 0xC;
    static final int LITE_SET_FG_FGBG_IMAGE = 0xD;
    static final int LITE_DITHERED_RUN = 0xE;

    static final int MEGA_MEGA_BG_RUN = 0xF0;
    static final int MEGA_MEGA_FG_RUN = 0xF1;
    static final int MEGA_MEGA_FGBG_IMAGE = 0xF2;
    static final int MEGA_MEGA_COLOR_RUN = 0xF3;
    static final int MEGA_MEGA_COLOR_IMAGE = 0xF4;
    static final int MEGA_MEGA_SET_FG_RUN = 0xF6;
    static final int MEGA_MEGA_SET_FGBG_IMAGE = 0xF7;
    static final int MEGA_MEGA_DITHERED_RUN = 0xF8;

    static final int SPECIAL_FGBG_1 = 0xF9;
    static final int SPECIAL_FGBG_2 = 0xFA;
    static final int WHITE = 0xFD;
    static final int BLACK = 0xFE;

    /** Pixels of the two special foreground/background images, first pixel in the lowest bit. */
    static final int SPECIAL_FGBG_1_MASK = 0x03;

    static final int SPECIAL_FGBG_2_MASK = 0x05;

    /** Largest length of any order. */
    static final int LONGEST = 0xFFFF;

    private InterleavedOrder() {}
}
