package oriel.desktop.x11.sound;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.contract.desktop.SoundSink;
import oriel.contract.desktop.SoundSource;
import oriel.system.FifoReader;

/**
 * Sound that comes out of a FIFO as raw samples. It is read only while somebody listens; what has piled up before is old and
 * thrown away. A sound server without anything to play may write silence or nothing at all: both are a pause to the listener.
 */
public final class FifoSound implements SoundSource, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FifoSound.class);

    /** Bytes read at once: 46 ms. */
    static final int CHUNK = 2048 * SoundSink.FRAME;

    /** Milliseconds without any sample after which the sound has stopped. */
    private static final int GAP = 150;

    /** Bytes of silence that are still played: the end of a sound, and the rests in it. */
    private static final int REST = SoundSink.RATE / 2 * SoundSink.FRAME;

    private final Path path;
    private @Nullable Reading reading;

    /** Bytes of the frame that a reading has left unfinished: the FIFO holds its other bytes. Kept from one reading to the next. */
    private int partial;

    /**
     * Sound of a session.
     *
     * @param path the FIFO; 16-bit signed little-endian samples, two channels, {@value SoundSink#RATE} frames per second
     */
    public FifoSound(Path path) {
        this.path = path;
    }

    @Override
    public synchronized void listen(SoundSink listener) {
        silence();
        var next = new Reading(listener);
        reading = next;
        next.start();
    }

    @Override
    public synchronized void silence() {
        Reading old = reading;
        reading = null;
        if (old != null) {
            old.end();
        }
    }

    /** Waits until what is written from now on is heard. */
    void settle() throws InterruptedException {
        Reading now;
        synchronized (this) {
            now = reading;
        }
        if (now != null && !now.ready.await(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the sound is not read");
        }
    }

    @Override
    public void close() {
        silence();
    }

    /** One listener's time. The thread is one of the platform's: it waits in a system call. */
    private final class Reading {

        private final SoundSink listener;
        private final Thread thread;
        private final byte[] bytes = new byte[CHUNK];
        private final CountDownLatch ready = new CountDownLatch(1);
        private @Nullable FifoReader fifo;
        private boolean ended;
        private int kept;
        private boolean sounding;
        private int silent;

        Reading(SoundSink listener) {
            this.listener = listener;
            thread = Thread.ofPlatform().daemon().name("sound of " + path).unstarted(this::run);
        }

        void start() {
            thread.start();
        }

        void end() {
            synchronized (this) {
                ended = true;
                if (fifo != null) {
                    fifo.wake();
                }
            }
            if (Thread.currentThread() != thread) {
                join();
            }
        }

        private void join() {
            boolean interrupted = false;
            while (true) {
                try {
                    thread.join();
                    break;
                } catch (InterruptedException e) {
                    interrupted = true; // the call of the listener is short: that it is over is what was asked for
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        private synchronized boolean opened(FifoReader open) {
            fifo = open;
            return !ended;
        }

        private void run() {
            try (FifoReader open = FifoReader.open(path, CHUNK)) {
                if (opened(open)) {
                    skipOld(open);
                    ready.countDown();
                    read(open);
                }
            } catch (IOException e) {
                LOG.warn("The sound of a session cannot be read: {}", e.getMessage());
            } catch (RuntimeException e) {
                LOG.error("Whoever listened to a session has failed; the sound stops", e);
            }
        }

        private void skipOld(FifoReader open) throws IOException {
            for (int count = open.read(bytes, 0); count > 0; count = open.read(bytes, 0)) {
                partial = (partial + count) % SoundSink.FRAME;
            }
        }

        private void read(FifoReader open) throws IOException {
            skipPartial(open);
            for (int count = next(open); count != FifoReader.WOKEN; count = next(open)) {
                if (count == 0) {
                    pause();
                } else {
                    take(count + kept);
                }
            }
            partial = kept;
            kept = 0;
        }

        /** The rest of a frame whose beginning is gone. */
        private void skipPartial(FifoReader open) throws IOException {
            byte[] one = new byte[1];
            while (partial > 0 && open.read(one, FifoReader.FOREVER) > 0) {
                partial = (partial + 1) % SoundSink.FRAME;
            }
        }

        private int next(FifoReader open) throws IOException {
            if (kept == 0) {
                return open.read(bytes, sounding ? GAP : FifoReader.FOREVER);
            }
            byte[] more = new byte[CHUNK - kept];
            int count = open.read(more, sounding ? GAP : FifoReader.FOREVER);
            if (count > 0) {
                System.arraycopy(more, 0, bytes, kept, count);
            }
            return count;
        }

        private void take(int length) {
            int whole = length / SoundSink.FRAME * SoundSink.FRAME;
            if (isSilent(whole)) {
                silent = Math.min(REST, silent + whole);
                if (silent == REST) {
                    pause();
                }
            } else {
                silent = 0;
                sounding = true;
            }
            if (sounding && whole > 0) {
                listener.play(bytes, 0, whole);
            }
            kept = length - whole;
            System.arraycopy(bytes, whole, bytes, 0, kept);
        }

        private boolean isSilent(int length) {
            for (int i = 0; i < length; i++) {
                if (bytes[i] != 0) {
                    return false;
                }
            }
            return true;
        }

        private void pause() {
            if (sounding) {
                sounding = false;
                listener.pause();
            }
        }
    }
}
