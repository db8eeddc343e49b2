package oriel.desktop.x11.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oriel.contract.desktop.SoundSink;

/** What a program plays to a real PulseAudio, heard at the other end of its pipe. */
class PulseAudioTest {

    private static final int HERTZ = 440;

    @TempDir
    private Path directory;

    private Process server;
    private FifoSound sound;

    /** A listener that keeps what it hears until the sound pauses. */
    private static final class Heard implements SoundSink {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final CountDownLatch paused = new CountDownLatch(1);

        @Override
        public synchronized void play(byte[] samples, int offset, int length) {
            bytes.write(samples, offset, length);
        }

        @Override
        public void pause() {
            paused.countDown();
        }

        /** Frequency by the zero crossings of the left channel, from the first to the last one. */
        synchronized double hertz() {
            ByteBuffer samples = ByteBuffer.wrap(bytes.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
            int first = -1;
            int last = -1;
            int crossings = 0;
            short before = 0;
            for (int frame = 0; samples.remaining() >= FRAME; frame++) {
                short left = samples.getShort();
                samples.getShort();
                if (before < 0 && left >= 0) {
                    first = first < 0 ? frame : first;
                    last = frame;
                    crossings++;
                }
                before = left;
            }
            return (crossings - 1) * (double) RATE / (last - first);
        }
    }

    @BeforeEach
    void start() throws IOException, InterruptedException {
        Path fifo = directory.resolve("sound");
        assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor())
                .isZero();
        ProcessBuilder pulse = new ProcessBuilder(
                "pulseaudio",
                "-n",
                "--daemonize=no",
                "--use-pid-file=no",
                "--disable-shm=yes",
                "--exit-idle-time=-1",
                "--realtime=no",
                "--high-priority=no",
                "--log-target=stderr",
                "--load=module-native-protocol-unix socket=" + socket() + " auth-anonymous=yes",
                "--load=module-pipe-sink sink_name=oriel file=" + fifo
                        + " format=s16le rate=44100 channels=2 use_system_clock_for_timing=yes",
                "--load=module-suspend-on-idle timeout=1");
        server = pulsed(pulse)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
        while (!Files.exists(socket())) {
            assertThat(server.isAlive()).as("a real PulseAudio").isTrue();
            LockSupport.parkNanos(10_000_000);
        }
        sound = new FifoSound(fifo);
    }

    @AfterEach
    void stop() throws InterruptedException {
        sound.close();
        server.destroy();
        if (!server.waitFor(10, TimeUnit.SECONDS)) {
            server.destroyForcibly();
        }
    }

    @Test
    void shouldHearATone() throws Exception {
        var heard = new Heard();
        sound.listen(heard);
        sound.settle();
        play(SoundSink.RATE);
        assertThat(heard.paused.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(heard.hertz()).isBetween(HERTZ - 2.0, HERTZ + 2.0);
        assertThat(heard.bytes.size()).isGreaterThan(SoundSink.RATE * SoundSink.FRAME * 9 / 10);
    }

    /** Programs play on while nobody listens, and who listens later hears what is new. */
    @Test
    void shouldHearATonePlayedAfterOthersThatNobodyHeard() throws Exception {
        play(SoundSink.RATE / 2);
        play(SoundSink.RATE / 2);
        var heard = new Heard();
        sound.listen(heard);
        sound.settle();
        play(SoundSink.RATE);
        assertThat(heard.paused.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(heard.hertz()).isBetween(HERTZ - 2.0, HERTZ + 2.0);
    }

    /** Plays a tone to its end. */
    private void play(int frames) throws IOException, InterruptedException {
        Process program = pulsed(new ProcessBuilder(
                        "pacat", "--server=unix:" + socket(), "--format=s16le", "--rate=44100", "--channels=2"))
                .redirectErrorStream(true)
                .start();
        ByteBuffer tone = ByteBuffer.allocate(frames * SoundSink.FRAME).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < frames; i++) {
            short value = (short) (10_000 * Math.sin(2 * Math.PI * HERTZ * i / SoundSink.RATE));
            tone.putShort(value).putShort(value);
        }
        try (OutputStream out = program.getOutputStream()) {
            out.write(tone.array());
        }
        assertThat(program.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(program.exitValue()).isZero();
    }

    private ProcessBuilder pulsed(ProcessBuilder builder) {
        builder.environment().put("HOME", directory.toString());
        builder.environment().put("PULSE_RUNTIME_PATH", directory.toString());
        builder.environment().put("PULSE_STATE_PATH", directory.toString());
        builder.environment().put("PULSE_COOKIE", directory.resolve("cookie").toString());
        return builder;
    }

    private Path socket() {
        return directory.resolve("native");
    }
}
