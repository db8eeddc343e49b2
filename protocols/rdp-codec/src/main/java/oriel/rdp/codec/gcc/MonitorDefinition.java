package oriel.rdp.codec.gcc;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Monitor Definition (TS_MONITOR_DEF) — MS-RDPBCGR, section 2.2.1.3.6.1. Coordinates in pixels, relative to the primary monitor; the
 * last column and row belong to the monitor.
 *
 * @param left first column
 * @param top first row
 * @param right last column
 * @param bottom last row
 * @param flags {@link #PRIMARY} or 0
 */
public record MonitorDefinition(int left, int top, int right, int bottom, int flags) {
    /** TS_MONITOR_PRIMARY. */
    public static final int PRIMARY = 0x01;

    /** Size in bytes. */
    public static final int SIZE = 4 /* left */ + 4 /* top */ + 4 /* right */ + 4 /* bottom */ + 4 /* flags */;

    /** Reads the structure. */
    public static MonitorDefinition decode(WireReader in) {
        return new MonitorDefinition(in.i32("left"), in.i32("top"), in.i32("right"), in.i32("bottom"), in.i32("flags"));
    }

    /** Writes the structure. */
    public void encode(WireWriter out) {
        out.i32(left).i32(top).i32(right).i32(bottom).i32(flags);
    }

    /** Whether this is the primary monitor. */
    public boolean primary() {
        return (flags & PRIMARY) != 0;
    }
}
