package oriel.rdp.codec.update;

/** Values of updateCode in a Fast-Path Update (TS_FP_UPDATE), MS-RDPBCGR 2.2.9.1.2.1, and of what goes with it. */
public final class FastPathUpdateType {

    /** FASTPATH_UPDATETYPE_ORDERS. */
    public static final int ORDERS = 0x0;
    /** FASTPATH_UPDATETYPE_BITMAP. */
    public static final int BITMAP = 0x1;
    /** FASTPATH_UPDATETYPE_PALETTE. */
    public static final int PALETTE = 0x2;
    /** FASTPATH_UPDATETYPE_SYNCHRONIZE. */
    public static final int SYNCHRONIZE = 0x3;
    /** FASTPATH_UPDATETYPE_SURFCMDS. */
    public static final int SURFCMDS = 0x4;
    /** FASTPATH_UPDATETYPE_PTR_NULL: the pointer is hidden. */
    public static final int PTR_NULL = 0x5;
    /** FASTPATH_UPDATETYPE_PTR_DEFAULT: the pointer of the client's system. */
    public static final int PTR_DEFAULT = 0x6;
    /** FASTPATH_UPDATETYPE_PTR_POSITION. */
    public static final int PTR_POSITION = 0x8;
    /** FASTPATH_UPDATETYPE_COLOR: Color Pointer Update. */
    public static final int COLOR = 0x9;
    /** FASTPATH_UPDATETYPE_CACHED: Cached Pointer Update. */
    public static final int CACHED = 0xA;
    /** FASTPATH_UPDATETYPE_POINTER: New Pointer Update. */
    public static final int POINTER = 0xB;
    /** FASTPATH_UPDATETYPE_LARGE_POINTER. */
    public static final int LARGE_POINTER = 0xC;

    /** FASTPATH_FRAGMENT_SINGLE: the update is in one piece. */
    public static final int FRAGMENT_SINGLE = 0;
    /** FASTPATH_FRAGMENT_LAST. */
    public static final int FRAGMENT_LAST = 1;
    /** FASTPATH_FRAGMENT_FIRST. */
    public static final int FRAGMENT_FIRST = 2;
    /** FASTPATH_FRAGMENT_NEXT. */
    public static final int FRAGMENT_NEXT = 3;

    /** Largest fast-path PDU, headers included, in bytes: MS-RDPBCGR 2.2.9.1.2, length2. */
    public static final int LARGEST_PDU = 0x3FFF;

    private FastPathUpdateType() {}
}
