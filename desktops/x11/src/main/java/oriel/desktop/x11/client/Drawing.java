package oriel.desktop.x11.client;

import oriel.wire.WireWriter;

/** Drawing into windows. */
public final class Drawing {

    private static final int FOREGROUND = 1 << 2;

    private Drawing() {}

    /**
     * CreateGC — X Protocol, section 9.
     *
     * @param id       its id, from {@link XConnection#newId}
     * @param drawable a window or pixmap of the depth that it is for
     * @param color    pixel value to draw with
     */
    public record CreateGc(int id, int drawable, int color) implements Request {

        @Override
        public void encode(WireWriter out) {
            Request.head(out, 55, 0).i32(id).i32(drawable).i32(FOREGROUND).i32(color);
        }
    }

    /**
     * ChangeGC — X Protocol, section 9.
     *
     * @param gc    which
     * @param color pixel value to draw with
     */
    public record SetColor(int gc, int color) implements Request {

        @Override
        public void encode(WireWriter out) {
            Request.head(out, 56, 0).i32(gc).i32(FOREGROUND).i32(color);
        }
    }

    /**
     * FreeGC — X Protocol, section 9.
     *
     * @param gc which
     */
    public record FreeGc(int gc) implements Request {

        @Override
        public void encode(WireWriter out) {
            Request.head(out, 60, 0).i32(gc);
        }
    }

    /**
     * PolyFillRectangle — X Protocol, section 9: one rectangle.
     *
     * @param drawable a window or pixmap
     * @param gc       what to draw with
     * @param x        left edge
     * @param y        top edge
     * @param width    in pixels
     * @param height   in pixels
     */
    public record Fill(int drawable, int gc, int x, int y, int width, int height) implements Request {

        @Override
        public void encode(WireWriter out) {
            Request.head(out, 70, 0)
                    .i32(drawable)
                    .i32(gc)
                    .i16(x)
                    .i16(y)
                    .u16(width)
                    .u16(height);
        }
    }

    /**
     * PutImage — X Protocol, section 9: pixels of 32 bits.
     *
     * @param drawable a window or pixmap
     * @param gc       what to draw with
     * @param depth    bits of its pixels, 24 or 32
     * @param x        left edge
     * @param y        top edge
     * @param width    in pixels
     * @param pixels   row by row; not copied, and not to be changed before the request was sent
     */
    public record Put(int drawable, int gc, int depth, int x, int y, int width, int... pixels) implements Request {

        private static final int Z_PIXMAP = 2;

        @Override
        public void encode(WireWriter out) {
            Request.head(out, 72, Z_PIXMAP).i32(drawable).i32(gc);
            out.u16(width)
                    .u16(pixels.length / width)
                    .i16(x)
                    .i16(y)
                    .u8(0)
                    .u8(depth)
                    .pad(2);
            out.ensure(4 * pixels.length);
            for (int pixel : pixels) {
                out.i32(pixel);
            }
        }
    }
}
