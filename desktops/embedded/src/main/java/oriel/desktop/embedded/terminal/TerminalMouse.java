package oriel.desktop.embedded.terminal;

import oriel.contract.desktop.PointerSink;
import oriel.desktop.embedded.keyboard.Key;
import oriel.desktop.embedded.keyboard.KeyPress;
import oriel.desktop.embedded.keyboard.Modifiers;
import oriel.desktop.embedded.toolkit.PointerEvent;

/**
 * The mouse over a terminal: it belongs to the program if that asked for it, else (or with Shift) it selects, pastes and
 * scrolls. Used under the lock of the scene only.
 */
final class TerminalMouse {

    private static final int WHEEL_ROWS = 3;
    /** More at once is a fault of somebody's; each notch costs the program bytes. */
    private static final int MOST_NOTCHES = 20;

    /** What the mouse brings about elsewhere. */
    interface Effects {

        /** Bytes for the program. */
        void send(byte[] bytes);

        /** The selection goes onto the clipboard. */
        void copy();

        /** The clipboard goes to the program. */
        void paste();
    }

    private final Terminal terminal;
    private final TerminalView view;
    private final Selection selection;
    private final Effects effects;

    private boolean selecting;
    /** The button whose press the program was told of; 0 = none. */
    private int pressed;

    private int toldColumn = -1;
    private int toldRow = -1;
    private int wheelUnits;

    TerminalMouse(Terminal terminal, TerminalView view, Selection selection, Effects effects) {
        this.terminal = terminal;
        this.view = view;
        this.selection = selection;
        this.effects = effects;
    }

    void pointer(PointerEvent event) {
        switch (event.action()) {
            case PRESSED -> pressed(event);
            case MOVED -> moved(event);
            case RELEASED -> released(event);
            case WHEEL -> wheel(event);
            case WHEEL_ACROSS, LEFT -> {}
        }
    }

    private boolean forProgram(PointerEvent event) {
        return terminal.modes.mouse() && !event.modifiers().shift() && view.scrolledBack() == 0;
    }

    private void pressed(PointerEvent event) {
        if (forProgram(event)) {
            pressed = event.button();
            tell(MouseEncoder.Action.PRESS, event.button(), event);
        } else if (event.button() == PointerSink.LEFT) {
            select(event);
        } else if (event.button() == PointerSink.MIDDLE) {
            effects.paste();
        }
    }

    private void select(PointerEvent event) {
        view.repaintSelection();
        if (event.modifiers().shift() && selection.active()) {
            selection.extend(rowAt(event), edge(event, selection.unit()));
        } else {
            Selection.Unit unit = switch ((event.clicks() - 1) % 3) {
                case 1 -> Selection.Unit.WORD;
                case 2 -> Selection.Unit.LINE;
                default -> event.modifiers().alt() ? Selection.Unit.BLOCK : Selection.Unit.CHARACTER;
            };
            selection.begin(rowAt(event), edge(event, unit), unit);
        }
        selecting = true;
        view.repaintSelection();
    }

    private long rowAt(PointerEvent event) {
        return view.topRow() + view.row(event.y());
    }

    /** Words and lines are chosen by a cell of theirs, characters by the gap between them. */
    private int edge(PointerEvent event, Selection.Unit unit) {
        return switch (unit) {
            case WORD, LINE -> view.column(event.x());
            case CHARACTER, BLOCK -> view.gap(event.x());
        };
    }

    private void moved(PointerEvent event) {
        if (selecting) {
            extend(event);
        } else if (pressed != 0 || forProgram(event)) {
            if (view.column(event.x()) != toldColumn || view.row(event.y()) != toldRow) {
                tell(MouseEncoder.Action.MOVE, event.button(), event);
            }
        }
    }

    /** Beyond the upper or lower edge the view scrolls along. */
    private void extend(PointerEvent event) {
        if (event.y() < 0) {
            view.scrollTo(view.scrolledBack() + 1);
        } else if (event.y() >= view.height()) {
            view.scrollTo(view.scrolledBack() - 1);
        }
        view.repaintSelection();
        selection.extend(rowAt(event), edge(event, selection.unit()));
        view.repaintSelection();
    }

    private void released(PointerEvent event) {
        if (event.button() == PointerSink.LEFT && selecting) {
            selecting = false;
            effects.copy();
        } else if (pressed != 0 && pressed == event.button()) {
            pressed = 0;
            tell(MouseEncoder.Action.RELEASE, event.button(), event);
        }
    }

    private void tell(MouseEncoder.Action action, int button, PointerEvent event) {
        toldColumn = view.column(event.x());
        toldRow = view.row(event.y());
        effects.send(MouseEncoder.encode(action, button, toldColumn, toldRow, event.modifiers(), terminal.modes));
    }

    private void wheel(PointerEvent event) {
        wheelUnits += event.wheel();
        int notches = wheelUnits / PointerSink.NOTCH;
        wheelUnits -= notches * PointerSink.NOTCH;
        notches = Math.clamp(notches, -MOST_NOTCHES, MOST_NOTCHES);
        if (forProgram(event)) {
            for (int i = 0; i < Math.abs(notches); i++) {
                effects.send(MouseEncoder.wheel(
                        notches > 0, view.column(event.x()), view.row(event.y()), event.modifiers(), terminal.modes));
            }
        } else if (terminal.onAlternate()) {
            arrows(notches);
        } else {
            view.scrollTo(view.scrolledBack() + notches * WHEEL_ROWS);
        }
    }

    /** A program that fills the alternate screen and does not know the mouse gets arrow keys (mode 1007). */
    private void arrows(int notches) {
        if (terminal.modes.dec(Modes.ALTERNATE_SCROLL)) {
            Key key = notches > 0 ? Key.UP : Key.DOWN;
            byte[] bytes = KeyEncoder.encode(KeyPress.of(key, Modifiers.NONE), terminal.modes);
            for (int i = 0; i < Math.abs(notches) * WHEEL_ROWS; i++) {
                effects.send(bytes);
            }
        }
    }
}
