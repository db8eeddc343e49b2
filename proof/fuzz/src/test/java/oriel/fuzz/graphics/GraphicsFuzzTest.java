package oriel.fuzz.graphics;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import oriel.rdp.codec.bitmap.InterleavedDecoder;
import oriel.rdp.codec.bitmap.MalformedBitmapException;
import oriel.rdp.codec.bitmap.PixelFormat;
import oriel.rdp.codec.bitmap.PlanarDecoder;
import oriel.rdp.codec.update.BitmapUpdate;
import oriel.rdp.codec.update.FastPathUpdate;
import oriel.rdp.codec.update.Update;
import oriel.rdp.codec.update.UpdateAssembler;
import oriel.wire.MalformedPduException;
import oriel.wire.WireReader;

/** Whatever the bytes are: a picture, an update, or the one exception that says what is wrong with them. */
class GraphicsFuzzTest {

    private static final int MOST_PIXELS = 1 << 16;
    private static final int[] DEPTHS = {8, 15, 16, 24};

    @FuzzTest(maxDuration = "20s")
    void planar(byte[] data) {
        int width = 1 + (data.length > 0 ? data[0] & 63 : 0);
        try {
            PlanarDecoder.decode(
                    data, Math.min(1, data.length), Math.max(0, data.length - 1), width, 8, new int[width * 8]);
        } catch (MalformedBitmapException expected) {
            // One of the two allowed ends.
        }
    }

    @FuzzTest(maxDuration = "20s")
    void interleaved(byte[] data) {
        if (data.length < 2) {
            return;
        }
        int width = 1 + (data[0] & 63);
        PixelFormat format = PixelFormat.of(DEPTHS[(data[1] & 0xFF) % DEPTHS.length]);
        try {
            InterleavedDecoder.decode(format, data, 2, data.length - 2, width, 8, new int[width * 8]);
        } catch (MalformedBitmapException expected) {
            // One of the two allowed ends.
        }
    }

    @FuzzTest(maxDuration = "20s")
    void fastPath(byte[] data) {
        UpdateAssembler assembler = new UpdateAssembler(MOST_PIXELS);
        try {
            for (FastPathUpdate part : FastPathUpdate.decodePdu(new WireReader(data))) {
                assembler.accept(part).ifPresent(GraphicsFuzzTest::look);
            }
        } catch (MalformedPduException | MalformedBitmapException expected) {
            // One of the two allowed ends.
        }
    }

    @FuzzTest(maxDuration = "20s")
    void slowPath(byte[] data) {
        if (data.length == 0) {
            return;
        }
        WireReader in = new WireReader(Arrays.copyOfRange(data, 1, data.length));
        try {
            look((data[0] & 1) == 0 ? Update.decodeSlowPath(in) : Update.decodeSlowPathPointer(in));
        } catch (MalformedPduException | MalformedBitmapException expected) {
            // One of the two allowed ends.
        }
    }

    private static void look(Update update) {
        if (update instanceof BitmapUpdate bitmaps) {
            bitmaps.rectangles().forEach(bitmap -> bitmap.pixels(MOST_PIXELS));
        }
    }
}
