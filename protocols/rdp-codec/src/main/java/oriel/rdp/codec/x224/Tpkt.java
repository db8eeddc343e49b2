package oriel.rdp.codec.x224;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * TPKT header — RFC 1006, section 6, Packet Format; ITU-T T.123, section 8. Version 3, a reserved byte, and the length of everything
 * including these four bytes, big-endian.
 */
public final class Tpkt {
    /** Size of the header in bytes. */
    public static final int HEADER_SIZE = 1 /* version */ + 1 /* reserved */ + 2 /* length */;

    static final int VERSION = 3;
    static final int SMALLEST = HEADER_SIZE + 1 /* length indicator */ + 1 /* TPDU code */ + 1 /* one more byte */;

    private Tpkt() {}

    /** Reads the header and checks that its length is exactly what is there. */
    public static void decode(WireReader in) {
        in.named("TPKT header", "RFC 1006 6");
        int whole = in.remaining();
        in.expectU8(VERSION, "version");
        in.skip(1, "reserved");
        in.need(2, "length");
        int length = in.peek(0, "length") << 8 | in.peek(1, "length");
        if (length != whole) {
            throw in.malformed("length", Integer.toString(whole), length);
        }
        in.skip(2, "length");
    }

    /** Writes a header whose length is not known yet; the answer is for {@link #end}. */
    public static int begin(WireWriter out) {
        int mark = out.size();
        out.u8(VERSION).pad(1 /* reserved */ + 2 /* length */);
        return mark;
    }

    /** Fills in the length of a header written at {@code mark}. */
    public static void end(WireWriter out, int mark) {
        out.setU16be(mark + 2, out.size() - mark);
    }
}
