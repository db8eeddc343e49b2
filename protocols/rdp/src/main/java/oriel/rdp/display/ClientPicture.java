package oriel.rdp.display;

import oriel.contract.desktop.Size;
import oriel.picture.PicturePlanner;
import oriel.rdp.codec.bitmap.PixelFormat;

/** What one configuration of the client knows and shows; a reactivation begins with a new one. */
final class ClientPicture {

    final DisplayParameters parameters;
    final PicturePlanner planner;
    final PixelFormat format;
    final PointerCache pointers;
    private boolean paletteDue;

    ClientPicture(DisplayParameters parameters) {
        this.parameters = parameters;
        this.planner = new PicturePlanner(new Size(parameters.width(), parameters.height()));
        this.format = PixelFormat.of(parameters.bitsPerPixel());
        this.pointers = new PointerCache(parameters);
        this.paletteDue = format == PixelFormat.BPP8;
    }

    boolean isPaletteDue() {
        return paletteDue;
    }

    void paletteSent() {
        paletteDue = false;
    }

    /** How pixels are compressed, for people. */
    String codec() {
        String kind = !parameters.bitmapCompression()
                ? "uncompressed"
                : format == PixelFormat.BPP32 ? "planar" : "interleaved RLE";
        return kind + ", " + format.bitsPerPixel() + " bpp";
    }
}
