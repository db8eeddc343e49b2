package oriel.rdp.codec.x224;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/** Data TPDU — ITU-T X.224, section 13.7: three bytes before every MCS PDU, behind the TPKT header. */
public final class DataTransfer {
    /** Size of TPKT and TPDU header in bytes. */
    public static final int HEADER_SIZE =
            Tpkt.HEADER_SIZE + 1 /* length-indicator */ + 1 /* code */ + 1 /* end-of-transmission */;

    private static final int LENGTH_INDICATOR = 2;
    private static final int CODE = 0xF0;
    private static final int END_OF_TRANSMISSION = 0x80;

    private DataTransfer() {}

    /** Whether the TPDU of a whole TPKT packet is a data TPDU; if not, {@link X224Pdu#decode} says what it is. */
    public static boolean isAt(WireReader in) {
        return in.remaining() > Tpkt.HEADER_SIZE + 1 && (in.peek(Tpkt.HEADER_SIZE + 1, "code") & 0xF0) == CODE;
    }

    /** Reads both headers of a whole TPKT packet and leaves the reader at the MCS PDU. */
    public static void decode(WireReader in) {
        Tpkt.decode(in);
        in.named("X.224 Data TPDU", "ITU-T X.224 13.7");
        in.expectU8(LENGTH_INDICATOR, "length-indicator");
        in.expectU8(CODE, "code");
        in.expectU8(END_OF_TRANSMISSION, "end-of-transmission");
    }

    /** Writes both headers; the answer is for {@link #end}. */
    public static int begin(WireWriter out) {
        int mark = Tpkt.begin(out);
        out.u8(LENGTH_INDICATOR).u8(CODE).u8(END_OF_TRANSMISSION);
        return mark;
    }

    /** Fills in the length of a packet begun at {@code mark}. */
    public static void end(WireWriter out, int mark) {
        Tpkt.end(out, mark);
    }
}
