package oriel.desktop.x11.client;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Where the pointer is and what is held down.
 *
 * @param x    in pixels from the left of the root window
 * @param y    in pixels from its top
 * @param mask keys and buttons that are down (KeyButMask)
 */
public record Pointer(int x, int y, int mask) {

    /**
     * QueryPointer — X Protocol, section 9.
     *
     * @param window a window of the screen, usually the root
     */
    public record Ask(int window) implements Query<Pointer> {

        @Override
        public void encode(WireWriter out) {
            Request.head(out, 38, 0).i32(window);
        }

        @Override
        public Pointer decode(WireReader in) {
            Query.head(in);
            in.skip(8, "root, child");
            int x = in.i16("root-x");
            int y = in.i16("root-y");
            in.skip(4, "win-x, win-y");
            return new Pointer(x, y, in.u16("mask"));
        }
    }

    /**
     * WarpPointer — X Protocol, section 9: moves the pointer to a place of a window.
     *
     * @param window which
     * @param x      in pixels
     * @param y      in pixels
     */
    public record Warp(int window, int x, int y) implements Request {

        @Override
        public void encode(WireWriter out) {
            Request.head(out, 41, 0).i32(0).i32(window).pad(8).i16(x).i16(y);
        }
    }
}
