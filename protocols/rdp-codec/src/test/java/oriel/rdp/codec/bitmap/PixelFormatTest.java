package oriel.rdp.codec.bitmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Colours at the depths of MS-RDPBCGR 2.2.9.1.1.3.1.2.2. */
class PixelFormatTest {

    @Test
    void shouldPlaceTheChannels() {
        assertThat(PixelFormat.BPP16.fromRgb(0xFF0000)).isEqualTo(0xF800);
        assertThat(PixelFormat.BPP16.fromRgb(0x00FF00)).isEqualTo(0x07E0);
        assertThat(PixelFormat.BPP16.fromRgb(0x0000FF)).isEqualTo(0x001F);
        assertThat(PixelFormat.BPP15.fromRgb(0xFF0000)).isEqualTo(0x7C00);
        assertThat(PixelFormat.BPP15.fromRgb(0x00FF00)).isEqualTo(0x03E0);
        byte[] out = new byte[4];
        PixelFormat.BPP24.write(new int[] {0x112233}, 0, 1, out, 0);
        assertThat(out).startsWith(0x33, 0x22, 0x11);
    }

    @Test
    void shouldFindTheNearestGreyAndTheCubeInThePalette() {
        assertThat(Palette.CUBE.color(Palette.CUBE.index(0xFF3300))).isEqualTo(0xFF3300);
        assertThat(Palette.CUBE.color(Palette.CUBE.index(0xFFFFFF))).isEqualTo(0xFFFFFF);
        for (int level = 0; level < 256; level++) {
            int shown = Palette.CUBE.color(Palette.CUBE.index(level * 0x010101)) & 0xFF;
            assertThat(Math.abs(shown - level)).isLessThanOrEqualTo(4);
        }
    }

    @ParameterizedTest
    @EnumSource(PixelFormat.class)
    void shouldKeepAReducedColour(PixelFormat format) {
        Random random = new Random(3);
        for (int n = 0; n < 10_000; n++) {
            int shown = format.toRgb(format.fromRgb(random.nextInt(0x1000000)));
            assertThat(format.toRgb(format.fromRgb(shown))).isEqualTo(shown);
        }
        assertThat(format.toRgb(format.fromRgb(0xFFFFFF))).isEqualTo(0xFFFFFF);
        assertThat(format.toRgb(format.fromRgb(0))).isZero();
    }

    @ParameterizedTest
    @EnumSource(PixelFormat.class)
    void shouldTurnThePictureUpsideDownAndFillItsRows(PixelFormat format) {
        int[] rgb = {9, 0x102030, 0xFFFFFFFF, 9, 9, 0x804020, 0x08FC08, 9};
        int[] wire = new int[8];

        format.toWire(rgb, 1, 4, 2, 2, wire, 4);

        int last = format.fromRgb(0x08FC08);
        int white = format.fromRgb(0xFFFFFF);
        assertThat(wire)
                .containsExactly(
                        format.fromRgb(0x804020), last, last, last, format.fromRgb(0x102030), white, white, white);
        byte[] bytes = new byte[8 * format.bytesPerPixel()];
        format.write(wire, 0, 8, bytes, 0);
        int[] again = new int[8];
        format.read(bytes, 0, 8, again);
        assertThat(again).isEqualTo(wire);
    }
}
