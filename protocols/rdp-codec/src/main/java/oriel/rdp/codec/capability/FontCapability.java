package oriel.rdp.codec.capability;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Font Capability Set (TS_FONT_CAPABILITYSET) — MS-RDPBCGR, section 2.2.7.2.5.
 *
 * @param fontSupportFlags {@link #FONTLIST}; some clients send no field at all
 */
public record FontCapability(int fontSupportFlags) implements CapabilitySet {
    /** CAPSTYPE_FONT. */
    public static final int TYPE = 0x000E;

    /** FONTSUPPORT_FONTLIST: the server takes Font List PDUs. */
    public static final int FONTLIST = 0x0001;

    static FontCapability decodeFields(WireReader in) {
        in.named("Font Capability Set", "MS-RDPBCGR 2.2.7.2.5");
        return new FontCapability(in.hasRemaining() ? in.u16("fontSupportFlags") : 0);
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        out.u16(fontSupportFlags).pad(2);
    }
}
