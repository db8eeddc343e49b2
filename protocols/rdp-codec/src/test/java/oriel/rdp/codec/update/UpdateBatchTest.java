package oriel.rdp.codec.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oriel.wire.Octets;
import oriel.wire.WireReader;

/** PDUs laid out in one array are what a client reads. */
class UpdateBatchTest {

    @ParameterizedTest
    @CsvSource({"true,0", "true,38055", "true,65535", "true,1000000", "false,0", "false,65535"})
    void shouldLayOutWhatTheClientReads(boolean fastPath, int maxRequestSize) {
        UpdateBatch batch = new UpdateBatch(16);
        for (long seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            List<Object> expected = new ArrayList<>();
            batch.reset(fastPath, maxRequestSize);
            for (int n = random.nextInt(30); n >= 0; n--) {
                if (random.nextInt(5) == 0) {
                    PointerPosition position = new PointerPosition(n, 2 * n);
                    batch.update(FastPathUpdateType.PTR_POSITION, position.toByteArray(), 4);
                    expected.add(position);
                } else {
                    expected.add(add(batch, random));
                }
            }
            batch.finish();

            assertThat(fastPath ? readFastPath(batch, maxRequestSize) : readSlowPath(batch))
                    .as("seed %d", seed)
                    .isEqualTo(expected);
        }
    }

    private static BitmapData add(UpdateBatch batch, Random random) {
        int most = batch.largestBitmap();
        int size = switch (random.nextInt(8)) {
            case 0 -> most;
            case 1 -> most - random.nextInt(40);
            case 2 -> random.nextInt(most);
            default -> random.nextInt(4000);
        };
        byte[] data = new byte[size];
        random.nextBytes(data);
        BitmapData bitmap = new BitmapData(
                random.nextInt(1000), 2, 3, 4, 5, 6, 32, UpdateBatch.BITMAP_COMPRESSION, Octets.of(data));
        // Asking for room without using it leaves no trace.
        batch.beginBitmap(random.nextInt(most));
        int at = batch.beginBitmap(size);
        System.arraycopy(data, 0, batch.array(), at, size);
        batch.endBitmap(bitmap.destLeft(), 2, 3, 4, 5, 6, 32, UpdateBatch.BITMAP_COMPRESSION, size);
        return bitmap;
    }

    private static List<Object> readFastPath(UpdateBatch batch, int maxRequestSize) {
        List<Object> read = new ArrayList<>();
        UpdateAssembler assembler = new UpdateAssembler(maxRequestSize);
        byte[] array = Arrays.copyOf(batch.array(), batch.length());
        int at = 0;
        while (at < array.length) {
            int length = (array[at + 1] & 0x7F) << 8 | (array[at + 2] & 0xFF);
            for (FastPathUpdate part : FastPathUpdate.decodePdu(new WireReader(array, at, length))) {
                assembler.accept(part).ifPresent(update -> add(update, read));
            }
            at += length;
        }
        return read;
    }

    private static List<Object> readSlowPath(UpdateBatch batch) {
        List<Object> read = new ArrayList<>();
        int end = 0;
        for (int i = 0; i < batch.pdus(); i++) {
            assertThat(batch.pduOffset(i)).isEqualTo(end);
            assertThat(batch.pduLength(i)).isLessThanOrEqualTo(SlowPathType.LARGEST_PAYLOAD);
            end += batch.pduLength(i);
            WireReader in = new WireReader(batch.array(), batch.pduOffset(i), batch.pduLength(i));
            add(
                    batch.pduType2(i) == SlowPathType.PDU_UPDATE
                            ? Update.decodeSlowPath(in)
                            : Update.decodeSlowPathPointer(in),
                    read);
        }
        assertThat(end).isEqualTo(batch.length());
        return read;
    }

    private static void add(Update update, List<Object> to) {
        if (update instanceof BitmapUpdate bitmaps) {
            to.addAll(bitmaps.rectangles());
        } else {
            to.add(update);
        }
    }

    @Test
    void shouldCollectBitmapsInOneUpdate() {
        UpdateBatch batch = new UpdateBatch(16);
        for (int n = 0; n < 100; n++) {
            batch.beginBitmap(10);
            batch.endBitmap(0, 0, 0, 0, 4, 1, 8, 0, 10);
        }
        batch.finish();

        assertThat(batch.length()).isEqualTo(6 + 4 + 100 * (18 + 10));
        batch.clear();
        batch.finish();
        assertThat(batch.length()).isZero();
    }

    @Test
    void shouldFragmentALargePointer() {
        UpdateBatch batch = new UpdateBatch(16);
        batch.reset(true, 1 << 20);
        LargePointer large = new LargePointer(
                32,
                new ColorPointer(1, 2, 3, 384, 384, Octets.of(new byte[384 * 384 * 4]), Octets.of(new byte[384 * 48])));
        byte[] data = large.toByteArray();

        batch.update(FastPathUpdateType.LARGE_POINTER, data, data.length);
        batch.finish();

        assertThat(readFastPath(batch, 1 << 20)).containsExactly(large);
    }
}
