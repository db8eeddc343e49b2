package oriel.rdp.codec.bitmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Interleaved run-length encoding, MS-RDPBCGR 2.2.9.1.1.3.1.2.4 and 3.1.9, both ways. */
class InterleavedTest {

    private final InterleavedEncoder encoder = new InterleavedEncoder();

    @ParameterizedTest
    @EnumSource(
            value = PixelFormat.class,
            names = {"BPP8", "BPP15", "BPP16", "BPP24"})
    void shouldReturnWhatWasEncoded(PixelFormat format) {
        int compressed = 0;
        for (long seed = 0; seed < 1400; seed++) {
            Random random = new Random(seed);
            int width = 1 + random.nextInt(100);
            int height = 1 + random.nextInt(30);
            int[] wire = wire(format, seed, width, height);
            int plain = wire.length * format.bytesPerPixel();
            byte[] out = new byte[plain + 2];
            Arrays.fill(out, (byte) 0x5A);

            int length = encoder.encode(format, wire, width, height, out, 1, plain);

            assertThat(out[0]).isEqualTo((byte) 0x5A);
            assertThat(out[plain + 1]).isEqualTo((byte) 0x5A);
            if (length >= 0) {
                compressed++;
                assertThat(decode(format, out, 1, length, width, height))
                        .as("seed %d", seed)
                        .isEqualTo(wire);
            }
        }
        assertThat(compressed).isGreaterThan(800);
    }

    @Test
    void shouldSplitBackgroundLongerThanAnOrder() {
        int[] black = new int[70_000 * 3];
        byte[] out = new byte[100];
        for (int width : new int[] {1000, 70_000, 210_000}) {
            int height = black.length / width;
            int length = encoder.encode(PixelFormat.BPP16, black, width, height, out, 0, out.length);
            assertThat(length).isBetween(3, 40);
            assertThat(decode(PixelFormat.BPP16, out, 0, length, width, height)).isEqualTo(black);
        }
    }

    @Test
    void shouldEndOrdersWithTheFirstLine() {
        int[] white = new int[64];
        Arrays.fill(white, 0x1234);
        byte[] out = new byte[100];

        int length = encoder.encode(PixelFormat.BPP16, white, 16, 4, out, 0, out.length);

        // One colour run (0x60 | 16) for the first line; background (32 + 16) for the others.
        assertThat(HexFormat.of().formatHex(out, 0, length)).isEqualTo("7034120010");
    }

    @Test
    void shouldWriteForegroundImagesForTwoColours() {
        int[] wire = new int[128];
        for (int i = 0; i < wire.length; i++) {
            wire[i] = i % 3 == 0 ? 0x1234 : 0x00FF;
        }
        for (int i = 64; i < 128; i++) {
            wire[i] = wire[i - 64] ^ ((i & 5) == 0 ? 0x0F0F : 0);
        }
        byte[] out = new byte[300];

        int length = encoder.encode(PixelFormat.BPP16, wire, 64, 2, out, 0, out.length);

        assertThat(length).isLessThan(2 * 64 + 3 + 2 + 2 + 8 + 1);
        assertThat(decode(PixelFormat.BPP16, out, 0, length, 64, 2)).isEqualTo(wire);
    }

