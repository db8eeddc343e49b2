package oriel.rdp.display;

import org.jspecify.annotations.Nullable;
import oriel.contract.desktop.CursorShape;
import oriel.rdp.codec.update.FastPathUpdateType;
import oriel.rdp.codec.update.UpdateBatch;

/**
 * What the client's pointer cache holds, and the update that shows a shape: by its slot if the client has it, else in the best
 * form the client takes. The slot used longest ago makes room.
 */
final class PointerCache {

    /** Pointers are up to this wide and high without a Large Pointer Capability Set. */
    private static final int SMALL = 32;

    private static final int MEDIUM = 96;

    /** What the Multifragment Update Capability Set must allow for pointers of 96x96 and 384x384 (MS-RDPBCGR 2.2.7.2.7). */
    private static final int MEDIUM_REQUEST = 38_055;

    private static final int LARGE_REQUEST = 608_299;

    private final @Nullable CursorShape[] shapes;
    private final long[] usedAt;
    private final boolean newPointer;
    private final boolean large;
    private final int largest;
    private long now;

    PointerCache(DisplayParameters parameters) {
        newPointer = parameters.pointerCacheSize() > 0;
        int slots = newPointer ? parameters.pointerCacheSize() : parameters.colorPointerCacheSize();
        shapes = new @Nullable CursorShape[Math.max(slots, 1)];
        usedAt = new long[shapes.length];
        int flags = parameters.largePointerSupportFlags();
        int request = parameters.fastPathOutput() ? parameters.maxRequestSize() : 0;
        large = (flags & DisplayParameters.LARGE_POINTER_384X384) != 0 && request >= LARGE_REQUEST;
        boolean medium = (flags & DisplayParameters.LARGE_POINTER_96X96) != 0 && request >= MEDIUM_REQUEST;
        largest = medium ? MEDIUM : SMALL;
    }

    /** Shows a shape. */
    void show(CursorShape shape, UpdateBatch batch) {
        if (shape == CursorShape.HIDDEN) {
            hide(batch);
            return;
        }
        int slot = slotOf(shape);
        if (slot >= 0) {
            int at = batch.beginUpdate(FastPathUpdateType.CACHED, 2);
            batch.put16(at, slot);
            batch.endUpdate(2);
        } else {
            slot = oldest();
            shapes[slot] = shape;
            send(shape, slot, batch);
        }
        usedAt[slot] = ++now;
    }

    /** Moves the client's pointer. */
    void move(int x, int y, UpdateBatch batch) {
        int at = batch.beginUpdate(FastPathUpdateType.PTR_POSITION, 4);
        batch.put16(at, x);
        batch.put16(at + 2, y);
        batch.endUpdate(4);
    }

    private static void hide(UpdateBatch batch) {
        int size = batch.isFastPath() ? 0 : 4;
        int at = batch.beginUpdate(FastPathUpdateType.PTR_NULL, 4);
        batch.put32(at, 0);
        batch.endUpdate(size);
    }

    private void send(CursorShape shape, int slot, UpdateBatch batch) {
        boolean fits = shape.width() <= largest && shape.height() <= largest;
        int code;
        byte[] data;
        if (!fits && large) {
            code = FastPathUpdateType.LARGE_POINTER;
            data = PointerPicture.of(shape, CursorShape.LARGEST).large(slot).toByteArray();
        } else if (newPointer) {
            code = FastPathUpdateType.POINTER;
            data = PointerPicture.of(shape, largest).withAlpha(slot).toByteArray();
        } else {
            code = FastPathUpdateType.COLOR;
            data = PointerPicture.of(shape, largest).withoutAlpha(slot).toByteArray();
        }
        batch.update(code, data, data.length);
    }

    private int slotOf(CursorShape shape) {
        for (int i = 0; i < shapes.length; i++) {
            if (shapes[i] == shape) {
                return i;
            }
        }
        return -1;
    }

    private int oldest() {
        int oldest = 0;
        for (int i = 1; i < usedAt.length; i++) {
            if (usedAt[i] < usedAt[oldest]) {
                oldest = i;
            }
        }
        return oldest;
    }
}
