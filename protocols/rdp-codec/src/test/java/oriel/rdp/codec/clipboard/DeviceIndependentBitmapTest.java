package oriel.rdp.codec.clipboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import oriel.wire.MalformedPduException;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

class DeviceIndependentBitmapTest {
    private static final int MOST = 10_000;
    private static final int RED = 0xFFFF_0000;
    private static final int GREEN = 0xFF00_FF00;
    private static final int BLUE = 0xFF00_00FF;
    private static final int WHITE = 0xFFFF_FFFF;

    private static int[] noise(int pixels, int alpha, long seed) {
        var random = new Random(seed);
        return random.ints(pixels).map(pixel -> pixel | alpha).toArray();
    }

    private static byte[] bytes(Consumer<WireWriter> write) {
        var out = new WireWriter();
        write.accept(out);
        return out.toByteArray();
    }

    private static WireWriter header(int size, int width, int height, int bits, int compression, int colors) {
        return new WireWriter()
                .i32(size)
                .i32(width)
                .i32(height)
                .u16(1)
                .u16(bits)
                .i32(compression)
                .pad(12)
                .i32(colors)
                .pad(4);
    }

    private static int[] read(WireWriter content) {
        return DeviceIndependentBitmap.of(content.toByteArray(), MOST).argb();
    }

    @Test
    void shouldReadWhatItWrites() {
        for (int width = 1; width < 9; width++) {
            int[] opaque = noise(width * 5, 0xFF00_0000, width);
            var picture = new DeviceIndependentBitmap(width, 5, opaque);
            assertThat(DeviceIndependentBitmap.of(bytes(picture::encodeDib), MOST)
                            .argb())
                    .isEqualTo(opaque);
            assertThat(picture.isTransparent()).isFalse();
            int[] any = noise(width * 5, 0, width);
            var glass = new DeviceIndependentBitmap(width, 5, any);
            assertThat(DeviceIndependentBitmap.of(bytes(glass::encodeDibV5), MOST)
                            .argb())
                    .isEqualTo(any);
            assertThat(glass.isTransparent()).isTrue();
        }
    }

    @Test
    void shouldPutTransparentPixelsOnWhite() {
        var glass = new DeviceIndependentBitmap(2, 1, new int[] {0x0000_0000, 0x8000_0000});
        assertThat(DeviceIndependentBitmap.of(bytes(glass::encodeDib), MOST).argb())
                .isEqualTo(new int[] {WHITE, 0xFF7F_7F7F});
    }

    @Test
    void shouldReadFromTheBottomAndFromTheTop() {
        assertThat(read(header(40, 1, 2, 24, 0, 0).i32(0x0000FF).i32(0xFF0000))).isEqualTo(new int[] {RED, BLUE});
        assertThat(read(header(40, 1, -2, 24, 0, 0).i32(0x0000FF).i32(0xFF0000)))
                .isEqualTo(new int[] {BLUE, RED});
    }

    @Test
    void shouldReadPalettes() {
        assertThat(read(header(40, 3, 1, 1, 0, 0).i32(0x00FF00).i32(0xFF0000).i32(0b0100_0000)))
                .isEqualTo(new int[] {GREEN, RED, GREEN});
        assertThat(read(header(40, 3, 1, 4, 0, 2).i32(0x00FF00).i32(0xFF0000).i32(0x00_10_01)))
                .isEqualTo(new int[] {GREEN, RED, RED});
        assertThat(read(header(40, 2, 1, 8, 0, 2).i32(0x00FF00).i32(0xFF0000).i32(0x0001)))
                .isEqualTo(new int[] {RED, GREEN});
        // an index beyond the palette is black
        assertThat(read(header(40, 1, 1, 8, 0, 1).i32(0x00FF00).i32(7))).isEqualTo(new int[] {0xFF00_0000});
    }

