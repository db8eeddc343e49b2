package oriel.desktop.x11.keyboard;

/**
 * Windows presses the left Ctrl key by itself when AltGr goes down, because there AltGr is Ctrl and Alt; some clients send that.
 * In X, AltGr is a modifier of its own, and with Ctrl besides there would be shortcuts in place of characters. Nobody presses two
 * keys as fast as Windows does.
 */
final class AltGr {

    private static final long TOGETHER = 30_000_000;

    private int last = Keycodes.NONE;
    private long lastTime;
    private boolean invented;

    /** A key goes down. Answers whether a Ctrl key that is down already must go up again. */
    boolean undoesCtrl(int keycode, long now) {
        boolean undoes = keycode == Keycodes.ALT_RIGHT && last == Keycodes.CTRL_LEFT && now - lastTime < TOGETHER;
        last = keycode;
        lastTime = now;
        invented |= undoes;
        return undoes;
    }

    /** Whether a press of a key is nothing but Windows' repeating itself while AltGr is held. */
    boolean invents(int keycode) {
        return invented && keycode == Keycodes.CTRL_LEFT;
    }

    /** A key goes up. */
    void released(int keycode) {
        last = Keycodes.NONE;
        if (keycode == Keycodes.ALT_RIGHT) {
            invented = false;
        }
    }
}
