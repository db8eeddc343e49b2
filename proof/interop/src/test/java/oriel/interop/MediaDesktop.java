package oriel.interop;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import oriel.contract.desktop.ClientView;
import oriel.contract.desktop.ClipboardContent;
import oriel.contract.desktop.ClipboardSink;
import oriel.contract.desktop.Desktop;
import oriel.contract.desktop.KeyboardSink;
import oriel.contract.desktop.PointerSink;
import oriel.contract.desktop.Screen;
import oriel.contract.desktop.SessionClipboard;
import oriel.contract.desktop.SoundSink;
import oriel.contract.desktop.SoundSource;

/** A desktop whose clipboard and sound are in the test's hand. */
record MediaDesktop(Desktop inner, Clipboard board, Sound played) implements Desktop {

    MediaDesktop(Desktop inner) {
        this(inner, new Clipboard(), new Sound());
    }

    /** The clipboard of the session. */
    static final class Clipboard implements SessionClipboard {

        private final LinkedBlockingQueue<ClipboardContent> offers = new LinkedBlockingQueue<>();
        private final AtomicReference<@Nullable ClipboardSink> client = new AtomicReference<>();

        @Override
        public void offer(ClipboardContent content) {
            offers.add(content);
        }

        @Override
        public void watch(ClipboardSink sink) {
            client.set(sink);
        }

        @Override
        public void unwatch() {
            client.set(null);
        }

        /** A program copies something. */
        void copy(ClipboardContent content) throws Exception {
            Tool.await("a client that shares its clipboard", Duration.ofSeconds(60), () -> client.get() != null);
            Objects.requireNonNull(client.get()).offer(content);
        }

        /** The next thing the client has copied. */
        ClipboardContent offered(String context) throws InterruptedException {
            ClipboardContent content = offers.poll(20, TimeUnit.SECONDS);
            if (content == null) {
                throw new AssertionError("the client offers nothing: " + context);
            }
            return content;
        }
    }

    /** The sound of the session. */
    static final class Sound implements SoundSource {

        private final AtomicReference<@Nullable SoundSink> listener = new AtomicReference<>();

        @Override
        public void listen(SoundSink sink) {
            listener.set(sink);
        }

        @Override
        public void silence() {
            listener.set(null);
        }

        /** Plays a tone on each side, in real time, as a sound server does. */
        void play(double left, double right, Duration length) throws Exception {
            Tool.await("a client that plays sound", Duration.ofSeconds(60), () -> listener.get() != null);
            SoundSink sink = Objects.requireNonNull(listener.get());
            int frames = SoundSink.RATE / 50;
            byte[] samples = new byte[frames * SoundSink.FRAME];
            long begin = System.nanoTime();
            for (long frame = 0; frame < length.toMillis() * SoundSink.RATE / 1000; frame += frames) {
                for (int i = 0; i < frames; i++) {
                    put(samples, 4 * i, left, frame + i);
                    put(samples, 4 * i + 2, right, frame + i);
                }
                sink.play(samples, 0, samples.length);
                TimeUnit.NANOSECONDS.sleep(
                        begin + (frame + frames) * 1_000_000_000L / SoundSink.RATE - System.nanoTime());
            }
            sink.pause();
        }

        private static void put(byte[] samples, int at, double hertz, long frame) {
            int value = (int) (10_000 * Math.sin(2 * Math.PI * hertz * frame / SoundSink.RATE));
            samples[at] = (byte) value;
            samples[at + 1] = (byte) (value >> 8);
        }
    }

    @Override
    public Optional<SessionClipboard> clipboard() {
        return Optional.of(board);
    }

    @Override
    public Optional<SoundSource> sound() {
        return Optional.of(played);
    }

    @Override
    public void message(String title, String text, Duration timeout) {
        inner.message(title, text, timeout);
    }

    @Override
    public Screen screen() {
        return inner.screen();
    }

    @Override
    public KeyboardSink keyboard() {
        return inner.keyboard();
    }

    @Override
    public PointerSink pointer() {
        return inner.pointer();
    }

    @Override
    public void adapt(ClientView view) {
        inner.adapt(view);
    }

    @Override
    public void close() {
        inner.close();
    }
}
