package oriel.service;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import oriel.contract.desktop.Desktop;
import oriel.contract.desktop.DesktopRequest;
import oriel.contract.desktop.SessionClipboard;
import oriel.contract.desktop.SoundSink;
import oriel.contract.desktop.SoundSource;

/** A desktop that only remembers. */
final class FakeDesktop extends FakeScene implements Desktop {

    static final int COLOUR = 0x204060;

    final DesktopRequest request;
    final FakeClipboard clipboard = new FakeClipboard();
    final BlockingQueue<SoundSink> listeners = new LinkedBlockingQueue<>();
    final CountDownLatch silenced = new CountDownLatch(1);
    volatile Runnable onClose = () -> {};

    FakeDesktop(DesktopRequest request) {
        super(request.view(), COLOUR);
        this.request = request;
    }

    @Override
    public void message(String title, String text, Duration timeout) {
        heard.add("message " + title + ": " + text);
    }

    @Override
    public Optional<SessionClipboard> clipboard() {
        return Optional.of(clipboard);
    }

    @Override
    public Optional<SoundSource> sound() {
        return Optional.of(new SoundSource() {
            @Override
            public void listen(SoundSink listener) {
                listeners.add(listener);
            }

            @Override
            public void silence() {
                silenced.countDown();
            }
        });
    }

    @Override
    public void close() {
        onClose.run();
        super.close();
    }
}