    @Test
    void shouldReadMasks() {
        assertThat(read(header(40, 1, 1, 16, 3, 0)
                        .i32(0xF800)
                        .i32(0x07E0)
                        .i32(0x001F)
                        .i32(0xF800)))
                .isEqualTo(new int[] {RED});
        assertThat(read(header(40, 1, 1, 16, 0, 0).i32(0x7C00))).isEqualTo(new int[] {RED});
        assertThat(read(header(40, 1, 1, 32, 3, 0)
                        .i32(0xFF)
                        .i32(0xFF00)
                        .i32(0xFF_0000)
                        .i32(0x0000_00FF)))
                .isEqualTo(new int[] {RED});
        assertThat(read(header(108, 1, 1, 32, 3, 0)
                        .i32(0xFF_0000)
                        .i32(0xFF00)
                        .i32(0xFF)
                        .i32(0xFF00_0000)
                        .pad(108 - 56)
                        .i32(0x80FF_0000)))
                .isEqualTo(new int[] {0x80FF_0000});
        // a mask for nothing
        assertThat(read(header(108, 1, 1, 32, 3, 0)
                        .i32(0xFF_0000)
                        .i32(0xFF00)
                        .i32(0xFF)
                        .i32(0xFF00_0000)
                        .pad(108 - 56)
                        .i32(0x00FF_0000)))
                .isEqualTo(new int[] {RED});
        // masks that Windows repeats behind the header
        assertThat(read(header(124, 1, 1, 32, 3, 0)
                        .i32(0xFF_0000)
                        .i32(0xFF00)
                        .i32(0xFF)
                        .i32(0xFF00_0000)
                        .pad(124 - 56)
                        .i32(0xFF_0000)
                        .i32(0xFF00)
                        .i32(0xFF)
                        .i32(0xFF00_FF00)))
                .isEqualTo(new int[] {GREEN});
    }

    /** The fourth byte without a mask: mostly nothing, sometimes transparency. */
    @Test
    void shouldDecideWhatTheFourthByteMeans() {
        assertThat(read(header(40, 2, 1, 32, 0, 0).i32(0x00FF0000).i32(0x0000FF00)))
                .isEqualTo(new int[] {RED, GREEN});
        assertThat(read(header(40, 2, 1, 32, 0, 0).i32(0x80FF0000).i32(0))).isEqualTo(new int[] {0x80FF_0000, 0});
        assertThat(read(header(40, 2, 1, 32, 0, 0).i32(0x80FF0000).i32(0x0000FF00)))
                .isEqualTo(new int[] {RED, GREEN});
    }

    @Test
    void shouldRefuseWhatIsNoPicture() {
        refused(header(12, 1, 1, 24, 0, 0).i32(0), "biSize");
        refused(header(0x7FFF_FFFF, 1, 1, 24, 0, 0).i32(0), "biSize");
        refused(header(40, 0, 1, 24, 0, 0).i32(0), "biWidth");
        refused(header(40, 1, Integer.MIN_VALUE, 24, 0, 0).i32(0), "biWidth");
        refused(header(40, 101, 100, 24, 0, 0).i32(0), "biWidth");
        refused(header(40, 0x7FFF_FFFF, 0x7FFF_FFFF, 32, 0, 0).i32(0), "biWidth");
        refused(header(40, 1, 1, 2, 0, 0).i32(0), "biBitCount");
        refused(header(40, 1, 1, 24, 3, 0).i32(0), "biBitCount");
        refused(header(40, 1, 1, 8, 1, 0).i32(0), "biCompression");
        refused(header(40, 1, 1, 8, 0, 257).i32(0), "biClrUsed");
        refused(header(40, 1, 1, 32, 3, 0).i32(0x101).i32(0).i32(0).i32(0), "red mask");
        refused(header(40, 2, 2, 24, 0, 0).i32(0), "pixels");
    }

    private static void refused(WireWriter content, String field) {
        assertThatThrownBy(() -> read(content))
                .isInstanceOf(MalformedPduException.class)
                .hasMessageContaining(field);
    }

    @Test
    void shouldSurviveTruncationsAndChanges() {
        var picture = new DeviceIndependentBitmap(7, 3, noise(21, 0, 1));
        byte[] v5 = bytes(picture::encodeDibV5);
        for (int length = 0; length < v5.length; length++) {
            byte[] cut = Arrays.copyOf(v5, length);
            assertThatThrownBy(() -> DeviceIndependentBitmap.decode(new WireReader(cut), MOST))
                    .isInstanceOf(MalformedPduException.class);
        }
        var random = new Random(9);
        for (int i = 0; i < 20_000; i++) {
            byte[] changed = (i % 2 == 0 ? v5 : bytes(picture::encodeDib)).clone();
            for (int n = random.nextInt(3); n >= 0; n--) {
                changed[random.nextInt(60)] = (byte) random.nextInt();
            }
            try {
                DeviceIndependentBitmap.of(changed, MOST);
            } catch (MalformedPduException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }
}
