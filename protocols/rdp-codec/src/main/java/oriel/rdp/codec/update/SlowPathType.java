package oriel.rdp.codec.update;

/** Numbers of the slow path: pduType2 of the Share Data Header (2.2.8.1.1.1.2), updateType (2.2.9.1.1.3) and messageType (2.2.9.1.1.4). */
public final class SlowPathType {

    /** PDUTYPE2_UPDATE. */
    public static final int PDU_UPDATE = 0x02;
    /** PDUTYPE2_POINTER. */
    public static final int PDU_POINTER = 0x1B;
    /** PDUTYPE2_PLAY_SOUND. */
    public static final int PDU_PLAY_SOUND = 0x22;

    /** UPDATETYPE_ORDERS. */
    public static final int UPDATE_ORDERS = 0;
    /** UPDATETYPE_BITMAP. */
    public static final int UPDATE_BITMAP = 1;
    /** UPDATETYPE_PALETTE. */
    public static final int UPDATE_PALETTE = 2;
    /** UPDATETYPE_SYNCHRONIZE. */
    public static final int UPDATE_SYNCHRONIZE = 3;

    /** TS_PTRMSGTYPE_SYSTEM. */
    public static final int POINTER_SYSTEM = 1;
    /** TS_PTRMSGTYPE_POSITION. */
    public static final int POINTER_POSITION = 3;
    /** TS_PTRMSGTYPE_COLOR. */
    public static final int POINTER_COLOR = 6;
    /** TS_PTRMSGTYPE_CACHED. */
    public static final int POINTER_CACHED = 7;
    /** TS_PTRMSGTYPE_POINTER. */
    public static final int POINTER_POINTER = 8;

    /** SYSPTR_NULL: the pointer is hidden. */
    public static final int SYSTEM_POINTER_NULL = 0x00000000;
    /** SYSPTR_DEFAULT: the pointer of the client's system. */
    public static final int SYSTEM_POINTER_DEFAULT = 0x00007F00;

    /** Largest payload after the Share Data Header, in bytes, so that the PDU fits the 14-bit length of MCS with all headers. */
    public static final int LARGEST_PAYLOAD = 0x3F00;

    private SlowPathType() {}
}
