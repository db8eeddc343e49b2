package oriel.rdp.codec.gcc;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/** User Data Header (TS_UD_HEADER) — MS-RDPBCGR, section 2.2.1.3.1: type and length, the header included. */
public sealed interface Block permits ClientBlock, ServerBlock {
    int HEADER_SIZE = 2 /* type */ + 2 /* length */;

    /** Writes the fields behind the header. */
    void encodeFields(WireWriter out);

    static void encode(WireWriter out, int type, Block block) {
        int mark = out.size();
        out.u16(type).u16(0);
        block.encodeFields(out);
        out.setU16(mark + 2, out.size() - mark);
    }

    /** Reads the length and answers the fields it covers. */
    static WireReader fields(WireReader in) {
        in.need(2, "length");
        int length = in.peek(0, "length") | in.peek(1, "length") << 8;
        if (length < HEADER_SIZE || length - 2 > in.remaining()) {
            throw in.malformed("length", HEADER_SIZE + " to " + (in.remaining() + 2), length);
        }
        in.skip(2, "length");
        return in.slice(length - HEADER_SIZE, "fields");
    }
}
