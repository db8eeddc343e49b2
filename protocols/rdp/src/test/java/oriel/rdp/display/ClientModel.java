package oriel.rdp.display;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import oriel.rdp.codec.bitmap.PixelFormat;
import oriel.rdp.codec.update.BitmapData;
import oriel.rdp.codec.update.BitmapUpdate;
import oriel.rdp.codec.update.CachedPointer;
import oriel.rdp.codec.update.ColorPointer;
import oriel.rdp.codec.update.FastPathUpdate;
import oriel.rdp.codec.update.LargePointer;
import oriel.rdp.codec.update.NewPointer;
import oriel.rdp.codec.update.OpaqueUpdate;
import oriel.rdp.codec.update.PaletteUpdate;
import oriel.rdp.codec.update.PlaySound;
import oriel.rdp.codec.update.PointerPosition;
import oriel.rdp.codec.update.PointerUpdate;
import oriel.rdp.codec.update.SlowPathType;
import oriel.rdp.codec.update.SynchronizeUpdate;
import oriel.rdp.codec.update.SystemPointer;
import oriel.rdp.codec.update.Update;
import oriel.rdp.codec.update.UpdateAssembler;
import oriel.wire.WireReader;

/** A client at the end of the output: it decodes every byte, draws, and refuses what it did not say it takes. */
final class ClientModel implements UpdateOutput {

    /** A pixel that was never drawn; no colour has this value. */
    private static final int NOTHING = -1;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private DisplayParameters parameters;
    private int[] shown;
    private UpdateAssembler assembler;
    private @Nullable PaletteUpdate palette;
    private boolean blocked;
    private boolean gone;

    final PointerUpdate[] cache = new PointerUpdate[128];

    @Nullable
    PointerUpdate pointer;

    @Nullable
    PointerPosition position;

    final List<PlaySound> beeps = new ArrayList<>();
    int updates;
    int writes;
    int flushes;

    ClientModel(DisplayParameters parameters) {
        this.parameters = parameters;
        shown = new int[0];
        assembler = new UpdateAssembler(0);
        configure(parameters);
    }

    /** Another deactivation-reactivation. */
    void configure(DisplayParameters now) {
        lock.lock();
        try {
            parameters = now;
            shown = new int[now.width() * now.height()];
            Arrays.fill(shown, NOTHING);
            assembler = new UpdateAssembler(now.maxRequestSize());
            palette = null;
            pointer = null;
        } finally {
            lock.unlock();
        }
    }

