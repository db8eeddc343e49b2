package oriel.server.serve;

import java.io.IOException;
import java.util.function.Function;
import oriel.contract.desktop.ClientView;
import oriel.contract.desktop.Desktop;
import oriel.contract.desktop.DesktopProvider;
import oriel.contract.desktop.DesktopRequest;
import oriel.contract.desktop.LogonScreen;

/** Gives each user the kind of desktop the configuration names; logon screens are always Oriel's own. */
final class ChoosingDesktops implements DesktopProvider {

    private final String name;
    private final DesktopProvider logonScreens;
    private final Function<DesktopRequest, DesktopProvider> choice;

    /**
     * Makes the provider.
     *
     * @param name         the general kind, for show
     * @param logonScreens opens the logon screens
     * @param choice       decides for one request
     */
    ChoosingDesktops(String name, DesktopProvider logonScreens, Function<DesktopRequest, DesktopProvider> choice) {
        this.name = name;
        this.logonScreens = logonScreens;
        this.choice = choice;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public LogonScreen openLogonScreen(String hostName, ClientView view) {
        return logonScreens.openLogonScreen(hostName, view);
    }

    @Override
    public Desktop start(DesktopRequest request) throws IOException {
        return choice.apply(request).start(request);
    }
}
