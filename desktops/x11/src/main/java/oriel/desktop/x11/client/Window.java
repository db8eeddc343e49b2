package oriel.desktop.x11.client;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/** Windows. */
public final class Window {

    /** Events of buttons that go down. */
    public static final int BUTTON_PRESS = 1 << 2;

    /** Events of buttons that go up. */
    public static final int BUTTON_RELEASE = 1 << 3;

    /** Events of the pointer that moves. */
    public static final int POINTER_MOTION = 1 << 6;

    /** Events of areas that must be drawn again. */
    public static final int EXPOSURE = 1 << 15;

    /** Events of windows that are covered or uncovered. */
    public static final int VISIBILITY_CHANGE = 1 << 16;

    /** Events of the window's own place and end. */
    public static final int STRUCTURE = 1 << 17;

    /** Events of the places and ends of the windows within. */
    public static final int SUBSTRUCTURE = 1 << 19;

    /** Events of properties. */
    public static final int PROPERTY_CHANGE = 1 << 22;

    private Window() {}

    /**
     * CreateWindow — X Protocol, section 9; with the depth and visual of its parent.
     *
     * @param id                its id, from {@link XConnection#newId}
     * @param parent            the window it lies in
     * @param x                 left edge
     * @param y                 top edge
     * @param width             in pixels
     * @param height            in pixels
     * @param inputOnly         whether nothing of it can be seen
     * @param overridesRedirect whether the window manager leaves it alone
     * @param events            mask of the events that are wanted
     */
    public record Create(
            int id,
            int parent,
            int x,
            int y,
            int width,
            int height,
            boolean inputOnly,
            boolean overridesRedirect,
            int events)
            implements Request {

        private static final int OVERRIDE_REDIRECT = 1 << 9;
        private static final int EVENT_MASK = 1 << 11;

        /** A window nobody sees, to own selections and properties. */
        public static Create hidden(int id, int root, int events) {
            return new Create(id, root, -1, -1, 1, 1, true, true, events);
        }

        @Override
        public void encode(WireWriter out) {
            Request.head(out, 1, 0).i32(id).i32(parent).i16(x).i16(y).u16(width).u16(height);
            out.u16(0 /* border */).u16(inputOnly ? 2 : 1).i32(0 /* visual of the parent */);
            out.i32(OVERRIDE_REDIRECT | EVENT_MASK)
                    .i32(overridesRedirect ? 1 : 0)
                    .i32(events);
        }
    }

    /**
     * ChangeWindowAttributes — X Protocol, section 9: selects events.
     *
     * @param window which
     * @param events mask of the events that are wanted from now on
     */
    public record SelectEvents(int window, int events) implements Request {

        @Override
        public void encode(WireWriter out) {
            Request.head(out, 2, 0).i32(window).i32(Create.EVENT_MASK).i32(events);
        }
    }

    /**
     * DestroyWindow — X Protocol, section 9.
     *
     * @param window which
     */
    public record Destroy(int window) implements Request {

        @Override
        public void encode(WireWriter out) {
            Request.head(out, 4, 0).i32(window);
        }
    }

    /**
     * MapWindow — X Protocol, section 9.
     *
     * @param window which
     */
    public record Map(int window) implements Request {

        @Override
        public void encode(WireWriter out) {
            Request.head(out, 8, 0).i32(window);
        }
    }

    /**
     * ConfigureWindow — X Protocol, section 9: above all others.
     *
     * @param window which
     */
    public record Raise(int window) implements Request {

        private static final int STACK_MODE = 1 << 6;

        @Override
        public void encode(WireWriter out) {
            Request.head(out, 12, 0).i32(window).u16(STACK_MODE).pad(2).i32(0 /* Above */);
        }
    }

    /**
     * ConfigureWindow — X Protocol, section 9: somewhere else.
     *
     * @param window which
     * @param x      left edge
     * @param y      top edge
     */
    public record Move(int window, int x, int y) implements Request {

