package oriel.desktop.x11.pointer;

import java.util.function.Supplier;
import oriel.contract.desktop.PointerSink;
import oriel.contract.desktop.Size;
import oriel.desktop.x11.xtest.FakeInput;

/**
 * The pointer of an X server. X has no wheels: a notch is a click of button 4 (away from the user), 5, 6 (left) or 7. Turns smaller than
 * a notch add up; turning back forgets them.
 */
public final class X11Pointer implements PointerSink {

    private static final int MIDDLE_OF_X = 2;
    private static final int RIGHT_OF_X = 3;
    private static final int WHEEL_UP = 4;
    private static final int WHEEL_DOWN = 5;
    private static final int WHEEL_LEFT = 6;
    private static final int WHEEL_RIGHT = 7;
    private static final int BACK = 8;
    private static final int FORWARD = 9;

    /** Notches of one turn that are passed on at most: no hand turns faster, a hostile client might. */
    private static final int MOST_NOTCHES = 40;

    private final FakeInput input;
    private final Supplier<Size> screen;
    private final boolean[] down = new boolean[FORWARD + 1];
    private int vertical;
    private int horizontal;

    /**
     * Makes the pointer.
     *
     * @param input  where its events go
     * @param screen how large the screen is now
     */
    public X11Pointer(FakeInput input, Supplier<Size> screen) {
        this.input = input;
        this.screen = screen;
    }

    @Override
    public void moved(int x, int y) {
        Size size = screen.get();
        input.motion(Math.clamp(x, 0, Math.max(0, size.width() - 1)), Math.clamp(y, 0, Math.max(0, size.height() - 1)));
    }

    @Override
    public synchronized void button(int button, boolean pressed, int x, int y) {
        int number = switch (button) {
            case LEFT -> 1;
            case MIDDLE -> MIDDLE_OF_X;
            case RIGHT -> RIGHT_OF_X;
            case EXTRA_1 -> BACK;
            case EXTRA_2 -> FORWARD;
            default -> 0;
        };
        moved(x, y);
        if (number != 0 && down[number] != pressed) {
            down[number] = pressed;
            input.button(number, pressed);
        }
    }

    @Override
    public synchronized void wheel(int units, boolean sideways, int x, int y) {
        moved(x, y);
        int before = sideways ? horizontal : vertical;
        int sum = Integer.signum(before) == -Integer.signum(units) ? units : before + units;
        int notches = sum / NOTCH;
        int rest = sum % NOTCH;
        if (sideways) {
            horizontal = rest;
            click(notches < 0 ? WHEEL_LEFT : WHEEL_RIGHT, Math.abs(notches));
        } else {
            vertical = rest;
            click(notches < 0 ? WHEEL_DOWN : WHEEL_UP, Math.abs(notches));
        }
    }

    private void click(int button, int times) {
        for (int i = 0; i < Math.min(times, MOST_NOTCHES); i++) {
            input.button(button, true);
            input.button(button, false);
        }
    }

    @Override
    public synchronized void releaseAll() {
        for (int button = 0; button < down.length; button++) {
            if (down[button]) {
                down[button] = false;
                input.button(button, false);
            }
        }
        vertical = 0;
        horizontal = 0;
    }
}
