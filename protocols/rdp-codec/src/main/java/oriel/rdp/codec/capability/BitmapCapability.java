package oriel.rdp.codec.capability;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Bitmap Capability Set (TS_BITMAP_CAPABILITYSET) — MS-RDPBCGR, section 2.2.7.1.2.
 *
 * @param preferredBitsPerPixel from the server the depth of the session, from the client the one it would like
 * @param receive1BitPerPixel 1
 * @param receive4BitsPerPixel 1
 * @param receive8BitsPerPixel 1
 * @param desktopWidth width of the desktop in pixels
 * @param desktopHeight height of the desktop in pixels
 * @param desktopResizeFlag 1 if the desktop may change its size in a deactivation and reactivation
 * @param bitmapCompressionFlag 1 if compressed bitmaps can be taken, which is mandatory
 * @param highColorFlags 0
 * @param drawingFlags {@link #DRAW_ALLOW_DYNAMIC_COLOR_FIDELITY} and the others
 * @param multipleRectangleSupport 1 if an update may have several rectangles, which is mandatory
 */
public record BitmapCapability(
        int preferredBitsPerPixel,
        int receive1BitPerPixel,
        int receive4BitsPerPixel,
        int receive8BitsPerPixel,
        int desktopWidth,
        int desktopHeight,
        int desktopResizeFlag,
        int bitmapCompressionFlag,
        int highColorFlags,
        int drawingFlags,
        int multipleRectangleSupport)
        implements CapabilitySet {
    /** CAPSTYPE_BITMAP. */
    public static final int TYPE = 0x0002;

    /** DRAW_ALLOW_DYNAMIC_COLOR_FIDELITY: planar bitmaps may lose colour. */
    public static final int DRAW_ALLOW_DYNAMIC_COLOR_FIDELITY = 0x02;

    /** DRAW_ALLOW_COLOR_SUBSAMPLING: planar bitmaps may lose colour resolution. */
    public static final int DRAW_ALLOW_COLOR_SUBSAMPLING = 0x04;

    /** DRAW_ALLOW_SKIP_ALPHA: planar bitmaps may leave the alpha plane out. */
    public static final int DRAW_ALLOW_SKIP_ALPHA = 0x08;

    static BitmapCapability decodeFields(WireReader in) {
        in.named("Bitmap Capability Set", "MS-RDPBCGR 2.2.7.1.2");
        int preferredBitsPerPixel = in.u16("preferredBitsPerPixel");
        int receive1BitPerPixel = in.u16("receive1BitPerPixel");
        int receive4BitsPerPixel = in.u16("receive4BitsPerPixel");
        int receive8BitsPerPixel = in.u16("receive8BitsPerPixel");
        int desktopWidth = in.u16("desktopWidth");
        int desktopHeight = in.u16("desktopHeight");
        in.skip(2, "pad2octets");
        int desktopResizeFlag = in.u16("desktopResizeFlag");
        int bitmapCompressionFlag = in.u16("bitmapCompressionFlag");
        int highColorFlags = in.u8("highColorFlags");
        int drawingFlags = in.u8("drawingFlags");
        int multipleRectangleSupport = in.u16("multipleRectangleSupport");
        in.skip(2, "pad2octetsB");
        return new BitmapCapability(
                preferredBitsPerPixel,
                receive1BitPerPixel,
                receive4BitsPerPixel,
                receive8BitsPerPixel,
                desktopWidth,
                desktopHeight,
                desktopResizeFlag,
                bitmapCompressionFlag,
                highColorFlags,
                drawingFlags,
                multipleRectangleSupport);
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        out.u16(preferredBitsPerPixel)
                .u16(receive1BitPerPixel)
                .u16(receive4BitsPerPixel)
                .u16(receive8BitsPerPixel)
                .u16(desktopWidth)
                .u16(desktopHeight)
                .pad(2)
                .u16(desktopResizeFlag)
                .u16(bitmapCompressionFlag)
                .u8(highColorFlags)
                .u8(drawingFlags)
                .u16(multipleRectangleSupport)
                .pad(2);
    }
}
