package oriel.rdp.codec.capability;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Sound Capability Set (TS_SOUND_CAPABILITYSET) — MS-RDPBCGR, section 2.2.7.1.11.
 *
 * @param soundFlags {@link #BEEPS} if Play Sound PDUs can be taken
 */
public record SoundCapability(int soundFlags) implements CapabilitySet {
    /** CAPSTYPE_SOUND. */
    public static final int TYPE = 0x000C;

    /** SOUND_BEEPS_FLAG. */
    public static final int BEEPS = 0x0001;

    static SoundCapability decodeFields(WireReader in) {
        in.named("Sound Capability Set", "MS-RDPBCGR 2.2.7.1.11");
        int soundFlags = in.u16("soundFlags");
        in.skip(2, "pad2octetsA");
        return new SoundCapability(soundFlags);
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        out.u16(soundFlags).pad(2);
    }
}
