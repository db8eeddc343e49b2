package oriel.rdp.codec.capability;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Bitmap Cache Revision 2 Capability Set (TS_BITMAPCACHE_CAPABILITYSET_REV2) — MS-RDPBCGR, section 2.2.7.1.4.2.
 *
 * @param cacheFlags {@link #PERSISTENT_KEYS_EXPECTED} and the others
 * @param numCellCaches caches in use, at most 5
 * @param bitmapCache0CellInfo entries of cache 0; the highest bit says that it is persistent
 * @param bitmapCache1CellInfo entries of cache 1; the highest bit says that it is persistent
 * @param bitmapCache2CellInfo entries of cache 2; the highest bit says that it is persistent
 * @param bitmapCache3CellInfo entries of cache 3; the highest bit says that it is persistent
 * @param bitmapCache4CellInfo entries of cache 4; the highest bit says that it is persistent
 */
public record BitmapCacheRev2Capability(
        int cacheFlags,
        int numCellCaches,
        int bitmapCache0CellInfo,
        int bitmapCache1CellInfo,
        int bitmapCache2CellInfo,
        int bitmapCache3CellInfo,
        int bitmapCache4CellInfo)
        implements CapabilitySet {
    /** CAPSTYPE_BITMAPCACHE_REV2. */
    public static final int TYPE = 0x0013;

    /** PERSISTENT_KEYS_EXPECTED_FLAG: Persistent Key List PDUs will come. */
    public static final int PERSISTENT_KEYS_EXPECTED = 0x0001;

    /** ALLOW_CACHE_WAITING_LIST_FLAG. */
    public static final int ALLOW_CACHE_WAITING_LIST = 0x0002;

    static BitmapCacheRev2Capability decodeFields(WireReader in) {
        in.named("Bitmap Cache Revision 2 Capability Set", "MS-RDPBCGR 2.2.7.1.4.2");
        int cacheFlags = in.u16("CacheFlags");
        in.skip(1, "pad2");
        int numCellCaches = in.u8("NumCellCaches");
        int bitmapCache0CellInfo = in.i32("BitmapCache0CellInfo");
        int bitmapCache1CellInfo = in.i32("BitmapCache1CellInfo");
        int bitmapCache2CellInfo = in.i32("BitmapCache2CellInfo");
        int bitmapCache3CellInfo = in.i32("BitmapCache3CellInfo");
        int bitmapCache4CellInfo = in.i32("BitmapCache4CellInfo");
        in.skip(12, "pad3");
        return new BitmapCacheRev2Capability(
                cacheFlags,
                numCellCaches,
                bitmapCache0CellInfo,
                bitmapCache1CellInfo,
                bitmapCache2CellInfo,
                bitmapCache3CellInfo,
                bitmapCache4CellInfo);
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        out.u16(cacheFlags)
                .pad(1)
                .u8(numCellCaches)
                .i32(bitmapCache0CellInfo)
                .i32(bitmapCache1CellInfo)
                .i32(bitmapCache2CellInfo)
                .i32(bitmapCache3CellInfo)
                .i32(bitmapCache4CellInfo)
                .pad(12);
    }
}