        @Override
        public void encode(WireWriter out) {
            Request.head(out, 12, 0).i32(window).u16(3).pad(2).i32(x).i32(y);
        }
    }

    /**
     * GetGeometry — X Protocol, section 9.
     *
     * @param drawable a window or pixmap
     */
    public record Where(int drawable) implements Query<Geometry> {

        @Override
        public void encode(WireWriter out) {
            Request.head(out, 14, 0).i32(drawable);
        }

        @Override
        public Geometry decode(WireReader in) {
            int depth = Query.head(in);
            in.skip(4, "root");
            return new Geometry(depth, in.i16("x"), in.i16("y"), in.u16("width"), in.u16("height"));
        }
    }

    /**
     * Where a window or pixmap lies.
     *
     * @param depth  bits of its pixels
     * @param x      left edge
     * @param y      top edge
     * @param width  in pixels
     * @param height in pixels
     */
    public record Geometry(int depth, int x, int y, int width, int height) {}

    /**
     * ConfigureNotify — X Protocol, section 10.
     *
     * @param window which window is elsewhere or of another size
     * @param x      left edge
     * @param y      top edge
     * @param width  in pixels
     * @param height in pixels
     */
    public record Configured(int window, int x, int y, int width, int height) {

        /** The kind of events. */
        public static final EventType<Configured> TYPE = EventType.of("ConfigureNotify", 22, Configured::decode);

        private static Configured decode(WireReader in) {
            in.skip(8, "code, sequence number, event window");
            int window = in.i32("window");
            in.skip(4, "above-sibling");
            return new Configured(window, in.i16("x"), in.i16("y"), in.u16("width"), in.u16("height"));
        }
    }

    /**
     * DestroyNotify — X Protocol, section 10.
     *
     * @param window which window is gone
     */
    public record Destroyed(int window) {

        /** The kind of events. */
        public static final EventType<Destroyed> TYPE = EventType.of("DestroyNotify", 17, Destroyed::decode);

        private static Destroyed decode(WireReader in) {
            in.skip(8, "code, sequence number, event window");
            return new Destroyed(in.i32("window"));
        }
    }

    /**
     * VisibilityNotify — X Protocol, section 10.
     *
     * @param window  which
     * @param covered whether something lies over it
     */
    public record Visibility(int window, boolean covered) {

        /** The kind of events. */
        public static final EventType<Visibility> TYPE = EventType.of("VisibilityNotify", 15, Visibility::decode);

        private static Visibility decode(WireReader in) {
            in.skip(4, "code, sequence number");
            return new Visibility(in.i32("window"), in.u8("state") != 0);
        }
    }

    /**
     * Expose — X Protocol, section 10.
     *
     * @param window which must be drawn again
     * @param more   how many such events follow at least
     */
    public record Exposed(int window, int more) {

        /** The kind of events. */
        public static final EventType<Exposed> TYPE = EventType.of("Expose", 12, Exposed::decode);

        private static Exposed decode(WireReader in) {
            in.skip(4, "code, sequence number");
            int window = in.i32("window");
            in.skip(8, "area");
            return new Exposed(window, in.u16("count"));
        }
    }

    /**
     * ButtonPress, ButtonRelease — X Protocol, section 10.
     *
     * @param button which button
     * @param time   when
     * @param window over which window
     * @param x      in pixels from the left of the window
     * @param y      in pixels from its top
     */
    public record Button(int button, int time, int window, int x, int y) {

        /** A button went down. */
        public static final EventType<Button> PRESS = EventType.of("ButtonPress", 4, Button::decode);

        /** A button went up. */
        public static final EventType<Button> RELEASE = EventType.of("ButtonRelease", 5, Button::decode);

        private static Button decode(WireReader in) {
            in.skip(1, "code");
            int button = in.u8("detail");
            in.skip(2, "sequence number");
            int time = in.i32("time");
            in.skip(4, "root");
            int window = in.i32("event");
            in.skip(8, "child, root-x, root-y");
            return new Button(button, time, window, in.i16("event-x"), in.i16("event-y"));
        }
    }
}
