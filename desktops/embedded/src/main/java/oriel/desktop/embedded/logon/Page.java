package oriel.desktop.embedded.logon;

import java.awt.Graphics2D;
import oriel.desktop.embedded.keyboard.KeyPress;
import oriel.desktop.embedded.look.Language;
import oriel.desktop.embedded.toolkit.Form;

/** What stands on the card of the logon screen. All methods are called while the stage is locked. */
interface Page {

    /** The page is on the card now. */
    void install(Form form);

    /** The page is not on the card any more: secrets are wiped, appointments cancelled. */
    void removed();

    /** Speaks a language from now on. */
    void speak(Language language);

    /** Height the page needs, in pixels; {@code tight} on small screens. */
    int height(int width, boolean tight);

    /** Puts the page's widgets into place; the card is drawn anew afterwards. */
    void place(int x, int y, int width, boolean tight);

    /** Draws what is no widget. */
    void paint(Graphics2D g);

    /** Takes a key that no widget wanted. */
    void keyPressed(KeyPress press);

    /** Caps Lock may have changed. */
    default void capsLock(boolean on) {
        // only a page with a password cares
    }
}
