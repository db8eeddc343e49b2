package oriel.desktop.embedded.toolkit;

import java.awt.Color;
import java.awt.Graphics2D;
import oriel.contract.desktop.PointerSink;
import oriel.desktop.embedded.font.Face;
import oriel.desktop.embedded.keyboard.Key;
import oriel.desktop.embedded.keyboard.KeyPress;

/** Something to press, with a word on it. */
public final class Button extends Widget {

    /** How much a button stands out. */
    public enum Weight {
        /** The one that does what the form is for. */
        PRIMARY,
        /** An ordinary one. */
        PLAIN,
        /** One that destroys. */
        DANGER,
        /** A word only, on paper. */
        LINK,
        /** A word only, on dark ground. */
        DARK_LINK
    }

    private static final int RADIUS = 6;

    private final Weight weight;
    private final Runnable action;
    private String caption;
    private boolean down;

    /**
     * Makes a button.
     *
     * @param weight  how much it stands out
     * @param caption the word on it
     * @param action  what pressing it does, under the lock of the stage
     */
    public Button(Weight weight, String caption, Runnable action) {
        this.weight = weight;
        this.caption = caption;
        this.action = action;
    }

    /**
     * Changes the word.
     *
     * @param word the word on it
     */
    public void caption(String word) {
        if (!caption.equals(word)) {
            caption = word;
            repaint();
        }
    }

    /**
     * Width that suits the word.
     *
     * @return pixels
     */
    public int preferredWidth() {
        return Text.of(Face.MEDIUM, 14, caption).width() + (isLink() ? 16 : 40);
    }

    private boolean isLink() {
        return weight == Weight.LINK || weight == Weight.DARK_LINK;
    }

    @Override
    protected boolean focusable() {
        return true;
    }

    @Override
    protected PointerShape pointerShape(int column, int row) {
        return PointerShape.HAND;
    }

    @Override
    protected boolean keyPressed(KeyPress press) {
        boolean space = press.key() == Key.CHARACTER && press.character() == ' ';
        boolean enter = press.key() == Key.ENTER || press.key() == Key.KEYPAD_ENTER;
        if (!(space || enter) || press.modifiers().command()) {
            return false;
        }
        if (!press.repeat()) {
            action.run();
        }
        return true;
    }

    @Override
    protected void pointer(PointerEvent event) {
        boolean left = event.button() == PointerSink.LEFT;
        if (event.action() == PointerEvent.Action.PRESSED && left) {
            down = true;
            repaint();
        } else if (event.action() == PointerEvent.Action.RELEASED && left && down) {
            down = false;
            repaint();
            if (event.x() >= 0 && event.x() < width() && event.y() >= 0 && event.y() < height()) {
                action.run();
            }
        }
    }

    @Override
    protected void paint(Graphics2D g) {
        Text word = Text.fitting(Face.MEDIUM, 14, caption, width() - 12);
        int left = (width() - word.width()) / 2;
        int baseline = height() / 2 + 5;
        if (isLink()) {
            paintLink(g, word, left, baseline);
            return;
        }
        boolean plain = weight == Weight.PLAIN;
        if (plain) {
            Ink.round(g, 0, 0, width(), height(), RADIUS, enabled() ? Palette.FIELD_LINE : Palette.PAPER_LINE);
            Ink.round(g, 1, 1, width() - 2, height() - 2, RADIUS - 1, ground());
        } else {
            Ink.round(g, 0, 0, width(), height(), RADIUS, ground());
        }
        Color ink = !enabled() ? Palette.INK_SOFT : plain ? Palette.INK : Color.WHITE;
        word.draw(g, left, baseline, ink);
        if (focused()) {
            Ink.ring(g, -3, -3, width() + 6, height() + 6, RADIUS + 3, 2, accent());
        }
    }

    private void paintLink(Graphics2D g, Text word, int left, int baseline) {
        boolean dark = weight == Weight.DARK_LINK;
        Color quiet = dark ? Palette.SNOW : Palette.TEAL;
        Color lively = dark ? Palette.AMBER : Palette.TEAL_DEEP;
        Color ink = !enabled() ? (dark ? Palette.MIST : Palette.INK_SOFT) : hovered() ? lively : quiet;
        word.draw(g, left, baseline, ink);
        if (hovered() && enabled()) {
            Ink.fill(g, left, baseline + 3, word.width(), 1, ink);
        }
        if (focused()) {
            Ink.ring(g, 0, 0, width(), height(), RADIUS, 2, dark ? Palette.AMBER : Palette.TEAL);
        }
    }

    private Color accent() {
        return weight == Weight.DANGER ? Palette.RED : Palette.TEAL;
    }

    private Color ground() {
        if (!enabled()) {
            return Palette.PAPER_LINE;
        }
        boolean pressed = down && hovered();
        return switch (weight) {
            case PRIMARY -> pressed ? Palette.TEAL_DEEP : hovered() ? Palette.TEAL_LIGHT : Palette.TEAL;
            case DANGER -> hovered() ? Palette.RED_LIGHT : Palette.RED;
            default -> pressed ? Palette.PAPER_LINE : hovered() ? Palette.PAPER_SHADE : Palette.PAPER;
        };
    }
}
