package oriel.desktop.x11.extension;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import oriel.desktop.x11.client.Extension;
import oriel.desktop.x11.client.Query;
import oriel.desktop.x11.client.Request;
import oriel.desktop.x11.client.XConnection;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/** RandR 1.5: sizes of the screen, what drives outputs, monitors. */
public final class RandR {

    /** A configuration was taken. */
    public static final int SUCCESS = 0;

    private static final int ROTATE_0 = 1;

    private final Extension extension;

    private RandR(Extension extension) {
        this.extension = extension;
    }

    /** Gets ready. */
    public static RandR of(XConnection connection) throws IOException {
        Extension extension = connection.require("RANDR");
        Version.require(connection, extension, 1, 5);
        return new RandR(extension);
    }

    private static int[] numbers(WireReader in, int count, String field) {
        in.need(4 * count, field);
        int[] numbers = new int[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = in.i32(field);
        }
        return numbers;
    }

    /**
     * The sizes a screen can have.
     *
     * @param leastWidth  in pixels
     * @param leastHeight in pixels
     * @param mostWidth   in pixels
     * @param mostHeight  in pixels
     */
    public record SizeRange(int leastWidth, int leastHeight, int mostWidth, int mostHeight) {}

    /** RRGetScreenSizeRange. */
    public Query<SizeRange> sizeRange(int window) {
        return Query.of(out -> extension.head(out, 6).i32(window), in -> {
            Query.head(in);
            return new SizeRange(in.u16("minWidth"), in.u16("minHeight"), in.u16("maxWidth"), in.u16("maxHeight"));
        });
    }

    /** RRSetScreenSize. */
    public Request setScreenSize(int window, int width, int height, int widthMillimetres, int heightMillimetres) {
        return out -> extension
                .head(out, 7)
                .i32(window)
                .u16(width)
                .u16(height)
                .i32(widthMillimetres)
                .i32(heightMillimetres);
    }

    /**
     * What a screen has.
     *
     * @param configured when that was so
     * @param crtcs      what drives outputs
     * @param outputs    where monitors are connected
     * @param modes      what can be shown
     */
    public record Resources(int configured, List<Integer> crtcs, List<Integer> outputs, List<Mode> modes) {

        /** Copies the lists. */
        public Resources {
            crtcs = List.copyOf(crtcs);
            outputs = List.copyOf(outputs);
            modes = List.copyOf(modes);
        }

        private static Resources decode(WireReader in) {
            Query.head(in);
            in.skip(4, "timestamp");
            int configured = in.i32("config-timestamp");
            int crtcs = in.u16("number of CRTCs");
            int outputs = in.u16("number of outputs");
            int modes = in.u16("number of modeinfos");
            in.skip(10, "bytes of names, unused");
            return new Resources(
                    configured,
                    Arrays.stream(numbers(in, crtcs, "crtc")).boxed().toList(),
                    Arrays.stream(numbers(in, outputs, "output")).boxed().toList(),
                    IntStream.range(0, modes).mapToObj(i -> Mode.decode(in)).toList());
        }
    }

    /**
     * A mode.
     *
     * @param id     its number
     * @param width  in pixels
     * @param height in pixels
     */
    public record Mode(int id, int width, int height) {

        private static Mode decode(WireReader in) {
            var mode = new Mode(in.i32("id"), in.u16("width"), in.u16("height"));
            in.skip(24, "timings, length of name, flags");
            return mode;
        }
    }

    /** RRGetScreenResourcesCurrent. */
    public Query<Resources> resources(int window) {
        return Query.of(out -> extension.head(out, 25).i32(window), Resources::decode);
    }

    /**
     * RRCreateMode: 60 pictures per second without blanking. Answers with its number.
     *
     * @param name a name no other mode has
     */
    public Query<Integer> createMode(int window, int width, int height, String name) {
        byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
        return Query.of(
                out -> extension
                        .head(out, 16)
                        .i32(window)
                        .i32(0)
                        .u16(width)
                        .u16(height)
                        .i32(width * height * 60)
                        .u16(width)
                        .u16(width)
                        .u16(width)
                        .u16(0)
                        .u16(height)
                        .u16(height)
                        .u16(height)
                        .u16(bytes.length)
                        .i32(0)
                        .bytes(bytes),
                in -> {
                    Query.head(in);
                    return in.i32("mode");
                });
    }

    /** RRDestroyMode. */
    public Request destroyMode(int mode) {
        return out -> extension.head(out, 17).i32(mode);
    }

    /** RRAddOutputMode. */
    public Request addOutputMode(int output, int mode) {
        return out -> extension.head(out, 18).i32(output).i32(mode);
    }

