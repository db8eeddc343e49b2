package oriel.rdp;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import oriel.contract.desktop.PointerSink;
import oriel.rdp.codec.input.InputEvent;
import oriel.rdp.codec.input.InputEvent.ExtendedMouse;
import oriel.rdp.codec.input.InputEvent.Mouse;
import oriel.rdp.codec.input.InputEvent.QoeTimestamp;
import oriel.rdp.codec.input.InputEvent.RelativeMouse;
import oriel.rdp.codec.input.InputEvent.Scancode;
import oriel.rdp.codec.input.InputEvent.Synchronize;
import oriel.rdp.codec.input.InputEvent.Unicode;
import oriel.rdp.codec.input.PointerFlags;

/**
 * Turns what the client types and points at into what the session's keyboard and mouse take ([MS-RDPBCGR] 2.2.8.1). Fed by the
 * reading thread alone; the ports may change from other threads.
 */
final class InputDispatcher {

    private static final int PREFIX_E0 = 0xE0;
    private static final int PREFIX_E1 = 0xE1;

    /** Second half of Pause on the wire: 0xE1 0x1D, 0x45. */
    private static final int PAUSE_TAIL = 0x45;

    private static final int LARGEST_MAKE_CODE = 0x7F;

    private volatile KeyboardPort keyboard = new KeyboardPort();
    private volatile PointerPort pointer = new PointerPort();
    private volatile long lastInput = System.nanoTime();

    private boolean pauseHalfDone;
    private char highSurrogate;
    private int x;
    private int y;

    /** From now on input goes to these ports. */
    void attach(KeyboardPort newKeyboard, PointerPort newPointer) {
        keyboard = newKeyboard;
        pointer = newPointer;
    }

    Duration sinceLastInput() {
        return Duration.ofMillis(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastInput));
    }

    void take(List<InputEvent> events) {
        lastInput = System.nanoTime();
        events.forEach(this::take);
    }

    private void take(InputEvent event) {
        switch (event) {
            case Scancode key -> scancode(key);
            case Unicode key -> unicode(key);
            case Mouse mouse -> mouse(mouse);
            case ExtendedMouse mouse -> extendedMouse(mouse);
            case RelativeMouse mouse -> relativeMouse(mouse);
            case Synchronize locks -> synchronize(locks);
            case QoeTimestamp _ -> {
                // a measurement of the client's own
            }
        }
    }

    /** The code that follows 0xE1 0x1D would be Num Lock if it stood alone; it is swallowed. */
    private void scancode(Scancode key) {
        boolean tail = pauseHalfDone && key.keyCode() == PAUSE_TAIL && !key.extended();
        pauseHalfDone = key.extended1();
        if (tail || key.keyCode() == 0 || key.keyCode() > LARGEST_MAKE_CODE) {
            return;
        }
        int prefix = key.extended1() ? PREFIX_E1 : key.extended() ? PREFIX_E0 : 0;
        keyboard.deliver(sink -> sink.key(key.keyCode(), prefix, !key.released()));
    }

    private void unicode(Unicode key) {
        char unit = (char) key.unicodeCode();
        if (Character.isHighSurrogate(unit)) {
            highSurrogate = unit;
            return;
        }
        int codePoint = Character.isLowSurrogate(unit) ? Character.toCodePoint(highSurrogate, unit) : unit;
        if (Character.isDefined(codePoint)) {
            keyboard.deliver(sink -> sink.character(codePoint, !key.released()));
        }
    }

    /** All keys are up, the locks are as the client says (2.2.8.1.1.3.1.1.5). */
    private void synchronize(Synchronize locks) {
        keyboard.deliver(sink -> {
            sink.releaseAll();
            sink.locks(
                    locks.has(Synchronize.SCROLL_LOCK),
                    locks.has(Synchronize.NUM_LOCK),
                    locks.has(Synchronize.CAPS_LOCK),
                    locks.has(Synchronize.KANA_LOCK));
        });
    }

    private void mouse(Mouse mouse) {
        if (mouse.has(PointerFlags.WHEEL) || mouse.has(PointerFlags.HORIZONTAL_WHEEL)) {
            wheel(mouse);
            return;
        }
        x = mouse.x();
        y = mouse.y();
        if (mouse.has(PointerFlags.MOVE)) {
            moved();
        }
        boolean down = mouse.has(PointerFlags.DOWN);
        button(mouse.has(PointerFlags.BUTTON1), PointerSink.LEFT, down);
        button(mouse.has(PointerFlags.BUTTON2), PointerSink.RIGHT, down);
        button(mouse.has(PointerFlags.BUTTON3), PointerSink.MIDDLE, down);
    }

    /** Clients do not fill in the position of wheel events: the last known one counts. */
    private void wheel(Mouse mouse) {
        boolean horizontal = mouse.has(PointerFlags.HORIZONTAL_WHEEL);
        pointer.deliver(sink -> sink.wheel(mouse.wheelRotation(), horizontal, x, y));
    }

    private void extendedMouse(ExtendedMouse mouse) {
        x = mouse.x();
        y = mouse.y();
        boolean down = mouse.has(PointerFlags.DOWN);
        button(mouse.has(PointerFlags.XBUTTON1), PointerSink.EXTRA_1, down);
        button(mouse.has(PointerFlags.XBUTTON2), PointerSink.EXTRA_2, down);
    }

    private void relativeMouse(RelativeMouse mouse) {
        x = Math.clamp((long) x + mouse.deltaX(), 0, 0xFFFF);
        y = Math.clamp((long) y + mouse.deltaY(), 0, 0xFFFF);
        mouse(new Mouse(mouse.pointerFlags() | PointerFlags.MOVE, x, y));
    }

    private void moved() {
        pointer.deliver(sink -> sink.moved(x, y));
    }

    private void button(boolean named, int button, boolean down) {
        if (named) {
            pointer.deliver(sink -> sink.button(button, down, x, y));
        }
    }
}
