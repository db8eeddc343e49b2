package oriel.rdp.codec.update;

/** Pointer updates, MS-RDPBCGR 2.2.9.1.1.4. */
public sealed interface PointerUpdate extends Update
        permits SystemPointer, PointerPosition, ColorPointer, NewPointer, CachedPointer, LargePointer {

    /**
     * Its messageType on the slow path.
     *
     * @return one of the pointer types of {@link SlowPathType}
     */
    int messageType();
}
