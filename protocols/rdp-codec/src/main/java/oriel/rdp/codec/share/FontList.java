package oriel.rdp.codec.share;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Font List PDU — MS-RDPBCGR, section 2.2.1.18.
 *
 * @param numberFonts 0
 * @param totalNumFonts 0
 * @param listFlags 3: first and last
 * @param entrySize 50
 */
public record FontList(int numberFonts, int totalNumFonts, int listFlags, int entrySize) implements ShareData {
    /** PDUTYPE2_FONTLIST. */
    static final int TYPE = 0x27;

    static FontList decodeFields(WireReader in) {
        in.named("Font List PDU", "MS-RDPBCGR 2.2.1.18");
        return new FontList(in.u16("numberFonts"), in.u16("totalNumFonts"), in.u16("listFlags"), in.u16("entrySize"));
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        out.u16(numberFonts).u16(totalNumFonts).u16(listFlags).u16(entrySize);
    }
}
