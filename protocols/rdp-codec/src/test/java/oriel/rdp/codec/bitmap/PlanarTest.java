package oriel.rdp.codec.bitmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The planar format of MS-RDPEGDI 2.2.2.5.1, both ways. */
class PlanarTest {

    private final PlanarEncoder encoder = new PlanarEncoder();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldReturnWhatWasEncoded(boolean skipAlpha) {
        for (long seed = 0; seed < 1400; seed++) {
            Random random = new Random(seed);
            int width = 1 + random.nextInt(200);
            int height = 1 + random.nextInt(30);
            int[] picture = Pictures.of(seed, width, height);
            byte[] out = new byte[10 + 4 * width * height + 10];
            Arrays.fill(out, (byte) 0x5A);

            int length = encoder.encode(picture, width, height, skipAlpha, out, 10, 4 * width * height);

            if (length < 0) {
                assertThat(skipAlpha && width * height > 1).as("seed %d", seed).isFalse();
                continue;
            }
            assertThat(length).as("seed %d", seed).isLessThanOrEqualTo(4 * width * height);
            assertThat(out[9]).isEqualTo((byte) 0x5A);
            assertThat(out[10 + length]).isEqualTo((byte) 0x5A);
            assertThat(decode(out, 10, length, width, height))
                    .as("seed %d", seed)
                    .isEqualTo(picture);
        }
    }

    @Test
    void shouldEncodeOneColourAsIfItWerePixels() {
        for (int width : new int[] {1, 2, 3, 4, 47, 48, 49, 50, 51, 64, 256, 1920}) {
            for (int height : new int[] {1, 2, 64}) {
                int[] picture = new int[width * height];
                Arrays.fill(picture, 0x4080FF);
                byte[] out = new byte[16 * width * height + 100];

                int length = encoder.encodeFill(0x4080FF, width, height, false, out, 0, out.length);

                assertThat(decode(out, 0, length, width, height)).isEqualTo(picture);
            }
        }
    }

    @Test
    void shouldNotExceedTheLimit() {
        for (long seed = 0; seed < 70; seed++) {
            int[] picture = Pictures.of(seed, 64, 16);
            byte[] out = new byte[8192];
            int length = encoder.encode(picture, 64, 16, true, out, 0, out.length);
            for (int limit : new int[] {0, 1, length / 2, length - 1}) {
                byte[] small = new byte[limit];
                assertThat(encoder.encode(picture, 64, 16, true, small, 0, limit))
                        .isEqualTo(-1);
            }
        }
    }

    /** A hand-made stream after 2.2.2.5.1.2: raw values, a run, long runs of both escapes and differences of both signs. */
    @Test
    void shouldDecodeEveryKindOfSegment() {
        // Red: 40 x 0x10 (raw 1, run 7, escape 2: 32); then +1 (0x02) x 40 as raw 1, run 15, escape 1: 16 + 8.
        // Green: zero run 40 twice. Blue: 0xFF at the start, then −1 (0x01) for one pixel and no change for 39.
        byte[] good = HexFormat.ofDelimiter(" ").parseHex("30 17 10 02 1f 02 81 82 82 17 ff 02 20 01 00 62");
        int[] pixels = decode(good, 0, good.length, 40, 2);

        assertThat(pixels[0]).isEqualTo(0x1000FF);
        assertThat(pixels[39]).isEqualTo(0x1000FF);
        assertThat(pixels[40]).isEqualTo(0x1100FE);
        assertThat(pixels[41]).isEqualTo(0x1100FF);
        assertThat(pixels[79]).isEqualTo(0x1100FF);
    }

    @Test
    void shouldRefuseEveryTruncation() {
        for (long seed = 0; seed < 7; seed++) {
            int[] picture = Pictures.of(seed, 32, 8);
            byte[] out = new byte[2048];
            int length = encoder.encode(picture, 32, 8, true, out, 0, out.length);
            for (int cut = 0; cut < length; cut++) {
                byte[] part = Arrays.copyOf(out, cut);
                assertThatThrownBy(() -> decode(part, 0, part.length, 32, 8))
                        .isInstanceOf(MalformedBitmapException.class);
            }
            byte[] longer = Arrays.copyOf(out, length + 1);
            assertThatThrownBy(() -> decode(longer, 0, longer.length, 32, 8))
                    .isInstanceOf(MalformedBitmapException.class);
        }
    }

    @Test
    void shouldFailOnlyInItsOwnWayOnRandomBytes() {
        Random random = new Random(7);
        int decoded = 0;
        for (int n = 0; n < 20_000; n++) {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            if (bytes.length > 0) {
                bytes[0] &= 0x30;
            }
            try {
                decode(bytes, 0, bytes.length, 4, 2);
                decoded++;
            } catch (MalformedBitmapException e) {
                assertThat(e.offset()).isBetween(0, bytes.length);
            }
        }
        assertThat(decoded).isLessThan(20_000);
    }

    private static int[] decode(byte[] stream, int offset, int length, int width, int height) {
        int[] into = new int[width * height];
        PlanarDecoder.decode(stream, offset, length, width, height, into);
        return into;
    }
}
