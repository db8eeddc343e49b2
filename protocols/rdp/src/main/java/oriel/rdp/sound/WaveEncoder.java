package oriel.rdp.sound;

import oriel.contract.desktop.SoundSink;
import oriel.rdp.codec.sound.ALaw;
import oriel.rdp.codec.sound.AudioFormat;
import oriel.rdp.codec.sound.ImaAdpcm;

/** Makes blocks of sound ready for the wire. Every form takes the same number of frames, about 46 ms; nothing is allocated. */
abstract sealed class WaveEncoder {

    /** Bytes of PCM in a block. */
    static final int BLOCK = ImaAdpcm.PCM_BLOCK;

    private static final int CHANNELS = 2;

    private final AudioFormat format;

    private WaveEncoder(AudioFormat format) {
        this.format = format;
    }

    AudioFormat format() {
        return format;
    }

    /** What comes next does not follow what came before. */
    void reset() {
        // most forms remember nothing
    }

    /** Encodes a block of PCM into an array of at least that size; gives its length. */
    abstract int encode(byte[] pcm, byte[] wave);

    static final class Pcm extends WaveEncoder {
        Pcm() {
            super(AudioFormat.pcm(CHANNELS, SoundSink.RATE));
        }

        @Override
        int encode(byte[] pcm, byte[] wave) {
            System.arraycopy(pcm, 0, wave, 0, BLOCK);
            return BLOCK;
        }
    }

    static final class Adpcm extends WaveEncoder {
        private final ImaAdpcm encoder = new ImaAdpcm();

        Adpcm() {
            super(ImaAdpcm.format(SoundSink.RATE));
        }

        @Override
        void reset() {
            encoder.reset();
        }

        @Override
        int encode(byte[] pcm, byte[] wave) {
            encoder.encode(pcm, 0, wave, 0);
            return ImaAdpcm.BLOCK;
        }
    }

    static final class Law extends WaveEncoder {
        /** As everybody describes it: 8 bits per sample. */
        Law() {
            super(ALaw.format(CHANNELS, SoundSink.RATE));
        }

        /**
         * Described with the bits of the decoded samples. FreeRDP 2.11 with its PulseAudio backend opens the loudspeaker for as
         * many bits as the description says, and plays what it has decoded to 16 bits there: noise, at 8. Clients that take the
         * description by its word do not choose this one.
         */
        static Law ofDecodedBits() {
            AudioFormat plain = ALaw.format(CHANNELS, SoundSink.RATE);
            return new Law(new AudioFormat(
                    plain.tag(),
                    plain.channels(),
                    plain.samplesPerSecond(),
                    plain.bytesPerSecond(),
                    plain.blockAlign(),
                    16,
                    plain.extra()));
        }

        private Law(AudioFormat format) {
            super(format);
        }

        @Override
        int encode(byte[] pcm, byte[] wave) {
            ALaw.encode(pcm, 0, BLOCK / 2, wave);
            return BLOCK / 2;
        }
    }
}
