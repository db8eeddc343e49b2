package oriel.desktop.x11;

import java.io.IOException;
import java.io.UncheckedIOException;
import oriel.desktop.x11.client.Drawing;
import oriel.desktop.x11.client.Extension;
import oriel.desktop.x11.client.Query;
import oriel.desktop.x11.client.XConnection;
import oriel.wire.WireReader;

/** A program that draws on the root window and dresses the pointer. */
public final class Brush implements AutoCloseable {

    private final XConnection connection;
    private final int gc;

    /** Connects. */
    public Brush(RealServer server) {
        connection = server.connect();
        gc = connection.newId();
        connection.send(new Drawing.CreateGc(gc, connection.root(), 0));
    }

    /** Its connection. */
    public XConnection connection() {
        return connection;
    }

    /** Fills a rectangle and returns when that is done. */
    public void fill(int x, int y, int width, int height, int color) {
        fillSoon(x, y, width, height, color);
        sync();
    }

    /** Fills a rectangle. */
    public void fillSoon(int x, int y, int width, int height, int color) {
        connection.send(new Drawing.SetColor(gc, color));
        connection.send(new Drawing.Fill(connection.root(), gc, x, y, width, height));
    }

    /** Draws pixels and returns when that is done. */
    public void put(int x, int y, int width, int... pixels) {
        connection.send(new Drawing.Put(connection.root(), gc, 24, x, y, width, pixels));
        sync();
    }

    /** Waits until all is done. */
    public void sync() {
        try {
            connection.sync();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives the root window a cursor made of pixels with premultiplied alpha (RENDER CreateCursor). */
    public void cursor(int width, int hotX, int hotY, int... pixels) {
        try {
            Extension render = connection.require("RENDER");
            connection.ask(Query.of(out -> render.head(out, 0).i32(0).i32(11), Query::head));
            int format = connection.ask(new FormatWithAlpha(render));
            int pixmap = connection.newId();
            int painter = connection.newId();
            int picture = connection.newId();
            int cursor = connection.newId();
            int height = pixels.length / width;
            connection.send(out -> out.u8(53)
                    .u8(32)
                    .u16(0)
                    .i32(pixmap)
                    .i32(connection.root())
                    .u16(width)
                    .u16(height));
            connection.send(new Drawing.CreateGc(painter, pixmap, 0));
            connection.send(new Drawing.Put(pixmap, painter, 32, 0, 0, width, pixels));
            connection.send(out ->
                    render.head(out, 4).i32(picture).i32(pixmap).i32(format).i32(0));
            connection.send(out ->
                    render.head(out, 27).i32(cursor).i32(picture).u16(hotX).u16(hotY));
            connection.send(out ->
                    out.u8(2).u8(0).u16(0).i32(connection.root()).i32(1 << 14).i32(cursor));
            connection.sync();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** RENDER QueryPictFormats: the format of 32 bits with alpha. */
    private record FormatWithAlpha(Extension render) implements Query<Integer> {

        @Override
        public void encode(oriel.wire.WireWriter out) {
            render.head(out, 1);
        }

        @Override
        public Integer decode(WireReader in) {
            Query.head(in);
            int formats = in.i32("formats");
            in.skip(20, "unused");
            int found = 0;
            for (int i = 0; i < formats; i++) {
                int id = in.i32("id");
                int type = in.u8("type");
                int depth = in.u8("depth");
                in.skip(2, "unused");
                int redShift = in.u16("red-shift");
                in.skip(12, "masks and shifts");
                int alphaMask = in.u16("alpha-mask");
                in.skip(4, "colormap");
                if (type == 1 && depth == 32 && redShift == 16 && alphaMask == 0xFF) {
                    found = id;
                }
            }
            return found;
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
