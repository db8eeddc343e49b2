package oriel.rdp.codec.capability;

import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Draw GDI+ Capability Set (TS_DRAW_GDIPLUS_CAPABILITYSET) — MS-RDPEGDI, section 2.2.1.3.
 *
 * @param drawGdiPlusSupportLevel 1 if supported
 * @param gdipVersion build of the library
 * @param drawGdiplusCacheLevel 1 if there are caches
 * @param gdipCacheEntries five numbers of entries, 10 bytes
 * @param gdipCacheChunkSize four sizes of chunks, 8 bytes
 * @param gdipImageCacheProperties three properties of the image cache, 6 bytes
 */
public record DrawGdiPlusCapability(
        int drawGdiPlusSupportLevel,
        int gdipVersion,
        int drawGdiplusCacheLevel,
        Octets gdipCacheEntries,
        Octets gdipCacheChunkSize,
        Octets gdipImageCacheProperties)
        implements CapabilitySet {
    /** CAPSTYPE_DRAWGDIPLUS. */
    public static final int TYPE = 0x0016;

    /** Checks the lengths. */
    public DrawGdiPlusCapability {
        CapabilitySet.checkLength(gdipCacheEntries, 10);
        CapabilitySet.checkLength(gdipCacheChunkSize, 8);
        CapabilitySet.checkLength(gdipImageCacheProperties, 6);
    }

    static DrawGdiPlusCapability decodeFields(WireReader in) {
        in.named("Draw GDI+ Capability Set", "MS-RDPEGDI 2.2.1.3");
        return new DrawGdiPlusCapability(
                in.i32("drawGDIPlusSupportLevel"),
                in.i32("GdipVersion"),
                in.i32("drawGdiplusCacheLevel"),
                in.octets(10, "gdipCacheEntries"),
                in.octets(8, "gdipCacheChunkSize"),
                in.octets(6, "gdipImageCacheProperties"));
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        out.i32(drawGdiPlusSupportLevel)
                .i32(gdipVersion)
                .i32(drawGdiplusCacheLevel)
                .octets(gdipCacheEntries)
                .octets(gdipCacheChunkSize)
                .octets(gdipImageCacheProperties);
    }
}
