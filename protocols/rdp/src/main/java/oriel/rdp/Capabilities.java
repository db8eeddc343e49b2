package oriel.rdp;

import java.util.List;
import java.util.Optional;
import oriel.rdp.codec.capability.BitmapCapability;
import oriel.rdp.codec.capability.CapabilitySet;
import oriel.rdp.codec.capability.FontCapability;
import oriel.rdp.codec.capability.GeneralCapability;
import oriel.rdp.codec.capability.InputCapability;
import oriel.rdp.codec.capability.LargePointerCapability;
import oriel.rdp.codec.capability.MultifragmentUpdateCapability;
import oriel.rdp.codec.capability.OrderCapability;
import oriel.rdp.codec.capability.PointerCapability;
import oriel.rdp.codec.capability.ShareCapability;
import oriel.rdp.codec.capability.SoundCapability;
import oriel.rdp.codec.capability.VirtualChannelCapability;
import oriel.rdp.display.DisplayParameters;
import oriel.wire.Octets;

/**
 * What both sides can do ([MS-RDPBCGR] 2.2.7): the sets we send in a Demand Active PDU, and what the client's answer means for
 * us.
 *
 * @param demanded   size and depth of the desktop as demanded
 * @param bitsPerPixel depth demanded
 * @param sets       sets of the client's Confirm Active PDU
 */
record Capabilities(DesktopSize demanded, int bitsPerPixel, List<CapabilitySet> sets) {

    /** Longest chunk of a static virtual channel: what every client takes (2.2.7.1.10). */
    static final int CHUNK = 1600;

    private static final int UNIX = 4;
    private static final int POINTER_CACHE = 32;
    private static final int DESKTOP_SAVE_SIZE = 480 * 480;

    /** Longest fast-path update we could put together; the client's own limit is what counts for output. */
    private static final long MAX_REQUEST_SIZE = 0x3F_0000;

    Capabilities {
        sets = List.copyOf(sets);
    }

    /** The server's side; fields that only clients fill repeat what the client has said or are 0. */
    static List<CapabilitySet> ofServer(DesktopSize size, int bitsPerPixel) {
        return List.of(
                new ShareCapability(ChannelIds.SERVER),
                general(),
                new BitmapCapability(
                        bitsPerPixel,
                        1,
                        1,
                        1,
                        size.width(),
                        size.height(),
                        1,
                        1,
                        0,
                        BitmapCapability.DRAW_ALLOW_SKIP_ALPHA,
                        1),
                orders(),
                new PointerCapability(1, POINTER_CACHE, POINTER_CACHE),
                new InputCapability(
                        InputCapability.SCANCODES
                                | InputCapability.MOUSEX
                                | InputCapability.FASTPATH_INPUT
                                | InputCapability.UNICODE
                                | InputCapability.FASTPATH_INPUT2
                                | InputCapability.MOUSE_HWHEEL,
                        0,
                        0,
                        0,
                        0,
                        ""),
                new FontCapability(FontCapability.FONTLIST),
                new VirtualChannelCapability(0, CHUNK),
                new MultifragmentUpdateCapability(MAX_REQUEST_SIZE),
                new LargePointerCapability(
                        LargePointerCapability.LARGE_POINTER_96X96 | LargePointerCapability.LARGE_POINTER_384X384));
    }

    private static GeneralCapability general() {
        return new GeneralCapability(
                UNIX,
                0,
                GeneralCapability.PROTOCOL_VERSION,
                0,
                GeneralCapability.FASTPATH_OUTPUT_SUPPORTED
                        | GeneralCapability.LONG_CREDENTIALS_SUPPORTED
                        | GeneralCapability.AUTORECONNECT_SUPPORTED
                        | GeneralCapability.NO_BITMAP_COMPRESSION_HDR,
                0,
                0,
                0,
                1,
                1);
    }

    /** No drawing orders are sent; the set is mandatory all the same. */
    private static OrderCapability orders() {
        return new OrderCapability(
                1,
                20,
                OrderCapability.ORD_LEVEL_1_ORDERS,
                0,
                OrderCapability.NEGOTIATEORDERSUPPORT | OrderCapability.ZEROBOUNDSDELTASSUPPORT,
                Octets.of(new byte[32]),
                0,
                0,
                DESKTOP_SAVE_SIZE,
                0);
    }

    /** What the client has said before it has said anything: nothing at all. */
    static Capabilities unknown(DesktopSize size, int bitsPerPixel) {
        return new Capabilities(size, bitsPerPixel, List.of());
    }

    DisplayParameters display() {
        Optional<BitmapCapability> bitmap = set(BitmapCapability.class);
        Optional<PointerCapability> pointer = set(PointerCapability.class);
        return new DisplayParameters(
                demanded.width(),
                demanded.height(),
                bitmap.map(this::depth).orElse(bitsPerPixel),
                extra(GeneralCapability.FASTPATH_OUTPUT_SUPPORTED),
                bitmap.map(BitmapCapability::bitmapCompressionFlag).orElse(0) != 0,
                extra(GeneralCapability.NO_BITMAP_COMPRESSION_HDR),
                (bitmap.map(BitmapCapability::drawingFlags).orElse(0) & BitmapCapability.DRAW_ALLOW_SKIP_ALPHA) != 0,
                set(MultifragmentUpdateCapability.class)
                        .map(set -> (int) Math.min(set.maxRequestSize(), Integer.MAX_VALUE))
                        .orElse(0),
                pointer.map(PointerCapability::colorPointerCacheSize).orElse(0),
                pointer.map(PointerCapability::pointerCacheSize).orElse(0),
                set(LargePointerCapability.class)
                        .map(LargePointerCapability::largePointerSupportFlags)
                        .orElse(0),
                (set(SoundCapability.class).map(SoundCapability::soundFlags).orElse(0) & SoundCapability.BEEPS) != 0);
    }

    /** A client that cannot follow to the depth demanded says so, and stays at its own (2.2.7.1.2). */
    private int depth(BitmapCapability bitmap) {
        return switch (bitmap.preferredBitsPerPixel()) {
            case 8, 15, 16, 24, 32 -> Math.min(bitmap.preferredBitsPerPixel(), bitsPerPixel);
            default -> bitsPerPixel;
        };
    }

    boolean canResize() {
        return set(BitmapCapability.class)
                        .map(BitmapCapability::desktopResizeFlag)
                        .orElse(0)
                != 0;
    }

    boolean canReconnect() {
        return extra(GeneralCapability.AUTORECONNECT_SUPPORTED);
    }

    boolean takesLongCredentials() {
        return extra(GeneralCapability.LONG_CREDENTIALS_SUPPORTED);
    }

    private boolean extra(int flag) {
        return (set(GeneralCapability.class).map(GeneralCapability::extraFlags).orElse(0) & flag) != 0;
    }

    private <C extends CapabilitySet> Optional<C> set(Class<C> kind) {
        return CapabilitySet.find(sets, kind);
    }
}
