package oriel.xsession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What programs play can be heard by the service. Takes root, pulseaudio, pulseaudio-utils and sox. */
class SoundTest {

    private static final int RATE = 44_100;
    private static final int TONE = 440;
    private static final String PLAY = "sox -n -r 44100 -b 16 -c 2 tone.wav synth 4 sine " + TONE
            + "; until pactl info; do sleep 0.1; done; paplay tone.wav; sleep 60";

    private SessionStage stage;

    @BeforeEach
    void makeStage() throws IOException, InterruptedException {
        stage = new SessionStage();
    }

    @AfterEach
    void removeStage() throws IOException {
        try (SessionStage closing = stage) {
            closing.requireNoTrace();
        }
    }

    @Test
    void shouldBeHeardByTheServiceAlone() throws Exception {
        XSession session = stage.start(withSound(stage.order(PLAY)));
        Path sound = session.sound().orElseThrow();

        byte[] heard = hear(SessionStage.READER, sound, 2 * RATE * 4);
        assertThat(frequency(heard)).isCloseTo(TONE, within(3.0));
        assertThat(hear(SessionStage.READER - 1, sound, 4)).isEmpty();
        session.stop();
        assertThat(sound).doesNotExist();
    }

    @Test
    void shouldBeSilentWhenNotOrdered() throws Exception {
        XSession session = stage.start(stage.order());
        assertThat(session.sound()).isEmpty();
        session.stop();
    }

    private static SessionOrder withSound(SessionOrder order) {
        return new SessionOrder(
                1,
                order.account(),
                order.screen(),
                "",
                order.program(),
                order.keyboard(),
                "",
                "",
                order.limits(),
                true);
    }

    private static byte[] hear(int uid, Path sound, int bytes) throws IOException {
        Process head = new ProcessBuilder(List.of(
                        "setpriv",
                        "--reuid=" + uid,
                        "--clear-groups",
                        "--",
                        "head",
                        "-c",
                        "" + bytes,
                        sound.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return head.getInputStream().readAllBytes();
    }

    /** Times per second the left channel goes from below to above nothing, from the first sound to the last. */
    private static double frequency(byte[] samples) {
        var left = ByteBuffer.wrap(samples).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        int first = -1;
        int last = -1;
        int crossings = -1;
        for (int i = 2; i < left.limit(); i += 2) {
            if (left.get(i - 2) < 0 && left.get(i) >= 0) {
                first = first < 0 ? i : first;
                last = i;
                crossings++;
            }
        }
        return crossings * (double) RATE / ((last - first) / 2.0);
    }
}
