package oriel.contract.desktop;

import java.io.IOException;

/** Makes desktops of one kind. Found with {@link java.util.ServiceLoader} or passed in by whoever assembles the program. */
public interface DesktopProvider {

    /**
     * The name by which configuration and session lists know this kind of desktop.
     *
     * @return a word, e.g. {@code embedded}
     */
    String name();

    /**
     * Opens a logon screen.
     *
     * @param hostName name of the host, for show
     * @param view     the client it is shown on
     * @return the screen; the caller closes it
     */
    LogonScreen openLogonScreen(String hostName, ClientView view);

    /**
     * Starts a desktop.
     *
     * @param request what is wanted
     * @return the desktop; the caller closes it when the session ends
     * @throws IOException if it could not be started; the message is shown to the user
     */
    Desktop start(DesktopRequest request) throws IOException;
}
