package oriel.rdp.codec.update;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Play Sound PDU Data (TS_PLAY_SOUND_PDU_DATA) — MS-RDPBCGR, section 2.2.9.1.1.5.1: the payload of a share data PDU of type
 * {@link SlowPathType#PDU_PLAY_SOUND}. It has no fast path.
 *
 * @param duration  in milliseconds
 * @param frequency in hertz
 */
public record PlaySound(int duration, int frequency) {

    /**
     * Reads the payload.
     *
     * @param in holds it and nothing else
     * @return the beep
     */
    public static PlaySound decode(WireReader in) {
        in.named("Play Sound PDU", "MS-RDPBCGR 2.2.9.1.1.5.1");
        PlaySound sound = new PlaySound(in.i32("duration"), in.i32("frequency"));
        in.expectEnd();
        return sound;
    }

    /**
     * The payload.
     *
     * @return a new array
     */
    public byte[] toByteArray() {
        return new WireWriter().i32(duration).i32(frequency).toByteArray();
    }
}
