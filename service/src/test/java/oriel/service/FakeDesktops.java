package oriel.service;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import oriel.contract.desktop.ClientView;
import oriel.contract.desktop.Desktop;
import oriel.contract.desktop.DesktopProvider;
import oriel.contract.desktop.DesktopRequest;
import oriel.contract.desktop.LogonScreen;

/** Makes desktops and logon screens that only remember, and hands them to the test. */
final class FakeDesktops implements DesktopProvider {

    final BlockingQueue<FakeDesktop> started = new LinkedBlockingQueue<>();
    final BlockingQueue<FakeLogonScreen> screens = new LinkedBlockingQueue<>();
    volatile String failure = "";

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public LogonScreen openLogonScreen(String hostName, ClientView view) {
        var screen = new FakeLogonScreen(view);
        screens.add(screen);
        return screen;
    }

    @Override
    public Desktop start(DesktopRequest request) throws IOException {
        if (!failure.isEmpty()) {
            throw new IOException(failure);
        }
        var desktop = new FakeDesktop(request);
        started.add(desktop);
        return desktop;
    }
}
