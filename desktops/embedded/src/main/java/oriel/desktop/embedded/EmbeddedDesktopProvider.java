package oriel.desktop.embedded;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.contract.desktop.ClientView;
import oriel.contract.desktop.Desktop;
import oriel.contract.desktop.DesktopProvider;
import oriel.contract.desktop.DesktopRequest;
import oriel.contract.desktop.LogonMessage;
import oriel.contract.desktop.LogonQuestion;
import oriel.contract.desktop.LogonScreen;
import oriel.contract.desktop.Size;
import oriel.desktop.embedded.logon.LogonScene;
import oriel.desktop.embedded.toolkit.SystemTicker;
import oriel.desktop.embedded.windows.Programs;
import oriel.desktop.embedded.windows.WindowedDesktop;

/**
 * Makes logon screens and desktops that are drawn by this program itself. All scenes of a process share typefaces, icons
 * and one timer thread; a scene of its own costs some tens of kilobytes, whatever its size.
 */
public final class EmbeddedDesktopProvider implements DesktopProvider {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDesktopProvider.class);
    private static final int STRIP = 64;

    private final Function<String, Programs> programs;

    /** Made by {@link java.util.ServiceLoader}. */
    public EmbeddedDesktopProvider() {
        this(Optional.empty());
    }

    /**
     * Makes desktops whose programs all run as one account, if this program may run them so (it is root).
     *
     * @param shellUser name of the account; empty = the account of the session's user, where there is one
     */
    public EmbeddedDesktopProvider(Optional<String> shellUser) {
        programs = userName -> new ShellPrograms(shellUser.orElse(userName));
    }

    /**
     * Makes desktops whose programs somebody else runs.
     *
     * @param host runs them as their users
     */
    public EmbeddedDesktopProvider(TerminalHost host) {
        programs = userName -> seated(host, userName);
    }

    private static Programs seated(TerminalHost host, String userName) {
        try {
            return new SeatPrograms(host.open(userName));
        } catch (IOException e) {
            LOG.info("There are no terminals for {}: {}.", userName, e.getMessage());
            return ShellPrograms.explained(userName);
        }
    }

    @Override
    public String name() {
        return "embedded";
    }

    @Override
    public LogonScreen openLogonScreen(String hostName, ClientView view) {
        return new LogonScene(hostName, view, SystemTicker.INSTANCE);
    }

    @Override
    public Desktop start(DesktopRequest request) {
        return new WindowedDesktop(request, programs.apply(request.userName()), SystemTicker.INSTANCE);
    }

    /**
     * Draws a logon screen for nobody, so that the first client does not wait for typefaces to be loaded and drawing code to
     * be compiled. Takes a few hundred milliseconds; to be called on a thread of its own once the program listens.
     *
     * @throws InterruptedException if the thread was interrupted
     */
    public static void warmUp() throws InterruptedException {
        Size size = new Size(1024, 768);
        ClientView view = new ClientView(size, 0, Locale.ENGLISH, ZoneOffset.UTC);
        try (LogonScene scene = new LogonScene("localhost", view, SystemTicker.INSTANCE)) {
            Thread asking = Thread.ofVirtual().name("warm-up").start(() -> ask(scene));
            int[] strip = new int[size.width() * STRIP];
            for (int round = 0; round < 4; round++) {
                scene.keyboard().key(0x1E, 0, true);
                scene.keyboard().key(0x1E, 0, false);
                for (int y = 0; y < size.height(); y += STRIP) {
                    scene.screen().read(0, y, size.width(), STRIP, strip, 0, size.width());
                }
            }
            asking.interrupt();
            asking.join();
        }
    }

    private static void ask(LogonScene scene) {
        try {
            scene.askCredentials(
                    new LogonQuestion("", false, Optional.of(LogonMessage.of(LogonMessage.Kind.WRONG_CREDENTIALS))));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the warm-up is over
        }
    }
}
