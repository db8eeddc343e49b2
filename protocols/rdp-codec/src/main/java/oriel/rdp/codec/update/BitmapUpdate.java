package oriel.rdp.codec.update;

import java.util.ArrayList;
import java.util.List;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Bitmap Update (TS_UPDATE_BITMAP_DATA) — MS-RDPBCGR, section 2.2.9.1.1.3.1.2.1.
 *
 * @param rectangles the bitmaps, in the order in which they are drawn
 */
public record BitmapUpdate(List<BitmapData> rectangles) implements Update {

    /** Copies the list. */
    public BitmapUpdate {
        rectangles = List.copyOf(rectangles);
    }

    static BitmapUpdate decode(WireReader in) {
        in.named("Bitmap Update", "MS-RDPBCGR 2.2.9.1.1.3.1.2.1");
        in.expectU16(SlowPathType.UPDATE_BITMAP, "updateType");
        int count =
                in.count(in.u16("numberRectangles"), in.remaining() / UpdateBatch.BITMAP_HEADER, "numberRectangles");
        List<BitmapData> rectangles = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            rectangles.add(BitmapData.decode(in));
        }
        in.expectEnd();
        return new BitmapUpdate(rectangles);
    }

    @Override
    public int updateCode() {
        return FastPathUpdateType.BITMAP;
    }

    @Override
    public void encode(WireWriter out) {
        out.u16(SlowPathType.UPDATE_BITMAP).u16(rectangles.size());
        for (BitmapData rectangle : rectangles) {
            rectangle.encode(out);
        }
    }
}
