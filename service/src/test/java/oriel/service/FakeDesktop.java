package oriel.service;

import java.time.Duration;
import oriel.contract.desktop.Desktop;
import oriel.contract.desktop.DesktopRequest;

/** A desktop that only remembers. */
final class FakeDesktop extends FakeScene implements Desktop {

    static final int COLOUR = 0x204060;

    final DesktopRequest request;
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
    public void close() {
        onClose.run();
        super.close();
    }
}
