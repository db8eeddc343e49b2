package oriel.desktop.x11.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oriel.contract.desktop.SoundSink;

/** Sound out of a real FIFO. */
class FifoSoundTest {

    @TempDir
    private Path directory;

    private Path fifo;
    private FifoSound sound;
    private final Heard heard = new Heard();

    /** A listener that writes down what it hears: numbers of bytes, first bytes, pauses. */
    private static final class Heard implements SoundSink {

        private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
        private volatile int bytes;
        private volatile int odd;

        @Override
        public synchronized void play(byte[] samples, int offset, int length) {
            if (length % FRAME != 0) {
                odd++;
            }
            bytes += length;
            events.add("play " + samples[offset]);
        }

        @Override
        public void pause() {
            events.add("pause");
        }

        String next() throws InterruptedException {
            String event = events.poll(10, TimeUnit.SECONDS);
            assertThat(event).isNotNull();
            return event;
        }

        void until(String wanted) throws InterruptedException {
            while (!next().equals(wanted)) {
                assertThat(wanted).isNotNull();
            }
        }
    }

    @BeforeEach
    void make() throws IOException, InterruptedException {
        fifo = directory.resolve("sound");
        assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor())
                .isZero();
        sound = new FifoSound(fifo);
    }

    @AfterEach
    void end() {
        sound.close();
    }

    @Test
    void shouldPlayWhatIsWritten() throws Exception {
        sound.listen(heard);
        sound.settle();
        try (OutputStream out = writer()) {
            out.write(tone(4096, 7));
            heard.until("play 7");
            while (heard.bytes < 4096) {
                heard.next();
            }
            assertThat(heard.bytes).isEqualTo(4096);
        }
    }

    @Test
    void shouldPauseWhenNothingComesAndGoOn() throws Exception {
        sound.listen(heard);
        sound.settle();
        try (OutputStream out = writer()) {
            out.write(tone(64, 1));
            heard.until("pause");
            out.write(tone(64, 2));
            assertThat(heard.next()).isEqualTo("play 2");
            assertThat(heard.next()).isEqualTo("pause");
        }
    }

    /** Sound servers that stay awake write zeros. */
    @Test
    void shouldPauseInSilenceAndNotSendIt() throws Exception {
        sound.listen(heard);
        sound.settle();
        try (OutputStream out = writer()) {
            out.write(tone(64, 1));
            for (int i = 0; i < 30; i++) {
                out.write(new byte[8192]);
            }
            heard.until("pause");
            int played = heard.bytes;
            assertThat(played).isLessThan(SoundSink.RATE / 2 * SoundSink.FRAME + 2 * FifoSound.CHUNK);
            for (int i = 0; i < 30; i++) {
                out.write(new byte[8192]);
            }
            out.write(tone(64, 9));
            assertThat(heard.next()).isEqualTo("play " + (heard.bytes - played > 64 ? 0 : 9));
            assertThat(heard.bytes - played).isLessThanOrEqualTo(FifoSound.CHUNK);
        }
    }

    @Test
    void shouldCutNoFrames() throws Exception {
        sound.listen(heard);
        sound.settle();
        try (OutputStream out = writer()) {
            for (int i = 0; i < 100; i++) {
                out.write(tone(i % 7 + 1, 5));
                out.flush();
            }
            heard.until("pause");
            assertThat(heard.odd).isZero();
            assertThat(heard.bytes).isBetween(380, 400);
        }
    }

    /** A sound server that starts late, goes and comes again is no end, and costs no processor while it is away. */
    @Test
    void shouldWaitForWritersThatComeAndGo() throws Exception {
        sound.listen(heard);
        sound.settle();
        for (int i = 1; i <= 3; i++) {
            try (OutputStream out = writer()) {
                out.write(tone(64, i));
                heard.until("play " + i);
            }
        }
        Duration before = processorTime();
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        // A thread that asks again and again would use all of that second.
        assertThat(processorTime().minus(before)).isLessThan(Duration.ofMillis(600));
    }

    @Test
    void shouldThrowAwayWhatIsOld() throws Exception {
        try (OutputStream out = fill()) {
            sound.listen(heard);
            sound.settle();
            out.write(tone(64, 3));
            assertThat(heard.next()).isEqualTo("play 3");
        }
    }

    /** Silence while data waits, half a frame of which has been read: the next listener must not hear noise. */
    @Test
    void shouldKeepFramesTogetherFromOneListenerToTheNext() throws Exception {
        sound.listen(heard);
        sound.settle();
        try (OutputStream out = writer()) {
            out.write(new byte[] {1, 2, 1, 2, 1, 2});
            assertThat(heard.next()).isEqualTo("play 1");
            sound.silence();
            var second = new Heard();
            sound.listen(second);
            sound.settle();
            out.write(new byte[] {1, 2, 1, 2, 1, 2});
            assertThat(second.next()).isEqualTo("play 1");
            second.until("pause");
            assertThat(second.bytes).isEqualTo(4);
        }
    }

    @Test
    void shouldEndPromptly() throws Exception {
        sound.listen(heard);
        sound.silence();
        sound.silence();
        sound.listen(heard);
        sound.settle();
        try (OutputStream out = writer()) {
            out.write(tone(64, 1));
            heard.until("play 1");
            sound.silence();
            assertThat(threads()).isZero();
        }
    }

    @Test
    void shouldLiveWithoutItsFifo() throws Exception {
        Files.delete(fifo);
        sound.listen(heard);
        sound.silence();
        assertThat(heard.events).isEmpty();
    }

    private long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().contains(fifo.toString()))
                .count();
    }

    private static Duration processorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }

    /** Opens when there is a reader. */
    private OutputStream writer() throws IOException {
        return new FileOutputStream(fifo.toFile());
    }

    /** Writes more than nobody has read, as a sound server does that was not asked to stop. */
    private OutputStream fill() throws IOException, InterruptedException {
        // A reader must be there for opening; the one of the shell keeps the FIFO alive and reads nothing.
        Process holder = new ProcessBuilder("sh", "-c", "exec sleep 3 <" + fifo).start();
        OutputStream out = writer();
        out.write(tone(60_000, 1));
        assertThat(holder.isAlive()).isTrue();
        return out;
    }

    private static byte[] tone(int length, int value) {
        byte[] tone = new byte[length];
        java.util.Arrays.fill(tone, (byte) value);
        return tone;
    }
}