    /** RRDeleteOutputMode. */
    public Request deleteOutputMode(int output, int mode) {
        return out -> extension.head(out, 19).i32(output).i32(mode);
    }

    /**
     * What a CRTC shows.
     *
     * @param x       left edge of what it shows
     * @param y       top edge
     * @param width   in pixels
     * @param height  in pixels
     * @param mode    its mode; 0 = it is off
     * @param outputs where it shows it
     */
    public record Crtc(int x, int y, int width, int height, int mode, List<Integer> outputs) {

        /** Copies the list. */
        public Crtc {
            outputs = List.copyOf(outputs);
        }

        private static Crtc decode(WireReader in) {
            Query.head(in);
            in.skip(4, "timestamp");
            int x = in.i16("x");
            int y = in.i16("y");
            int width = in.u16("width");
            int height = in.u16("height");
            int mode = in.i32("mode");
            in.skip(4, "rotations");
            int outputs = in.u16("number of outputs");
            in.skip(2, "number of possible outputs");
            return new Crtc(
                    x,
                    y,
                    width,
                    height,
                    mode,
                    Arrays.stream(numbers(in, outputs, "output")).boxed().toList());
        }
    }

    /** RRGetCrtcInfo. */
    public Query<Crtc> crtc(int crtc, int configured) {
        return Query.of(out -> extension.head(out, 20).i32(crtc).i32(configured), Crtc::decode);
    }

    /**
     * RRSetCrtcConfig: at the left upper corner. Answers with a status.
     *
     * @param mode    what to show; 0 = nothing
     * @param outputs where
     */
    public Query<Integer> setCrtc(int crtc, int configured, int mode, List<Integer> outputs) {
        return Query.of(
                out -> {
                    extension.head(out, 21).i32(crtc).i32(0).i32(configured);
                    out.i16(0).i16(0).i32(mode).u16(ROTATE_0).pad(2);
                    outputs.forEach(out::i32);
                },
                Query::head);
    }

    /** RRSetOutputPrimary. */
    public Request setPrimary(int window, int output) {
        return out -> extension.head(out, 30).i32(window).i32(output);
    }

    /**
     * A monitor.
     *
     * @param name              atom of its name
     * @param primary           whether it is where menus and panels are
     * @param x                 left edge
     * @param y                 top edge
     * @param width             in pixels
     * @param height            in pixels
     * @param widthMillimetres  how wide it is
     * @param heightMillimetres how high it is
     * @param outputs           outputs it stands for, possibly none
     */
    public record Monitor(
            int name,
            boolean primary,
            int x,
            int y,
            int width,
            int height,
            int widthMillimetres,
            int heightMillimetres,
            List<Integer> outputs) {

        /** Copies the list. */
        public Monitor {
            outputs = List.copyOf(outputs);
        }

        private static Monitor decode(WireReader in) {
            int name = in.i32("name");
            boolean primary = in.u8("primary") != 0;
            in.skip(1, "automatic");
            int outputs = in.u16("number of outputs");
            int x = in.i16("x");
            int y = in.i16("y");
            int width = in.u16("width");
            int height = in.u16("height");
            int across = in.i32("width in millimetres");
            int down = in.i32("height in millimetres");
            return new Monitor(
                    name,
                    primary,
                    x,
                    y,
                    width,
                    height,
                    across,
                    down,
                    Arrays.stream(numbers(in, outputs, "output")).boxed().toList());
        }

        private void encode(WireWriter out) {
            out.i32(name).u8(primary ? 1 : 0).u8(0).u16(outputs.size());
            out.i16(x).i16(y).u16(width).u16(height).i32(widthMillimetres).i32(heightMillimetres);
            outputs.forEach(out::i32);
        }
    }

    /** RRGetMonitors: those that are there. */
    public Query<List<Monitor>> monitors(int window) {
        return Query.of(out -> extension.head(out, 42).i32(window).u8(0), in -> {
            Query.head(in);
            in.skip(4, "timestamp");
            int count = in.count(in.u32("nmonitors"), in.remaining() / 24, "nmonitors");
            in.skip(16, "noutputs, unused");
            return IntStream.range(0, count).mapToObj(i -> Monitor.decode(in)).toList();
        });
    }

    /** RRSetMonitor. */
    public Request setMonitor(int window, Monitor monitor) {
        return out -> {
            extension.head(out, 43).i32(window);
            monitor.encode(out);
        };
    }

    /** RRDeleteMonitor. */
    public Request deleteMonitor(int window, int name) {
        return out -> extension.head(out, 44).i32(window).i32(name);
    }
}
