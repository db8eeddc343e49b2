package oriel.contract.desktop;

import java.time.Duration;

/** The desktop of a user who is logged on. It lives as long as the session, with and without a client. */
public interface Desktop extends Scene {

    /**
     * Shows a message box over everything else.
     *
     * @param title   its title
     * @param text    its text; line feeds separate lines
     * @param timeout how long it stays at most; zero = until it is answered
     */
    void message(String title, String text, Duration timeout);
}
