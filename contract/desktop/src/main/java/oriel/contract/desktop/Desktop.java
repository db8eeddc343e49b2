package oriel.contract.desktop;

import java.time.Duration;
import java.util.Optional;

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

    /**
     * Facts for administrators and for the user.
     *
     * @return a snapshot
     */
    default DesktopStatus status() {
        return DesktopStatus.NOTHING_KNOWN;
    }

    /**
     * The clipboard of the programs on the desktop.
     *
     * @return the same clipboard for the life of the desktop; empty = it has none to share
     */
    default Optional<SessionClipboard> clipboard() {
        return Optional.empty();
    }

    /**
     * What the programs on the desktop play.
     *
     * @return the same source for the life of the desktop; empty = it is silent
     */
    default Optional<SoundSource> sound() {
        return Optional.empty();
    }
}
