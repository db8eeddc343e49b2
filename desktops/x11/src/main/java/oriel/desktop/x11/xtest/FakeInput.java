package oriel.desktop.x11.xtest;

import java.io.IOException;
import oriel.desktop.x11.client.Extension;
import oriel.desktop.x11.client.Query;
import oriel.desktop.x11.client.Request;
import oriel.desktop.x11.client.XConnection;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/** Lets an X server believe in keys, buttons and motions. Nothing here waits for the server. */
public final class FakeInput {

    private static final int KEY_PRESS = 2;
    private static final int KEY_RELEASE = 3;
    private static final int BUTTON_PRESS = 4;
    private static final int BUTTON_RELEASE = 5;
    private static final int MOTION_NOTIFY = 6;

    private final XConnection server;
    private final Extension extension;

    private FakeInput(XConnection server, Extension extension) {
        this.server = server;
        this.extension = extension;
    }

    /**
     * Gets the server ready. Programs that grab the server do not hold the user's input up.
     *
     * @param server connection to it
     * @return what sends input over that connection
     * @throws IOException if it does not have the extension
     */
    public static FakeInput on(XConnection server) throws IOException {
        Extension extension = server.require("XTEST");
        server.ask(new GetVersion(extension));
        server.send(out -> extension.head(out, 3).u8(1 /* impervious */).pad(3)); // XTestGrabControl
        return new FakeInput(server, extension);
    }

    /** XTestGetVersion. */
    private record GetVersion(Extension extension) implements Query<Integer> {

        @Override
        public void encode(WireWriter out) {
            extension.head(out, 0).u8(2).pad(1).u16(2);
        }

        @Override
        public Integer decode(WireReader in) {
            return Query.head(in);
        }
    }

    /**
     * A key goes down or up.
     *
     * @param keycode its code
     * @param down    whether it is down now
     */
    public void key(int keycode, boolean down) {
        send(down ? KEY_PRESS : KEY_RELEASE, keycode, 0, 0);
    }

    /**
     * A button goes down or up.
     *
     * @param button its number
     * @param down   whether it is down now
     */
    public void button(int button, boolean down) {
        send(down ? BUTTON_PRESS : BUTTON_RELEASE, button, 0, 0);
    }

    /**
     * The pointer moves.
     *
     * @param x in pixels from the left of the screen
     * @param y in pixels from its top
     */
    public void motion(int x, int y) {
        send(MOTION_NOTIFY, 0 /* absolute */, x, y);
    }

    private void send(int type, int detail, int x, int y) {
        server.send(new Fake(extension, type, detail, x, y));
    }

    /** XTestFakeInput. */
    private record Fake(Extension extension, int type, int detail, int x, int y) implements Request {

        @Override
        public void encode(WireWriter out) {
            extension.head(out, 2).u8(type).u8(detail).pad(2).i32(0 /* now */).i32(0 /* root: this screen */);
            out.pad(8).i16(x).i16(y).pad(8);
        }
    }
}