    /** Lets writes wait, or go on. */
    void block(boolean on) {
        lock.lock();
        try {
            blocked = on;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void leave() {
        lock.lock();
        try {
            gone = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until something is so; fails after forty seconds. */
    void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + 40_000_000_000L;
        lock.lockInterruptibly();
        try {
            while (!condition.getAsBoolean()) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    throw new AssertionError("not so after forty seconds");
                }
                // A condition may depend on more than this client.
                changed.awaitNanos(Math.min(left, 10_000_000L));
            }
        } finally {
            lock.unlock();
        }
    }

    boolean shows(PaintedScreen screen) {
        PixelFormat format = PixelFormat.of(parameters.bitsPerPixel());
        for (int y = 0; y < parameters.height(); y++) {
            for (int x = 0; x < parameters.width(); x++) {
                if (shown[y * parameters.width() + x] != format.toRgb(format.fromRgb(screen.pixel(x, y)))) {
                    return false;
                }
            }
        }
        return true;
    }

    private void takeIn(Runnable what) throws IOException {
        lock.lock();
        try {
            writes++;
            while (blocked && !gone) {
                changed.awaitUninterruptibly();
            }
            if (gone) {
                throw new IOException("client is gone");
            }
            what.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void fastPath(byte[] pdus, int offset, int length) throws IOException {
        takeIn(() -> {
            check(parameters.fastPathOutput(), "fast-path output");
            int at = offset;
            while (at < offset + length) {
                int size = (pdus[at + 1] & 0x7F) << 8 | (pdus[at + 2] & 0xFF);
                for (FastPathUpdate part : FastPathUpdate.decodePdu(new WireReader(pdus, at, size))) {
                    assembler.accept(part).ifPresent(this::show);
                }
                at += size;
            }
        });
    }

    @Override
    public void slowPath(int pduType2, byte[] payload, int offset, int length) throws IOException {
        takeIn(() -> {
            check(length <= LARGEST_SLOW_PATH, "a payload of " + length);
            WireReader in = new WireReader(payload, offset, length);
            switch (pduType2) {
                case SlowPathType.PDU_UPDATE -> show(Update.decodeSlowPath(in));
                case SlowPathType.PDU_POINTER -> show(Update.decodeSlowPathPointer(in));
                case SlowPathType.PDU_PLAY_SOUND -> beeps.add(PlaySound.decode(in));
                default -> throw new AssertionError("pduType2 " + pduType2);
            }
        });
    }

    @Override
    public void flush() {
        lock.lock();
        try {
            flushes++;
        } finally {
            lock.unlock();
        }
    }

    private void show(Update update) {
        updates++;
        switch (update) {
            case BitmapUpdate bitmaps -> bitmaps.rectangles().forEach(this::draw);
            case PaletteUpdate colors -> palette = colors;
            case SystemPointer system -> pointer = system;
            case PointerPosition moved -> position = moved;
            case ColorPointer color -> store(color.cacheIndex(), parameters.colorPointerCacheSize(), color);
            case NewPointer made -> store(made.pointer().cacheIndex(), parameters.pointerCacheSize(), made);
            case LargePointer large -> store(large.pointer().cacheIndex(), parameters.pointerCacheSize(), large);
            case CachedPointer cached -> pointer = cache[cached.cacheIndex()];
            case SynchronizeUpdate s -> {}
            case OpaqueUpdate o -> throw new AssertionError("update " + o.updateCode());
        }
    }

    private void store(int slot, int slots, PointerUpdate update) {
        check(slot < slots, "slot " + slot);
        cache[slot] = update;
        pointer = update;
    }

    private void draw(BitmapData bitmap) {
        check(bitmap.bitsPerPixel() == parameters.bitsPerPixel(), "depth " + bitmap.bitsPerPixel());
        check(bitmap.width() % 4 == 0, "width " + bitmap.width());
        check(parameters.bitmapCompression() || (bitmap.flags() & 1) == 0, "compression");
        check(parameters.noBitmapCompressionHeader() || (bitmap.flags() & 0x400) == 0, "a missing header");
        check(bitmap.destRight() < parameters.width() && bitmap.destBottom() < parameters.height(), "the edge");
        if (parameters.bitsPerPixel() == 32 && !parameters.skipAlpha() && (bitmap.flags() & 1) != 0) {
            int header = bitmap.bitmapDataStream().at((bitmap.flags() & 0x400) == 0 ? 8 : 0);
            check(header == 0x10, "planar header " + header);
        }
        PixelFormat format = PixelFormat.of(bitmap.bitsPerPixel());
        int[] pixels = bitmap.pixels(1 << 20);
        for (int y = bitmap.destTop(); y <= bitmap.destBottom(); y++) {
            for (int x = bitmap.destLeft(); x <= bitmap.destRight(); x++) {
                int row = bitmap.height() - 1 - (y - bitmap.destTop());
                int pixel = pixels[row * bitmap.width() + x - bitmap.destLeft()];
                shown[y * parameters.width() + x] = color(format, pixel);
            }
        }
    }

    private int color(PixelFormat format, int pixel) {
        if (format != PixelFormat.BPP8) {
            return format.toRgb(pixel);
        }
        PaletteUpdate colors = palette;
        if (colors == null) {
            throw new AssertionError("no palette");
        }
        return colors.colors().get(pixel);
    }

    private static void check(boolean right, String what) {
        if (!right) {
            throw new AssertionError("the client does not take " + what);
        }
    }
}
