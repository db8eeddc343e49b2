package oriel.rdp.sound;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** In which form sound is sent, as the setting {@code sound-codec} of a listener says it. */
public enum SoundCodec {
    /** Uncompressed on a fast link, compressed on others. */
    AUTO,
    /** Uncompressed. */
    PCM,
    /** Compressed, if the client plays any form of that: IMA ADPCM (a quarter of the bytes) before A-law (half of them). */
    COMPRESSED;

    /**
     * Reads the setting.
     *
     * @param text what the setting says
     * @return what it means; empty = nothing
     */
    public static Optional<SoundCodec> of(String text) {
        return Arrays.stream(values())
                .filter(codec -> codec.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}
