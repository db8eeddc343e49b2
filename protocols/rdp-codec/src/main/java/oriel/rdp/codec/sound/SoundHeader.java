package oriel.rdp.codec.sound;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * RDPSND PDU Header (SNDPROLOG) — MS-RDPEA, section 2.2.1.
 *
 * @param type the field msgType
 * @param bodySize bytes that follow
 */
record SoundHeader(int type, int bodySize) {
    static final int SIZE = 1 /* msgType */ + 1 /* bPad */ + 2 /* BodySize */;

    /** SNDC_TRAINING, in both directions. */
    static final int TRAINING = 0x06;

    /** SNDC_FORMATS, in both directions. */
    static final int FORMATS = 0x07;

    static SoundHeader decode(WireReader in) {
        int type = in.u8("msgType");
        in.skip(1, "bPad");
        return new SoundHeader(type, in.u16("BodySize"));
    }

    /** Begins a message; the size is put in by {@link #end}. */
    static int begin(WireWriter out, int type) {
        out.u8(type).pad(3);
        return out.size();
    }

    static void end(WireWriter out, int mark) {
        out.setU16(mark - 2, out.size() - mark);
    }
}
