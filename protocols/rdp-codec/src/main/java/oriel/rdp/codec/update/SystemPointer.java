package oriel.rdp.codec.update;

import oriel.wire.WireWriter;

/**
 * System Pointer Update (TS_SYSTEMPOINTERATTRIBUTE) — MS-RDPBCGR, section 2.2.9.1.1.4.3; on the fast path 2.2.9.1.2.1.5 and
 * 2.2.9.1.2.1.6.
 *
 * @param systemPointerType {@link SlowPathType#SYSTEM_POINTER_NULL} or {@link SlowPathType#SYSTEM_POINTER_DEFAULT}
 */
public record SystemPointer(int systemPointerType) implements PointerUpdate {

    @Override
    public int updateCode() {
        return systemPointerType == SlowPathType.SYSTEM_POINTER_NULL
                ? FastPathUpdateType.PTR_NULL
                : FastPathUpdateType.PTR_DEFAULT;
    }

    @Override
    public int messageType() {
        return SlowPathType.POINTER_SYSTEM;
    }

    @Override
    public void encode(WireWriter out) {
        // The code says it all on the fast path.
    }
}
