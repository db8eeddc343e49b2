package oriel.desktop.embedded.toolkit;

import java.time.Duration;
import java.util.function.Supplier;
import oriel.contract.desktop.PointerSink;
import oriel.contract.desktop.Size;
import oriel.desktop.embedded.keyboard.Modifiers;
import oriel.desktop.embedded.toolkit.PointerEvent.Action;

/** The pointer of a stage: counts clicks, remembers the button that is held, and hands events to the scenery. */
public final class StagePointer implements PointerSink {

    private static final long DOUBLE_CLICK = Duration.ofMillis(450).toNanos();
    private static final int SAME_PLACE = 4;

    private final Stage stage;
    private final Ticker ticker;
    private final Supplier<Modifiers> modifiers;
    private int held;
    private int x;
    private int y;
    private int clicks;
    private int lastButton;
    private int lastX;
    private int lastY;
    private long lastPress;

    /**
     * Makes the pointer.
     *
     * @param stage     who gets its events
     * @param ticker    tells a double click from two
     * @param modifiers the modifier keys that are held
     */
    public StagePointer(Stage stage, Ticker ticker, Supplier<Modifiers> modifiers) {
        this.stage = stage;
        this.ticker = ticker;
        this.modifiers = modifiers;
    }

    @Override
    public void moved(int column, int row) {
        stage.update(() -> {
            if (place(column, row)) {
                send(Action.MOVED, held, 0, 0);
            }
        });
    }

    @Override
    public void button(int button, boolean down, int column, int row) {
        if (button < LEFT || button > EXTRA_2) {
            return;
        }
        stage.update(() -> {
            if (place(column, row)) {
                send(Action.MOVED, held, 0, 0);
            }
            if (down) {
                press(button);
            } else {
                release(button);
            }
        });
    }

    private void press(int button) {
        long now = ticker.nanos();
        boolean again = button == lastButton
                && now - lastPress <= DOUBLE_CLICK
                && Math.abs(x - lastX) <= SAME_PLACE
                && Math.abs(y - lastY) <= SAME_PLACE;
        clicks = again ? clicks + 1 : 1;
        lastButton = button;
        lastPress = now;
        lastX = x;
        lastY = y;
        if (held == 0) {
            held = button;
        }
        send(Action.PRESSED, button, clicks, 0);
    }

    private void release(int button) {
        if (held == button) {
            held = 0;
        }
        send(Action.RELEASED, button, 0, 0);
    }

    @Override
    public void wheel(int units, boolean horizontal, int column, int row) {
        stage.update(() -> {
            place(column, row);
            send(horizontal ? Action.WHEEL_ACROSS : Action.WHEEL, held, 0, units);
        });
    }

    @Override
    public void releaseAll() {
        stage.update(() -> {
            if (held != 0) {
                release(held);
            }
            send(Action.LEFT, 0, 0, 0);
        });
    }

    private boolean place(int column, int row) {
        Size size = stage.size();
        int newX = Math.clamp(column, 0, size.width() - 1);
        int newY = Math.clamp(row, 0, size.height() - 1);
        boolean moved = newX != x || newY != y;
        x = newX;
        y = newY;
        stage.pointerAt(x, y);
        return moved;
    }

    private void send(Action action, int button, int count, int wheel) {
        stage.scenery().pointer(new PointerEvent(action, x, y, button, count, wheel, modifiers.get()));
    }
}
