package oriel.desktop.x11.client;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * What an X server says about itself when a client connects (X Protocol, section 8).
 *
 * @param vendor         who made it
 * @param release        which release it is
 * @param idBase         what the ids of all resources of this client begin with
 * @param idMask         the bits that may be chosen
 * @param longestRequest in units of four bytes, without BIG-REQUESTS
 * @param leastKeyCode   the smallest code of a key
 * @param mostKeyCode    the largest code of a key
 * @param formats        how pixels lie in memory
 * @param screen         its first screen
 */
public record ServerSetup(
        String vendor,
        int release,
        int idBase,
        int idMask,
        int longestRequest,
        int leastKeyCode,
        int mostKeyCode,
        List<Format> formats,
        RootScreen screen) {

    /** Longest setup there can be: an 8 byte head and 65,535 units of four bytes. */
    static final int HEAD = 8;

    private static final String COOKIE = "MIT-MAGIC-COOKIE-1";

    /** Copies the list. */
    public ServerSetup {
        formats = List.copyOf(formats);
    }

    /**
     * How pixels of a depth lie in memory.
     *
     * @param depth        bits that mean something
     * @param bitsPerPixel bits that a pixel takes
     */
    public record Format(int depth, int bitsPerPixel) {}

    /**
     * A kind of pixels.
     *
     * @param id    its number
     * @param depth bits of a pixel
     * @param kind  4 = TrueColor
     * @param red   bits of red
     * @param green bits of green
     * @param blue  bits of blue
     */
    public record Visual(int id, int depth, int kind, int red, int green, int blue) {

        /** Pixels that are colours themselves. */
        public static final int TRUE_COLOR = 4;
    }

    /**
     * A screen.
     *
     * @param root    its root window
     * @param width   in pixels, when the client connected
     * @param height  in pixels, when the client connected
     * @param depth   bits of a pixel of the root window
     * @param visual  kind of pixels of the root window
     * @param visuals all kinds of pixels
     */
    public record RootScreen(int root, int width, int height, int depth, int visual, List<Visual> visuals) {

        /** Copies the list. */
        public RootScreen {
            visuals = List.copyOf(visuals);
        }

        /** Visual of the root window. */
        public Optional<Visual> rootVisual() {
            return visuals.stream().filter(one -> one.id() == visual).findFirst();
        }
    }

    /** The first bytes of a connection: little-endian, protocol 11.0, the cookie. */
    static void ask(WireWriter out, byte[] cookie) {
        out.u8('l').pad(1).u16(11).u16(0);
        if (cookie.length == 0) {
            out.pad(6);
            return;
        }
        out.u16(COOKIE.length()).u16(cookie.length).pad(2);
        out.latin1(COOKIE).pad(-COOKIE.length() & 3);
        out.bytes(cookie).pad(-cookie.length & 3);
    }

    /** Length of the whole setup, from its first {@value #HEAD} bytes. */
    static int length(WireReader head) {
        head.named("connection setup", "X Protocol 8").skip(6, "success, versions");
        return HEAD + 4 * head.u16("additional-data length");
    }

    /** Reads a whole setup; why the server refused where it did. */
    static ServerSetup decode(WireReader in) throws RefusedException {
        in.named("connection setup", "X Protocol 8");
        int outcome = in.u8("success");
        if (outcome != 1) {
            int length = in.u8("length of reason");
            in.skip(6, "versions, length");
            throw new RefusedException(
                    in.latin1(Math.min(length, in.remaining()), "reason").strip());
        }
        in.skip(7, "versions, length");
        int release = in.i32("release-number");
        int idBase = in.i32("resource-id-base");
        int idMask = in.i32("resource-id-mask");
        in.skip(4, "motion-buffer-size");
        int vendorLength = in.u16("length of vendor");
        int longest = in.u16("maximum-request-length");
        int screens = in.u8("number of screens");
        int formatCount = in.u8("number of formats");
        in.skip(4, "image and bitmap format");
        int least = in.u8("min-keycode");
        int most = in.u8("max-keycode");
        in.skip(4, "unused");
        String vendor = new String(in.bytes(vendorLength, "vendor"), StandardCharsets.ISO_8859_1);
        in.skip(-vendorLength & 3, "padding");
        var formats = new ArrayList<Format>();
        for (int i = 0; i < formatCount; i++) {
            formats.add(new Format(in.u8("depth"), in.u8("bits-per-pixel")));
            in.skip(6, "scanline-pad, unused");
        }
        if (screens == 0) {
            throw in.malformed("number of screens", "1 or more", screens);
        }
        return new ServerSetup(vendor, release, idBase, idMask, longest, least, most, formats, screen(in));
    }

    private static RootScreen screen(WireReader in) {
        int root = in.i32("root");
        in.skip(16, "default-colormap … current-input-masks");
        int width = in.u16("width-in-pixels");
        int height = in.u16("height-in-pixels");
        in.skip(8, "size in millimetres, installed maps");
        int visual = in.i32("root-visual");
        in.skip(2, "backing-stores, save-unders");
        int depth = in.u8("root-depth");
        int depths = in.u8("number of depths");
        var visuals = new ArrayList<Visual>();
        for (int i = 0; i < depths; i++) {
            visuals(in, visuals);
        }
        return new RootScreen(root, width, height, depth, visual, visuals);
    }

    private static void visuals(WireReader in, List<Visual> into) {
        int depth = in.u8("depth");
        in.skip(1, "unused");
        int count = in.u16("number of visuals");
        in.skip(4, "unused");
        for (int i = 0; i < count; i++) {
            int id = in.i32("visual-id");
            int kind = in.u8("class");
            in.skip(3, "bits-per-rgb-value, colormap-entries");
            into.add(new Visual(id, depth, kind, in.i32("red-mask"), in.i32("green-mask"), in.i32("blue-mask")));
            in.skip(4, "unused");
        }
    }

    /** The server does not let this client in. */
    static final class RefusedException extends java.io.IOException {
        @java.io.Serial
        private static final long serialVersionUID = 1;

        RefusedException(String reason) {
            super("the X server refused the connection: " + (reason.isEmpty() ? "no reason given" : reason));
        }
    }
}
