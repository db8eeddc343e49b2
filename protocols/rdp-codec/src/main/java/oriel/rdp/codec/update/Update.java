package oriel.rdp.codec.update;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * What one update says, on the fast path (TS_FP_UPDATE, MS-RDPBCGR 2.2.9.1.2.1) as on the slow path (2.2.9.1.1.3 and
 * 2.2.9.1.1.4).
 */
public sealed interface Update permits BitmapUpdate, PaletteUpdate, SynchronizeUpdate, PointerUpdate, OpaqueUpdate {

    /**
     * Its code on the fast path.
     *
     * @return one of {@link FastPathUpdateType}
     */
    int updateCode();

    /**
     * Writes updateData as on the fast path, without headers.
     *
     * @param out receives it
     */
    void encode(WireWriter out);

    /**
     * The bytes that {@link #encode} writes.
     *
     * @return a new array
     */
    default byte[] toByteArray() {
        WireWriter out = new WireWriter();
        encode(out);
        return out.toByteArray();
    }

    /**
     * Reads updateData of the fast path.
     *
     * @param updateCode of the update
     * @param in         holds the data and nothing else
     * @return the update
     */
    static Update decode(int updateCode, WireReader in) {
        return switch (updateCode) {
            case FastPathUpdateType.BITMAP -> BitmapUpdate.decode(in);
            case FastPathUpdateType.PALETTE -> PaletteUpdate.decode(in);
            case FastPathUpdateType.SYNCHRONIZE -> new SynchronizeUpdate();
            case FastPathUpdateType.PTR_NULL -> new SystemPointer(SlowPathType.SYSTEM_POINTER_NULL);
            case FastPathUpdateType.PTR_DEFAULT -> new SystemPointer(SlowPathType.SYSTEM_POINTER_DEFAULT);
            case FastPathUpdateType.PTR_POSITION -> PointerPosition.decode(in);
            case FastPathUpdateType.COLOR -> ColorPointer.decode(in);
            case FastPathUpdateType.CACHED -> CachedPointer.decode(in);
            case FastPathUpdateType.POINTER -> NewPointer.decode(in);
            case FastPathUpdateType.LARGE_POINTER -> LargePointer.decode(in);
            default -> new OpaqueUpdate(updateCode, in.rest());
        };
    }

    /**
     * Reads the payload of a Server Graphics Update PDU of the slow path (PDUTYPE2_UPDATE).
     *
     * @param in holds what follows the Share Data Header
     * @return the update
     */
    static Update decodeSlowPath(WireReader in) {
        in.named("Server Graphics Update PDU", "MS-RDPBCGR 2.2.9.1.1.3");
        int type = in.peek(0, "updateType") | in.peek(1, "updateType") << 8;
        return switch (type) {
            case SlowPathType.UPDATE_BITMAP -> BitmapUpdate.decode(in);
            case SlowPathType.UPDATE_PALETTE -> PaletteUpdate.decode(in);
            case SlowPathType.UPDATE_SYNCHRONIZE -> {
                in.skip(2 + 2, "updateType and pad2Octets");
                yield new SynchronizeUpdate();
            }
            case SlowPathType.UPDATE_ORDERS -> new OpaqueUpdate(FastPathUpdateType.ORDERS, in.rest());
            default -> throw in.malformed("updateType", "0 … 3", type);
        };
    }

    /**
     * Reads the payload of a Server Pointer Update PDU of the slow path (PDUTYPE2_POINTER).
     *
     * @param in holds what follows the Share Data Header
     * @return the update
     */
    static Update decodeSlowPathPointer(WireReader in) {
        in.named("Server Pointer Update PDU", "MS-RDPBCGR 2.2.9.1.1.4");
        int type = in.u16("messageType");
        in.skip(2, "pad2Octets");
        return switch (type) {
            case SlowPathType.POINTER_SYSTEM -> new SystemPointer(in.i32("systemPointerType"));
            case SlowPathType.POINTER_POSITION -> PointerPosition.decode(in);
            case SlowPathType.POINTER_COLOR -> ColorPointer.decode(in);
            case SlowPathType.POINTER_CACHED -> CachedPointer.decode(in);
            case SlowPathType.POINTER_POINTER -> NewPointer.decode(in);
            default -> throw in.malformed("messageType", "1, 3, 6, 7 or 8", type);
        };
    }

    /**
     * Writes the payload of a share data PDU of the slow path: a Server Graphics Update PDU or Server Pointer Update PDU
     * without its Share Data Header.
     *
     * @param out receives it
     */
    default void encodeSlowPath(WireWriter out) {
        switch (this) {
            case SynchronizeUpdate s -> out.u16(SlowPathType.UPDATE_SYNCHRONIZE).pad(2);
            case PointerUpdate pointer -> {
                out.u16(pointer.messageType()).pad(2);
                if (pointer instanceof SystemPointer system) {
                    out.i32(system.systemPointerType());
                } else {
                    encode(out);
                }
            }
            case BitmapUpdate b -> encode(out);
            case PaletteUpdate p -> encode(out);
            case OpaqueUpdate o -> encode(out);
        }
    }
}
