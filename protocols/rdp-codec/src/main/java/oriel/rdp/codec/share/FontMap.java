package oriel.rdp.codec.share;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Font Map PDU — MS-RDPBCGR, section 2.2.1.22.
 *
 * @param numberEntries 0
 * @param totalNumEntries 0
 * @param mapFlags 3: first and last
 * @param entrySize 4
 */
public record FontMap(int numberEntries, int totalNumEntries, int mapFlags, int entrySize) implements ShareData {
    /** The font map every server answers a font list with. */
    public static final FontMap EMPTY = new FontMap(0, 0, 3, 4);

    /** PDUTYPE2_FONTMAP. */
    static final int TYPE = 0x28;

    static FontMap decodeFields(WireReader in) {
        in.named("Font Map PDU", "MS-RDPBCGR 2.2.1.22");
        return new FontMap(in.u16("numberEntries"), in.u16("totalNumEntries"), in.u16("mapFlags"), in.u16("entrySize"));
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        out.u16(numberEntries).u16(totalNumEntries).u16(mapFlags).u16(entrySize);
    }
}
