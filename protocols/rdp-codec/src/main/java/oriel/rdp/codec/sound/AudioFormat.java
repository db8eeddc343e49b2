package oriel.rdp.codec.sound;

import java.util.ArrayList;
import java.util.List;
import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * AUDIO_FORMAT — MS-RDPEA, section 2.2.2.1.1; the WAVEFORMATEX of Windows.
 *
 * @param tag which encoding
 * @param channels number of channels
 * @param samplesPerSecond frames per second
 * @param bytesPerSecond average bytes per second
 * @param blockAlign bytes of a block, the smallest piece that can be decoded
 * @param bitsPerSample bits per sample
 * @param extra further fields, depending on the encoding
 */
public record AudioFormat(
        int tag,
        int channels,
        long samplesPerSecond,
        long bytesPerSecond,
        int blockAlign,
        int bitsPerSample,
        Octets extra) {
    /** WAVE_FORMAT_PCM. */
    public static final int PCM = 0x0001;

    /** WAVE_FORMAT_ADPCM, Microsoft's. */
    public static final int MS_ADPCM = 0x0002;

    /** WAVE_FORMAT_DVI_ADPCM: IMA's. */
    public static final int IMA_ADPCM = 0x0011;

    private static final int SIZE = 2 /* wFormatTag */
            + 2 /* nChannels */
            + 4 /* nSamplesPerSec */
            + 4 /* nAvgBytesPerSec */
            + 2 /* nBlockAlign */
            + 2 /* wBitsPerSample */
            + 2 /* cbSize */;

    /**
     * Uncompressed sound, signed 16 bits.
     *
     * @param channels number of channels
     * @param samplesPerSecond frames per second
     * @return the format
     */
    public static AudioFormat pcm(int channels, int samplesPerSecond) {
        int frame = 2 * channels;
        return new AudioFormat(
                PCM, channels, samplesPerSecond, (long) samplesPerSecond * frame, frame, 16, Octets.EMPTY);
    }

    static AudioFormat decode(WireReader in) {
        int tag = in.u16("wFormatTag");
        int channels = in.u16("nChannels");
        long samples = in.u32("nSamplesPerSec");
        long bytes = in.u32("nAvgBytesPerSec");
        int align = in.u16("nBlockAlign");
        int bits = in.u16("wBitsPerSample");
        return new AudioFormat(tag, channels, samples, bytes, align, bits, in.octets(in.u16("cbSize"), "data"));
    }

    static List<AudioFormat> decodeList(WireReader in, int count) {
        in.need(count * SIZE, "formats");
        var formats = new ArrayList<AudioFormat>(count);
        for (int i = 0; i < count; i++) {
            formats.add(decode(in));
        }
        return formats;
    }

    void encode(WireWriter out) {
        out.u16(tag).u16(channels).u32(samplesPerSecond).u32(bytesPerSecond);
        out.u16(blockAlign).u16(bitsPerSample).u16(extra.length()).octets(extra);
    }

    /**
     * Whether another description means the same bytes: the average rate is a hint, and what an encoding adds follows from the rest.
     *
     * @param other another description
     * @return whether it does
     */
    public boolean means(AudioFormat other) {
        return tag == other.tag
                && channels == other.channels
                && samplesPerSecond == other.samplesPerSecond
                && blockAlign == other.blockAlign
                && bitsPerSample == other.bitsPerSample;
    }
}
