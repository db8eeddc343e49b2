package oriel.rdp.codec.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EncodersTest {
    private static final int RATE = 44_100;
    private static final int FRAMES = ImaAdpcm.FRAMES;

    /** Two tones, one for each channel. */
    private static byte[] tones(double left, double right, int from) {
        byte[] pcm = new byte[ImaAdpcm.PCM_BLOCK];
        for (int i = 0; i < FRAMES; i++) {
            put(pcm, 2 * i, 12_000 * Math.sin(2 * Math.PI * left * (from + i) / RATE));
            put(pcm, 2 * i + 1, 12_000 * Math.sin(2 * Math.PI * right * (from + i) / RATE));
        }
        return pcm;
    }

    private static void put(byte[] pcm, int sample, double value) {
        pcm[2 * sample] = (byte) (int) value;
        pcm[2 * sample + 1] = (byte) ((int) value >> 8);
    }

    private static int sample(byte[] pcm, int sample) {
        return (pcm[2 * sample] & 0xFF) | pcm[2 * sample + 1] << 8;
    }

    /** Power of the sound over power of the difference, in decibels. */
    private static double likeness(byte[] sound, byte[] other) {
        double power = 0;
        double difference = 0;
        for (int i = 0; i < sound.length / 2; i++) {
            power += Math.pow(sample(sound, i), 2);
            difference += Math.pow(sample(sound, i) - sample(other, i), 2);
        }
        return 10 * Math.log10(power / difference);
    }

    @Test
    void shouldDescribeItsBlocks() {
        AudioFormat format = ImaAdpcm.format(RATE);
        assertThat(FRAMES).isEqualTo(2041);
        assertThat(format.blockAlign()).isEqualTo(2048);
        assertThat(format.extra().toArray()).isEqualTo(HexFormat.of().parseHex("f907"));
        assertThat(format.bytesPerSecond()).isBetween(44_000L, 44_500L);
    }

    @Test
    void shouldSoundLikeTheOriginal() {
        var encoder = new ImaAdpcm();
        byte[] block = new byte[ImaAdpcm.BLOCK];
        for (int i = 0; i < 10; i++) {
            byte[] pcm = tones(440, 1000, i * FRAMES);
            encoder.encode(pcm, 0, block, 0);
            if (i > 0) { // the step height has found its place
                assertThat(likeness(pcm, ImaAdpcm.decode(block, 0))).isGreaterThan(30);
            }
        }
    }

    /** The loudest there is must not run over. */
    @Test
    void shouldSurviveNoiseAndExtremes() {
        var random = new Random(3);
        var encoder = new ImaAdpcm();
        byte[] block = new byte[ImaAdpcm.BLOCK];
        byte[] pcm = new byte[ImaAdpcm.PCM_BLOCK];
        for (int i = 0; i < 20; i++) {
            for (int s = 0; s < pcm.length / 2; s++) {
                put(pcm, s, random.nextBoolean() ? Short.MAX_VALUE : Short.MIN_VALUE);
            }
            encoder.encode(pcm, 0, block, 0);
            assertThat(ImaAdpcm.decode(block, 0)).hasSize(pcm.length);
        }
        random.nextBytes(block);
        assertThat(ImaAdpcm.decode(block, 0)).hasSize(pcm.length);
    }

    /** Codes of ITU-T G.711, table 1: silence is 0xD5, the loudest 0xAA. */
    @Test
    void shouldEncodeAsTheTablesOfALawSay() {
        assertThat(ALaw.encode((short) 0)).isEqualTo((byte) 0xD5);
        assertThat(ALaw.encode((short) -1)).isEqualTo((byte) 0x55);
        assertThat(ALaw.encode(Short.MAX_VALUE)).isEqualTo((byte) 0xAA);
        assertThat(ALaw.encode(Short.MIN_VALUE)).isEqualTo((byte) 0x2A);
        assertThat(ALaw.decode((byte) 0xD5)).isEqualTo((short) 8);
        assertThat(ALaw.decode((byte) 0xAA)).isEqualTo((short) 32256);
    }

    @Test
    void shouldDecodeEveryCodeToItself() {
        for (int code = 0; code < 256; code++) {
            assertThat(ALaw.encode(ALaw.decode((byte) code))).isEqualTo((byte) code);
        }
        byte[] pcm = tones(440, 1000, 0);
        byte[] codes = new byte[pcm.length / 2];
        ALaw.encode(pcm, 0, codes.length, codes);
        byte[] back = new byte[pcm.length];
        for (int i = 0; i < codes.length; i++) {
            put(back, i, ALaw.decode(codes[i]));
        }
        assertThat(likeness(pcm, back)).isGreaterThan(30);
    }
}
