package oriel.rdp.codec.x224;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/** The X.224 TPDUs that stand alone in a TPKT packet; the data TPDU, which is only a header, is {@link DataTransfer}. */
public sealed interface X224Pdu permits ConnectionRequest, ConnectionConfirm, DisconnectRequest {
    /** Reads the TPDU in a whole TPKT packet. */
    static X224Pdu decode(WireReader in) {
        Tpkt.decode(in);
        in.named("X.224 TPDU", "ITU-T X.224 13");
        int code = in.peek(1, "code") & 0xF0;
        return switch (code) {
            case ConnectionRequest.CODE -> ConnectionRequest.decodeTpdu(in);
            case ConnectionConfirm.CODE -> ConnectionConfirm.decodeTpdu(in);
            case DisconnectRequest.CODE -> DisconnectRequest.decodeTpdu(in);
            default -> throw in.malformed("code", "CR, CC or DR", "0x%02x".formatted(code));
        };
    }

    /** Writes the TPKT packet. */
    void encode(WireWriter out);

    /** Reads the length indicator, which counts the header bytes behind itself; class 0 TPDUs of this family are all header. */
    private static void lengthIndicator(WireReader in) {
        int indicated = in.peek(0, "length-indicator");
        if (indicated != in.remaining() - 1) {
            throw in.malformed("length-indicator", Integer.toString(in.remaining() - 1), indicated);
        }
        in.skip(1, "length-indicator");
    }

    /** Reads length indicator, code and the two references. */
    static References header(WireReader in, int code) {
        lengthIndicator(in);
        in.expectU8(code, "code");
        return new References(in.u16be("destination-reference"), in.u16be("source-reference"));
    }

    /** Writes length indicator (to be set by {@link #finish}), code and the two references behind a TPKT header. */
    static int begin(WireWriter out, int code, int destination, int source) {
        int mark = Tpkt.begin(out);
        out.u8(0).u8(code).u16be(destination).u16be(source);
        return mark;
    }

    /** Sets both lengths of a packet begun at {@code mark}. */
    static void finish(WireWriter out, int mark) {
        int indicated = out.size() - mark - Tpkt.HEADER_SIZE - 1;
        out.setU8(mark + Tpkt.HEADER_SIZE, indicated);
        Tpkt.end(out, mark);
    }

    /**
     * The two references every TPDU header of this family has.
     *
     * @param destination reference the receiver chose
     * @param source reference the sender chose
     */
    record References(int destination, int source) {}
}
