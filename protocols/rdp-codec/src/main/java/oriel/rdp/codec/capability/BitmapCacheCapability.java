package oriel.rdp.codec.capability;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Bitmap Cache Revision 1 Capability Set (TS_BITMAPCACHE_CAPABILITYSET) — MS-RDPBCGR, section 2.2.7.1.4.1.
 *
 * @param cache0Entries entries of cache 0, at most 200
 * @param cache0MaximumCellSize bytes of an entry of cache 0
 * @param cache1Entries entries of cache 1, at most 600
 * @param cache1MaximumCellSize bytes of an entry of cache 1
 * @param cache2Entries entries of cache 2, at most 65535
 * @param cache2MaximumCellSize bytes of an entry of cache 2
 */
public record BitmapCacheCapability(
        int cache0Entries,
        int cache0MaximumCellSize,
        int cache1Entries,
        int cache1MaximumCellSize,
        int cache2Entries,
        int cache2MaximumCellSize)
        implements CapabilitySet {
    /** CAPSTYPE_BITMAPCACHE. */
    public static final int TYPE = 0x0004;

    static BitmapCacheCapability decodeFields(WireReader in) {
        in.named("Bitmap Cache Revision 1 Capability Set", "MS-RDPBCGR 2.2.7.1.4.1");
        in.skip(24, "pad");
        int cache0Entries = in.u16("Cache0Entries");
        int cache0MaximumCellSize = in.u16("Cache0MaximumCellSize");
        int cache1Entries = in.u16("Cache1Entries");
        int cache1MaximumCellSize = in.u16("Cache1MaximumCellSize");
        int cache2Entries = in.u16("Cache2Entries");
        int cache2MaximumCellSize = in.u16("Cache2MaximumCellSize");
        return new BitmapCacheCapability(
                cache0Entries,
                cache0MaximumCellSize,
                cache1Entries,
                cache1MaximumCellSize,
                cache2Entries,
                cache2MaximumCellSize);
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        out.pad(24)
                .u16(cache0Entries)
                .u16(cache0MaximumCellSize)
                .u16(cache1Entries)
                .u16(cache1MaximumCellSize)
                .u16(cache2Entries)
                .u16(cache2MaximumCellSize);
    }
}
