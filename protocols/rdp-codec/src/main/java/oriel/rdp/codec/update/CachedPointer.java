package oriel.rdp.codec.update;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Cached Pointer Update (TS_CACHEDPOINTERATTRIBUTE) — MS-RDPBCGR, section 2.2.9.1.1.4.6.
 *
 * @param cacheIndex slot of the pointer cache, from 0
 */
public record CachedPointer(int cacheIndex) implements PointerUpdate {

    static CachedPointer decode(WireReader in) {
        in.named("Cached Pointer Update", "MS-RDPBCGR 2.2.9.1.1.4.6");
        CachedPointer pointer = new CachedPointer(in.u16("cacheIndex"));
        in.expectEnd();
        return pointer;
    }

    @Override
    public int updateCode() {
        return FastPathUpdateType.CACHED;
    }

    @Override
    public int messageType() {
        return SlowPathType.POINTER_CACHED;
    }

    @Override
    public void encode(WireWriter out) {
        out.u16(cacheIndex);
    }
}
