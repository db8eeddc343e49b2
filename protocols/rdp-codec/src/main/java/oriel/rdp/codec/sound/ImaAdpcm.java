package oriel.rdp.codec.sound;

import oriel.wire.WireWriter;

/**
 * IMA ADPCM as it is kept in RIFF files (DVI ADPCM, WAVE_FORMAT_DVI_ADPCM): 4 bits for the difference of each sample from the one before,
 * in steps whose height follows the sound. Each block begins with one sample in full for each channel, so that a lost one does no
 * lasting harm; then come groups of eight samples, four bytes, of each channel in turn, the lower half of a byte first. For two channels.
 */
public final class ImaAdpcm {
    /** Bytes of a block. */
    public static final int BLOCK = 2048;

    private static final int CHANNELS = 2;
    private static final int HEADER = 4 /* first sample, step index, reserved; for each channel */;

    /** Samples of one channel that are coded before the other's follow. */
    private static final int GROUP = 8;

    /** Frames in a block. */
    public static final int FRAMES = (BLOCK - CHANNELS * HEADER) / CHANNELS * 2 + 1;

    /** Bytes of PCM that make a block: signed 16 bits, little-endian. */
    public static final int PCM_BLOCK = FRAMES * CHANNELS * 2;

    private static final int[] STEPS = {
        7, 8, 9, 10, 11, 12, 13, 14, 16, 17, 19, 21, 23, 25, 28, 31, 34, 37, 41, 45, 50, 55, 60, 66, 73, 80, 88, 97,
        107, 118, 130, 143, 157, 173, 190, 209, 230, 253, 279, 307, 337, 371, 408, 449, 494, 544, 598, 658, 724, 796,
        876, 963, 1060, 1166, 1282, 1411, 1552, 1707, 1878, 2066, 2272, 2499, 2749, 3024, 3327, 3660, 4026, 4428, 4871,
        5358, 5894, 6484, 7132, 7845, 8630, 9493, 10442, 11487, 12635, 13899, 15289, 16818, 18500, 20350, 22385, 24623,
        27086, 29794, 32767
    };

    private static final int[] INDEX_CHANGES = {-1, -1, -1, -1, 2, 4, 6, 8};

    private final int[] predicted = new int[CHANNELS];
    private final int[] index = new int[CHANNELS];

    /** An encoder at the beginning of a sound. */
    public ImaAdpcm() {
        reset();
    }

    /**
     * The description of this encoding.
     *
     * @param samplesPerSecond frames per second
     * @return the format
     */
    public static AudioFormat format(int samplesPerSecond) {
        return new AudioFormat(
                AudioFormat.IMA_ADPCM,
                CHANNELS,
                samplesPerSecond,
                (long) samplesPerSecond * BLOCK / FRAMES,
                BLOCK,
                4,
                new WireWriter(2).u16(FRAMES).toOctets());
    }

    /** Begins afresh: what comes next does not follow what came before. */
    public void reset() {
        index[0] = 0;
        index[1] = 0;
    }

    /**
     * Encodes one block; allocates nothing.
     *
     * @param pcm {@link #PCM_BLOCK} bytes of sound
     * @param from where they begin
     * @param block gets {@link #BLOCK} bytes
     * @param to where to put them
     */
    public void encode(byte[] pcm, int from, byte[] block, int to) {
        for (int channel = 0; channel < CHANNELS; channel++) {
            int first = sample(pcm, from, 0, channel);
            predicted[channel] = first;
            int at = to + channel * HEADER;
            block[at] = (byte) first;
            block[at + 1] = (byte) (first >> 8);
            block[at + 2] = (byte) index[channel];
            block[at + 3] = 0;
        }
        int at = to + CHANNELS * HEADER;
        for (int frame = 1; frame < FRAMES; frame += GROUP) {
            for (int channel = 0; channel < CHANNELS; channel++) {
                for (int i = 0; i < GROUP; i += 2) {
                    int low = code(channel, sample(pcm, from, frame + i, channel));
                    int high = code(channel, sample(pcm, from, frame + i + 1, channel));
                    block[at++] = (byte) (high << 4 | low);
                }
            }
        }
    }

    private static int sample(byte[] pcm, int from, int frame, int channel) {
        int at = from + (frame * CHANNELS + channel) * 2;
        return (pcm[at] & 0xFF) | pcm[at + 1] << 8;
    }

    /** The code that comes closest to a sample; moves the prediction to where the decoder's will be. */
    private int code(int channel, int sample) {
        int step = STEPS[index[channel]];
        int difference = sample - predicted[channel];
        int sign = difference < 0 ? 8 : 0;
        int left = Math.abs(difference);
        int code = 0;
        int change = step >> 3;
        for (int bit = 4; bit > 0; bit >>= 1) {
            if (left >= step) {
                code |= bit;
                left -= step;
                change += step;
            }
            step >>= 1;
        }
        int next = predicted[channel] + (sign == 0 ? change : -change);
        predicted[channel] = Math.clamp(next, Short.MIN_VALUE, Short.MAX_VALUE);
        index[channel] = Math.clamp(index[channel] + INDEX_CHANGES[code], 0, STEPS.length - 1);
        return sign | code;
    }

    /**
     * Decodes one block.
     *
     * @param block {@link #BLOCK} bytes
     * @param from where they begin
     * @return {@link #PCM_BLOCK} bytes of sound
     */
    public static byte[] decode(byte[] block, int from) {
        byte[] pcm = new byte[PCM_BLOCK];
        for (int channel = 0; channel < CHANNELS; channel++) {
            int header = from + channel * HEADER;
            int sample = (block[header] & 0xFF) | block[header + 1] << 8;
            int index = Math.min(block[header + 2] & 0xFF, STEPS.length - 1);
            put(pcm, 0, channel, sample);
            for (int frame = 1; frame < FRAMES; frame++) {
                int at = (frame - 1) / GROUP * GROUP + channel * GROUP / 2 + (frame - 1) % GROUP / 2;
                int both = block[from + CHANNELS * HEADER + at] & 0xFF;
                int code = (frame & 1) != 0 ? both & 0xF : both >> 4;
                int step = STEPS[index];
                int change = (step >> 3)
                        + ((code & 4) != 0 ? step : 0)
                        + ((code & 2) != 0 ? step >> 1 : 0)
                        + ((code & 1) != 0 ? step >> 2 : 0);
                sample = Math.clamp(
                        (code & 8) != 0 ? sample - change : sample + change, Short.MIN_VALUE, Short.MAX_VALUE);
                index = Math.clamp(index + INDEX_CHANGES[code & 7], 0, STEPS.length - 1);
                put(pcm, frame, channel, sample);
            }
        }
        return pcm;
    }

    private static void put(byte[] pcm, int frame, int channel, int sample) {
        int at = (frame * CHANNELS + channel) * 2;
        pcm[at] = (byte) sample;
        pcm[at + 1] = (byte) (sample >> 8);
    }
}
