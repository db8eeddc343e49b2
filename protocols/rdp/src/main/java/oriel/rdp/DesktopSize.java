package oriel.rdp;

import oriel.contract.desktop.Size;
import oriel.rdp.codec.gcc.ClientCoreData;

/**
 * The desktop a client asks for, brought into what can be served ([MS-RDPBCGR] 2.2.1.3.2).
 *
 * @param width  pixels
 * @param height pixels
 */
record DesktopSize(int width, int height) {

    /** Smaller desktops cannot be used; a client that names one gets this. */
    private static final int SMALLEST = 200;

    static DesktopSize of(ClientCoreData core) {
        return new DesktopSize(
                Math.clamp(core.desktopWidth(), SMALLEST, Size.LARGEST),
                Math.clamp(core.desktopHeight(), SMALLEST, Size.LARGEST));
    }

    static boolean canBeServed(long pixels) {
        return pixels >= SMALLEST && pixels <= Size.LARGEST;
    }

    /** Depth of the session: what the client asks for, or the next one that can be served. */
    static int bitsPerPixel(ClientCoreData core) {
        int wanted = core.bitsPerPixel();
        return switch (wanted) {
            case 15, 16, 24, 32 -> wanted;
            default -> wanted > 16 ? 24 : 8;
        };
    }
}
