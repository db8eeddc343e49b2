package oriel.rdp.codec.update;

import java.util.ArrayList;
import java.util.List;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Palette Update (TS_UPDATE_PALETTE_DATA) — MS-RDPBCGR, section 2.2.9.1.1.3.1.1.1.
 *
 * @param colors {@code 0x00RRGGBB}, {@value #COLORS} of them
 */
public record PaletteUpdate(List<Integer> colors) implements Update {

    /** NUM_8BPP_PAL_ENTRIES. */
    public static final int COLORS = 256;

    /** Copies the colours. */
    public PaletteUpdate {
        colors = List.copyOf(colors);
        if (colors.size() != COLORS) {
            throw new IllegalArgumentException("palette of " + colors.size() + " colours");
        }
    }

    /**
     * A palette update.
     *
     * @param colors {@code 0x00RRGGBB}, {@value #COLORS} of them
     * @return the update
     */
    public static PaletteUpdate of(int[] colors) {
        List<Integer> list = new ArrayList<>(colors.length);
        for (int color : colors) {
            list.add(color);
        }
        return new PaletteUpdate(list);
    }

    static PaletteUpdate decode(WireReader in) {
        in.named("Palette Update", "MS-RDPBCGR 2.2.9.1.1.3.1.1.1");
        in.expectU16(SlowPathType.UPDATE_PALETTE, "updateType");
        in.skip(2, "pad2Octets");
        int count = in.i32("numberColors");
        if (count != COLORS) {
            throw in.malformed("numberColors", "256", count);
        }
        List<Integer> colors = new ArrayList<>(COLORS);
        for (int i = 0; i < COLORS; i++) {
            colors.add(in.u8("red") << 16 | in.u8("green") << 8 | in.u8("blue"));
        }
        in.expectEnd();
        return new PaletteUpdate(colors);
    }

    @Override
    public int updateCode() {
        return FastPathUpdateType.PALETTE;
    }

    @Override
    public void encode(WireWriter out) {
        out.u16(SlowPathType.UPDATE_PALETTE).pad(2).i32(COLORS);
        for (int color : colors) {
            out.u8(color >> 16 & 0xFF).u8(color >> 8 & 0xFF).u8(color & 0xFF);
        }
    }
}
