package oriel.rdp.codec.share;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Inclusive Rectangle (TS_RECTANGLE16) — MS-RDPBCGR, section 2.2.11.1. The last column and row belong to the rectangle.
 *
 * @param left first column
 * @param top first row
 * @param right last column
 * @param bottom last row
 */
public record InclusiveRectangle(int left, int top, int right, int bottom) {
    /** Size in bytes. */
    public static final int SIZE = 2 /* left */ + 2 /* top */ + 2 /* right */ + 2 /* bottom */;

    static InclusiveRectangle decode(WireReader in) {
        return new InclusiveRectangle(in.u16("left"), in.u16("top"), in.u16("right"), in.u16("bottom"));
    }

    void encode(WireWriter out) {
        out.u16(left).u16(top).u16(right).u16(bottom);
    }
}
