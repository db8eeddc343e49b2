package oriel.rdp.codec.share;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Play Sound PDU — MS-RDPBCGR, section 2.2.9.1.1.5.
 *
 * @param duration milliseconds
 * @param frequency hertz
 */
public record PlaySound(int duration, int frequency) implements ShareData {
    /** PDUTYPE2_PLAY_SOUND. */
    static final int TYPE = 0x22;

    static PlaySound decodeFields(WireReader in) {
        in.named("Play Sound PDU", "MS-RDPBCGR 2.2.9.1.1.5");
        return new PlaySound(in.i32("duration"), in.i32("frequency"));
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        out.i32(duration).i32(frequency);
    }
}