    /** Each order of 2.2.9.1.1.3.1.2.4, at 8 bpp on lines of eight pixels, put together by hand. */
    @Test
    void shouldDecodeEveryOrder() {
        byte[] stream = HexFormat.of().parseHex("""
                        821122 6233 fd fe 02
                        02 22 400305
                        c244 d0010f03 e25566
                        f9
                        fa
                        f00800
                        f10800
                        f20800aa
                        f3080077
                        f408000102030405060708
                        f6080010
                        f7080001f0
                        f804000a0b
                        0000
                        2000
                        600042
                        d102ff
                        410f
                        c00004
                        e0000102
                        """.replaceAll("\\s", ""));

        int[] pixels = decode(PixelFormat.BPP8, stream, 0, stream.length, 8, 33);

        String[] expected = {
            "11 22 33 33 ff 00 00 00", // colour image, colour run, white, black, background in the first line
            "11 22 cc cc 00 00 ff 00", // background run, foreground run, foreground/background image
            "55 66 c3 c3 55 66 55 66", // set foreground run, set foreground image, dithered run
            "5a 69 c3 c3 55 66 55 66", // special image 1
            "55 69 cc c3 55 66 55 66", // special image 2
            "55 69 cc c3 55 66 55 66", // mega mega orders from here
            "5a 66 c3 cc 5a 69 5a 69",
            "5a 69 c3 c3 5a 66 5a 66",
            "77 77 77 77 77 77 77 77",
            "01 02 03 04 05 06 07 08",
            "11 12 13 14 15 16 17 18",
            "11 12 13 14 14 17 16 19",
            "0a 0b 0a 0b 0a 0b 0a 0b",
            "0a 0b 0a 0b 0a 0b 0a 0b", // background of extended length: 32 pixels
            "0a 0b 0a 0b 0a 0b 0a 0b",
            "0a 0b 0a 0b 0a 0b 0a 0b",
            "0a 0b 0a 0b 0a 0b 0a 0b",
            "0b 0a 0b 0a 0b 0a 0b 0a", // foreground of extended length: 32 pixels
            "0a 0b 0a 0b 0a 0b 0a 0b",
            "0b 0a 0b 0a 0b 0a 0b 0a",
            "0a 0b 0a 0b 0a 0b 0a 0b",
            "42 42 42 42 42 42 42 42", // colour run of extended length: 32 pixels
            "42 42 42 42 42 42 42 42",
            "42 42 42 42 42 42 42 42",
            "42 42 42 42 42 42 42 42",
            "40 40 40 40 40 40 40 40", // set foreground image, short form
            "42 42 42 42 40 40 40 40", // foreground image, short form
            "46 46 46 46 44 44 44 44", // set foreground run of extended length: 16 pixels
            "42 42 42 42 40 40 40 40",
            "01 02 01 02 01 02 01 02", // dithered run of extended length: 32 pixels
            "01 02 01 02 01 02 01 02",
            "01 02 01 02 01 02 01 02",
            "01 02 01 02 01 02 01 02"
        };
        for (int row = 0; row < expected.length; row++) {
            assertThat(line(pixels, row)).as("line %d", row).isEqualTo(expected[row]);
        }
    }

    @Test
    void shouldInsertAForegroundPixelBetweenBackgroundRuns() {
        byte[] stream = HexFormat.of().parseHex("08" + "04" + "04");

        int[] pixels = decode(PixelFormat.BPP8, stream, 0, stream.length, 8, 2);

        assertThat(line(pixels, 0)).isEqualTo("00 00 00 00 00 00 00 00");
        assertThat(line(pixels, 1)).isEqualTo("00 00 00 00 ff 00 00 00");
    }

    @ParameterizedTest
    @EnumSource(
            value = PixelFormat.class,
            names = {"BPP8", "BPP15", "BPP16", "BPP24"})
    void shouldRefuseEveryTruncation(PixelFormat format) {
        for (long seed = 1; seed < 7; seed++) {
            int[] wire = wire(format, seed, 32, 8);
            byte[] out = new byte[2048];
            int length = encoder.encode(format, wire, 32, 8, out, 0, out.length);
            for (int cut = 0; cut < length; cut++) {
                byte[] part = Arrays.copyOf(out, cut);
                assertThatThrownBy(() -> decode(format, part, 0, part.length, 32, 8))
                        .isInstanceOf(MalformedBitmapException.class);
            }
        }
    }

    @Test
    void shouldFailOnlyInItsOwnWayOnRandomBytes() {
        Random random = new Random(11);
        int refused = 0;
        for (int n = 0; n < 20_000; n++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            try {
                decode(PixelFormat.BPP16, bytes, 0, bytes.length, 8, 8);
            } catch (MalformedBitmapException e) {
                refused++;
                assertThat(e.offset()).isBetween(0, bytes.length);
            }
        }
        assertThat(refused).isGreaterThan(10_000);
    }

    private static String line(int[] pixels, int row) {
        StringBuilder text = new StringBuilder();
        for (int x = 0; x < 8; x++) {
            text.append(x == 0 ? "" : " ").append("%02x".formatted(pixels[row * 8 + x]));
        }
        return text.toString();
    }

    private static int[] wire(PixelFormat format, long seed, int width, int height) {
        int[] wire = new int[width * height];
        format.toWire(Pictures.of(seed, width, height), 0, width, width, height, wire, width);
        return wire;
    }

    private static int[] decode(PixelFormat format, byte[] stream, int offset, int length, int width, int height) {
        int[] into = new int[width * height];
        InterleavedDecoder.decode(format, stream, offset, length, width, height, into);
        return into;
    }
}
