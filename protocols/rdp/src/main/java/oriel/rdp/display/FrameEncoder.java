package oriel.rdp.display;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import oriel.picture.PictureSink;
import oriel.rdp.codec.bitmap.Palette;
import oriel.rdp.codec.update.FastPathUpdateType;
import oriel.rdp.codec.update.PaletteUpdate;
import oriel.rdp.codec.update.UpdateBatch;

/**
 * Turns a plan into updates. Encoders are lent for one picture at a time, so that connections with a still picture hold none;
 * a connection whose client does not read holds one.
 */
final class FrameEncoder implements PictureSink {

    /** Bytes after which a strip's end writes what there is. */
    private static final int WORTH_A_WRITE = 32 * 1024;

    /** Time after which a strip's end writes what there is: the client can begin to draw. */
    private static final long WRITE_NANOS = 2_000_000;

    /** A batch that grew larger is not kept for the next borrower. */
    private static final int LARGEST_KEPT = 1 << 20;

    private static final int MOST_KEPT = 4;
    private static final ArrayDeque<FrameEncoder> IDLE = new ArrayDeque<>();

    private final UpdateBatch batch = new UpdateBatch(2 * WORTH_A_WRITE);
    private final BitmapEncoder bitmaps = new BitmapEncoder(batch);
    private @Nullable ClientPicture client;
    private @Nullable RdpDisplay display;
    private long lastWrite;

    static FrameEncoder borrow() {
        synchronized (IDLE) {
            FrameEncoder idle = IDLE.pollFirst();
            return idle == null ? new FrameEncoder() : idle;
        }
    }

    void giveBack() {
        client = null;
        display = null;
        if (batch.array().length <= LARGEST_KEPT) {
            synchronized (IDLE) {
                if (IDLE.size() < MOST_KEPT) {
                    IDLE.addFirst(this);
                }
            }
        }
    }

    void begin(ClientPicture shown, RdpDisplay target) {
        client = shown;
        display = target;
        batch.reset(shown.parameters.fastPathOutput(), shown.parameters.maxRequestSize());
        bitmaps.begin(shown.parameters, shown.format);
        lastWrite = System.nanoTime();
        if (shown.isPaletteDue()) {
            palette();
            shown.paletteSent();
        }
    }

    UpdateBatch batch() {
        return batch;
    }

    private void palette() {
        int[] colors = new int[Palette.COLORS];
        for (int i = 0; i < colors.length; i++) {
            colors[i] = Palette.CUBE.color(i);
        }
        byte[] data = PaletteUpdate.of(colors).toByteArray();
        batch.update(FastPathUpdateType.PALETTE, data, data.length);
    }

    @Override
    public void fill(int x, int y, int width, int height, int rgb) {
        bitmaps.fill(x, y, width, height, rgb);
    }

    @Override
    public void pixels(int x, int y, int width, int height, int[] rgb, int offset, int stride) {
        bitmaps.pixels(x, y, width, height, rgb, offset, stride);
    }

    @Override
    public void endStrip() throws IOException {
        if (batch.length() >= WORTH_A_WRITE || System.nanoTime() - lastWrite >= WRITE_NANOS) {
            end();
            lastWrite = System.nanoTime();
        }
    }

    /** Writes what there is. */
    void end() throws IOException {
        Objects.requireNonNull(display).send(Objects.requireNonNull(client), batch, bitmaps.takeBytesBefore());
    }
}
