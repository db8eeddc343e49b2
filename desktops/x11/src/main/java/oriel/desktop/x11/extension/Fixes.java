package oriel.desktop.x11.extension;

import java.io.IOException;
import oriel.desktop.x11.client.EventType;
import oriel.desktop.x11.client.Extension;
import oriel.desktop.x11.client.Query;
import oriel.desktop.x11.client.Request;
import oriel.desktop.x11.client.XConnection;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/** XFIXES 4: regions, pictures of the cursor, changes of selections. */
public final class Fixes {

    private final Extension extension;
    private final EventType<CursorNotify> cursorNotify;
    private final EventType<SelectionNotify> selectionNotify;

    private Fixes(Extension extension) {
        this.extension = extension;
        this.selectionNotify = extension.event("XFixesSelectionNotify", 0, SelectionNotify::decode);
        this.cursorNotify = extension.event("XFixesCursorNotify", 1, CursorNotify::decode);
    }

    /** Gets ready. */
    public static Fixes of(XConnection connection) throws IOException {
        Extension extension = connection.require("XFIXES");
        Version.require(connection, extension, 4, 0);
        return new Fixes(extension);
    }

    /** CreateRegion: an empty one. */
    public Request createRegion(int region) {
        return out -> extension.head(out, 5).i32(region);
    }

    /** FetchRegion. */
    public Query<Region> fetchRegion(int region) {
        return new FetchRegion(extension, region);
    }

    /** SelectCursorInput: events whenever another cursor is shown. */
    public Request selectCursorInput(int window) {
        return out -> extension.head(out, 3).i32(window).i32(1);
    }

    /** SelectSelectionInput: events whenever a selection has another owner, its owner's window goes or its owner ends. */
    public Request selectSelectionInput(int window, int selection) {
        return out -> extension.head(out, 2).i32(window).i32(selection).i32(7);
    }

    /** GetCursorImage. */
    public Query<CursorImage> cursorImage() {
        return new GetCursorImage(extension);
    }

    /** XFixesCursorNotify. */
    public EventType<CursorNotify> cursorNotifyType() {
        return cursorNotify;
    }

    /** XFixesSelectionNotify. */
    public EventType<SelectionNotify> selectionNotifyType() {
        return selectionNotify;
    }

    /**
     * A region.
     *
     * @param around     the rectangle around it
     * @param rectangles what it is made of; empty also when there are too many to be worth their while
     */
    public record Region(Area around, Area... rectangles) {}

    /**
     * A rectangle.
     *
     * @param x      left edge
     * @param y      top edge
     * @param width  in pixels
     * @param height in pixels
     */
    public record Area(int x, int y, int width, int height) {

        private static Area decode(WireReader in) {
            return new Area(in.i16("x"), in.i16("y"), in.u16("width"), in.u16("height"));
        }
    }

    private record FetchRegion(Extension extension, int region) implements Query<Region> {

        private static final int MOST = 256;
        private static final int AREA = 2 /* x */ + 2 /* y */ + 2 /* width */ + 2 /* height */;
        private static final int HEAD = 32;

        @Override
        public void encode(WireWriter out) {
            extension.head(out, 19).i32(region);
        }

        @Override
        public Region decode(WireReader in) {
            in.skip(4, "reply, sequence number");
            long count = in.u32("reply length") / 2;
            Area around = Area.decode(in);
            in.skip(16, "unused");
            Area[] rectangles = new Area[count > MOST ? 0 : (int) count];
            for (int i = 0; i < rectangles.length; i++) {
                rectangles[i] = Area.decode(in);
            }
            return new Region(around, rectangles);
        }

        @Override
        public int longest() {
            return Integer.MAX_VALUE; // every second pixel may be a rectangle of its own
        }

        @Override
        public int wanted() {
            return HEAD + MOST * AREA;
        }
    }

    /**
     * XFixesCursorNotify.
     *
     * @param serial number of the cursor that is shown now
     */
    public record CursorNotify(int serial) {

        private static CursorNotify decode(WireReader in) {
            in.skip(8, "code, subtype, sequence number, window");
            return new CursorNotify(in.i32("cursor-serial"));
        }
    }

    /**
     * XFixesSelectionNotify.
     *
     * @param owner     window of the owner; 0 = nobody
     * @param selection atom of the selection
     * @param time      since when
     */
    public record SelectionNotify(int owner, int selection, int time) {

        private static SelectionNotify decode(WireReader in) {
            in.skip(8, "code, subtype, sequence number, window");
            int owner = in.i32("owner");
            int selection = in.i32("selection");
            in.skip(4, "timestamp");
            return new SelectionNotify(owner, selection, in.i32("selection-timestamp"));
        }
    }

    /**
     * A picture of the cursor.
     *
     * @param serial number of the cursor
     * @param width  in pixels
     * @param height in pixels
     * @param hotX   column of the pixel that points
     * @param hotY   row of the pixel that points
     * @param pixels alpha, red, green, blue; premultiplied; none when it is larger than anything that is shown
     */
    public record CursorImage(int serial, int width, int height, int hotX, int hotY, int... pixels) {}

    private record GetCursorImage(Extension extension) implements Query<CursorImage> {

        private static final int MOST = 1024 * 1024;

        @Override
        public void encode(WireWriter out) {
            extension.head(out, 4);
        }

        @Override
        public CursorImage decode(WireReader in) {
            Query.head(in);
            in.skip(4, "x, y");
            int width = in.u16("width");
            int height = in.u16("height");
            int hotX = in.u16("x-hot");
            int hotY = in.u16("y-hot");
            int serial = in.i32("cursor-serial");
            in.skip(8, "unused");
            int[] pixels = new int[width * height > MOST || width * height < 0 ? 0 : width * height];
            in.need(pixels.length * 4, "cursor-image");
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = in.i32("cursor-image");
            }
            return new CursorImage(serial, width, height, hotX, hotY, pixels);
        }

        @Override
        public int longest() {
            return Integer.MAX_VALUE;
        }

        @Override
        public int wanted() {
            return 32 + 4 * MOST;
        }
    }
}
