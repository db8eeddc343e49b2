package oriel.rdp.codec.sound;

import oriel.wire.Octets;

/**
 * A-law — ITU-T G.711: a sample in 8 bits, the louder the coarser. Half of PCM, and known to clients that do not know ADPCM.
 */
public final class ALaw {
    /** WAVE_FORMAT_ALAW. */
    public static final int TAG = 0x0006;

    /** Every other bit is inverted on the line. */
    private static final int EVEN_BITS = 0x55;

    private static final int SIGN = 0x80;

    private ALaw() {}

    /**
     * The description of this encoding.
     *
     * @param channels number of channels
     * @param samplesPerSecond frames per second
     * @return the format
     */
    public static AudioFormat format(int channels, int samplesPerSecond) {
        return new AudioFormat(
                TAG, channels, samplesPerSecond, (long) samplesPerSecond * channels, channels, 8, Octets.EMPTY);
    }

    /**
     * Encodes samples; allocates nothing.
     *
     * @param pcm signed 16 bits, little-endian
     * @param from where they begin
     * @param samples how many
     * @param target gets one byte for each
     */
    public static void encode(byte[] pcm, int from, int samples, byte[] target) {
        for (int i = 0; i < samples; i++) {
            int at = from + 2 * i;
            target[i] = encode((short) ((pcm[at] & 0xFF) | pcm[at + 1] << 8));
        }
    }

    /**
     * Encodes one sample.
     *
     * @param sample the sample
     * @return its code
     */
    public static byte encode(short sample) {
        int sign = sample < 0 ? 0 : SIGN;
        int magnitude = (sample < 0 ? ~sample : sample) >> 3;
        int segment = Math.max(0, 27 - Integer.numberOfLeadingZeros(magnitude | 1));
        int mantissa = segment == 0 ? magnitude >> 1 : magnitude >> segment;
        return (byte) ((sign | segment << 4 | (mantissa & 0xF)) ^ EVEN_BITS);
    }

    /**
     * Decodes one sample.
     *
     * @param code its code
     * @return the sample, in the middle of those that have this code
     */
    public static short decode(byte code) {
        int plain = code ^ EVEN_BITS;
        int segment = plain >> 4 & 7;
        int mantissa = plain & 0xF;
        int magnitude = segment == 0 ? (mantissa << 4) + 8 : ((mantissa << 4) + 0x108) << (segment - 1);
        return (short) ((plain & SIGN) != 0 ? magnitude : -magnitude);
    }
}
