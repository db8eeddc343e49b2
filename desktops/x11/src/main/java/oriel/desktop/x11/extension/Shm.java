package oriel.desktop.x11.extension;

import java.io.IOException;
import oriel.desktop.x11.client.Extension;
import oriel.desktop.x11.client.Query;
import oriel.desktop.x11.client.Request;
import oriel.desktop.x11.client.XConnection;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/** MIT-SHM 1: pixels through memory that the server shares. */
public final class Shm {

    private static final int Z_PIXMAP = 2;

    private final Extension extension;

    private Shm(Extension extension) {
        this.extension = extension;
    }

    /** Gets ready. */
    public static Shm of(XConnection connection) throws IOException {
        return new Shm(connection.require("MIT-SHM"));
    }

    /**
     * ShmAttach, to be followed by a query: whether it worked is told by an error.
     *
     * @param segment new id
     * @param memory  id of the shared memory, shmget(2)
     */
    public Request attach(int segment, int memory) {
        return out -> extension.head(out, 1).i32(segment).i32(memory).pad(4);
    }

    /** ShmDetach. */
    public Request detach(int segment) {
        return out -> extension.head(out, 2).i32(segment);
    }

    /** ShmGetImage of one window into the start of one segment. */
    public Grab grab(int window, int segment) {
        return new Grab(extension, window, segment);
    }

    /** ShmGetImage. One object is used for one read after the other, so that a read allocates nothing. */
    public static final class Grab implements Query<Boolean> {
        private final Extension extension;
        private final int window;
        private final int segment;
        private int x;
        private int y;
        private int width;
        private int height;

        private Grab(Extension extension, int window, int segment) {
            this.extension = extension;
            this.window = window;
            this.segment = segment;
        }

        /** What is read next; it must lie within the window. */
        public void area(int left, int top, int across, int down) {
            x = left;
            y = top;
            width = across;
            height = down;
        }

        @Override
        public void encode(WireWriter out) {
            extension.head(out, 4).i32(window).i16(x).i16(y).u16(width).u16(height);
            out.i32(-1).u8(Z_PIXMAP).pad(3).i32(segment).i32(0);
        }

        @Override
        public Boolean decode(WireReader in) {
            return true;
        }
    }
}
