package oriel.desktop.x11;

import java.io.IOException;
import oriel.contract.desktop.ClientView;
import oriel.contract.desktop.Desktop;
import oriel.contract.desktop.DesktopFailedException;
import oriel.contract.desktop.DesktopProvider;
import oriel.contract.desktop.DesktopRequest;
import oriel.contract.desktop.LogonScreen;
import oriel.xsession.SessionEnd;
import oriel.xsession.StartFailedException;
import oriel.xsession.XSession;

/** Gives users real Linux desktops: each an X server and what runs on it, as a session of their own. */
public final class X11DesktopProvider implements DesktopProvider {

    private final DesktopProvider logonScreens;
    private final X11Settings settings;

    /**
     * Makes the provider. There is no X server before the user is known, so logon screens are somebody else's.
     *
     * @param logonScreens makes the logon screens
     * @param settings     what desktops are made with
     */
    public X11DesktopProvider(DesktopProvider logonScreens, X11Settings settings) {
        this.logonScreens = logonScreens;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "x11";
    }

    @Override
    public LogonScreen openLogonScreen(String hostName, ClientView view) {
        return logonScreens.openLogonScreen(hostName, view);
    }

    @Override
    public Desktop start(DesktopRequest request) throws IOException {
        var ending = new SessionEnding(request.host());
        XSession session;
        try {
            session = settings.starter().start(Orders.of(request, settings), ending);
        } catch (StartFailedException e) {
            throw new DesktopFailedException(String.valueOf(e.getMessage()), e.tail());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the start of the desktop was interrupted", e);
        }
        return connect(session, request, ending);
    }

    private Desktop connect(XSession session, DesktopRequest request, SessionEnding ending) throws IOException {
        X11Desktop desktop = null;
        try {
            desktop = X11Desktop.connect(session, request, settings.largest(), ending);
            ending.started();
            return desktop;
        } catch (IOException e) {
            SessionEnd early = ending.early();
            ending.close();
            if (desktop != null) {
                desktop.close();
            } else {
                session.stop();
            }
            throw early == null || e instanceof DesktopFailedException
                    ? e
                    : new DesktopFailedException(early.reason(), early.tail());
        }
    }
}
