package oriel.rdp.codec.capability;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Color Table Cache Capability Set (TS_COLORTABLE_CAPABILITYSET) — MS-RDPEGDI, section 2.2.1.1.
 *
 * @param colorTableCacheSize entries, 6
 */
public record ColorCacheCapability(int colorTableCacheSize) implements CapabilitySet {
    /** CAPSTYPE_COLORCACHE. */
    public static final int TYPE = 0x000A;

    static ColorCacheCapability decodeFields(WireReader in) {
        in.named("Color Table Cache Capability Set", "MS-RDPEGDI 2.2.1.1");
        int colorTableCacheSize = in.u16("colorTableCacheSize");
        in.skip(2, "pad2octets");
        return new ColorCacheCapability(colorTableCacheSize);
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        out.u16(colorTableCacheSize).pad(2);
    }
}
