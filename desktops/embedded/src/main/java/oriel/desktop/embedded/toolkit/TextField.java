package oriel.desktop.embedded.toolkit;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.util.Arrays;
import oriel.contract.desktop.PointerSink;
import oriel.desktop.embedded.font.Face;
import oriel.desktop.embedded.keyboard.KeyPress;
import oriel.desktop.embedded.keyboard.Modifiers;

/**
 * One line to type into, in plain sight or, as a password, behind dots. The text is kept in one array that is overwritten
 * when it is wiped; a password is never made a string.
 */
public final class TextField extends Widget {

    /** Where a field takes and leaves copied text. */
    public interface Clipboard {

        /**
         * What was copied.
         *
         * @return text, or empty
         */
        String get();

        /**
         * Copies.
         *
         * @param text the text
         */
        void set(String text);
    }

    private static final int SIZE = 15;
    private static final int PADDING = 12;
    private static final int EYE = 34;
    private static final int RADIUS = 6;

    private final EditBuffer buffer;
    private final boolean secret;
    private final Clipboard clipboard;
    private String placeholder = "";
    private boolean revealed;
    private boolean selecting;
    private int scroll;

    /**
     * Makes a field.
     *
     * @param longest   most characters it holds
     * @param secret    whether it is a password
     * @param clipboard where it takes and leaves copied text
     */
    public TextField(int longest, boolean secret, Clipboard clipboard) {
        this.buffer = new EditBuffer(longest);
        this.secret = secret;
        this.clipboard = clipboard;
    }

    /**
     * What an empty field says.
     *
     * @param hint a word or two
     */
    public void placeholder(String hint) {
        placeholder = hint;
        repaint();
    }

    /**
     * Puts a text into the field and the caret behind it.
     *
     * @param text cut to the field's length
     */
    public void text(String text) {
        buffer.clear();
        buffer.insert(text);
        changed();
    }

    /**
     * The text, of a field that is no password.
     *
     * @return the text
     */
    public String text() {
        if (secret) {
            throw new IllegalStateException("a password is no string");
        }
        return new String(buffer.copy());
    }

    /**
     * The text.
     *
     * @return a copy that the caller wipes
     */
    public char[] characters() {
        return buffer.copy();
    }

    /**
     * Whether nothing is in the field.
     *
     * @return whether it is empty
     */
    public boolean isEmpty() {
        return buffer.length() == 0;
    }

    /** Overwrites and empties the field. */
    public void wipe() {
        buffer.clear();
        revealed = false;
        changed();
    }

    /** Selects all of the text. */
    public void selectAll() {
        buffer.selectAll();
        changed();
    }

    /** Shows the password, or hides it again. */
    public void toggleReveal() {
        revealed = !revealed;
        changed();
    }

    @Override
    public void place(int left, int top, int across, int down) {
        super.place(left, top, across, down);
        changed();
    }

    @Override
    protected boolean focusable() {
        return true;
    }

    @Override
    protected PointerShape pointerShape(int column, int row) {
        return overEye(column) ? PointerShape.HAND : PointerShape.TEXT;
    }

    private boolean overEye(int column) {
        return secret && column >= width() - EYE;
    }

    @Override
    protected boolean keyPressed(KeyPress press) {
        boolean used = edit(press) || navigate(press);
        if (used) {
            changed();
        }
        return used;
    }

    private boolean edit(KeyPress press) {
        Modifiers held = press.modifiers();
        if (press.types()) {
            buffer.insert(press.text());
        } else if (press.is('a', Modifiers.CTRL)) {
            buffer.selectAll();
        } else if (press.is('c', Modifiers.CTRL)) {
            copy();
        } else if (press.is('x', Modifiers.CTRL)) {
            copy();
            if (!secret) {
                buffer.deleteSelection();
            }
        } else if (press.is('v', Modifiers.CTRL)) {
            paste();
        } else {
            return delete(press, held);
        }
        return true;
    }

    private boolean delete(KeyPress press, Modifiers held) {
        boolean byWord = held.ctrl() && !secret;
        switch (press.key()) {
            case BACKSPACE -> buffer.deleteTo(byWord ? buffer.wordLeft() : buffer.left());
            case DELETE -> buffer.deleteTo(byWord ? buffer.wordRight() : buffer.right());
            default -> {
                return false;
            }
        }
        return true;
    }

    private void paste() {
        String copied = clipboard.get();
        if (!copied.isEmpty()) {
            buffer.insert(copied);
        }
    }

    private void copy() {
        if (!secret && buffer.hasSelection()) {
            clipboard.set(buffer.selection());
        }
    }

    private boolean navigate(KeyPress press) {
        Modifiers held = press.modifiers();
        if (held.alt() || held.meta()) {
            return false;
        }
        boolean byWord = held.ctrl() && !secret;
        int target;
        switch (press.key()) {
            case LEFT -> target = byWord ? buffer.wordLeft() : buffer.left();
            case RIGHT -> target = byWord ? buffer.wordRight() : buffer.right();
            case HOME -> target = 0;
            case END -> target = buffer.length();
            default -> {
                return false;
            }
        }
        buffer.moveTo(target, held.shift());
        return true;
    }

    @Override
    protected void pointer(PointerEvent event) {
        boolean left = event.button() == PointerSink.LEFT;
        switch (event.action()) {
            case PRESSED -> {
                if (left && overEye(event.x())) {
                    toggleReveal();
                } else if (left) {
                    pressed(event);
                }
            }
            case MOVED -> {
                if (left && selecting) {
                    buffer.moveTo(indexAt(event.x()), true);
                    changed();
                }
            }
            case RELEASED -> selecting = false;
            default -> {
                // the wheel means nothing here
            }
        }
    }

    private void pressed(PointerEvent event) {
        if (event.clicks() >= 3 || (event.clicks() == 2 && secret)) {
            buffer.selectAll();
        } else if (event.clicks() == 2) {
            buffer.selectWord(indexAt(event.x()));
        } else {
            buffer.moveTo(indexAt(event.x()), event.modifiers().shift());
            selecting = true;
        }
        changed();
    }

    /**
     * Something beside the field changed that is drawn by others.
     *
     * @param below how far below the field it reaches, in pixels
     */
    public void hintChanged(int below) {
        repaintBelow(below);
    }

    private int indexAt(int column) {
        return shownText().indexAt(column - PADDING + scroll);
    }

    private void changed() {
        int room = Math.max(1, width() - 2 * PADDING - (secret ? EYE - PADDING : 0));
        Text text = shownText();
        int caret = text.edge(buffer.caret());
        scroll = Math.clamp(scroll, Math.max(0, caret - room + 1), Math.max(0, caret));
        scroll = Math.min(scroll, Math.max(0, text.width() - room + 1));
        repaint();
    }

    private Text shownText() {
        if (secret && !revealed) {
            return Text.of(Face.REGULAR, SIZE, "•".repeat(buffer.length()));
        }
        char[] characters = buffer.copy();
        Text text = Text.ofSecret(Face.REGULAR, SIZE, characters);
        Arrays.fill(characters, '\0');
        return text;
    }

    @Override
    protected void paint(Graphics2D g) {
        Color line = focused() ? Palette.TEAL : hovered() && enabled() ? Palette.INK_SOFT : Palette.FIELD_LINE;
        int thick = focused() ? 2 : 1;
        Ink.round(g, 0, 0, width(), height(), RADIUS, line);
        Color ground = enabled() ? Color.WHITE : Palette.PAPER_SHADE;
        Ink.round(g, thick, thick, width() - 2 * thick, height() - 2 * thick, RADIUS - thick, ground);
        if (focused()) {
            Ink.ring(g, -2, -2, width() + 4, height() + 4, RADIUS + 2, 2, Palette.TEAL_TINT);
        }
        if (secret) {
            Icon eye = revealed ? Icon.EYE_SHUT : Icon.EYE;
            eye.draw(g, width() - EYE + 8, height() / 2 - 9, 18, Palette.INK_SOFT);
        }
        Shape clip = g.getClip();
        g.clipRect(PADDING - 1, 2, width() - 2 * PADDING - (secret ? EYE - PADDING : 0) + 2, height() - 4);
        paintText(g);
        g.setClip(clip);
    }

    private void paintText(Graphics2D g) {
        int baseline = height() / 2 + 5;
        if (isEmpty()) {
            Text.of(Face.REGULAR, SIZE, placeholder).draw(g, PADDING, baseline, Palette.INK_SOFT);
        }
        Text text = shownText();
        int left = PADDING - scroll;
        if (buffer.hasSelection() && focused()) {
            int from = left + text.edge(buffer.selectionStart());
            int to = left + text.edge(buffer.selectionEnd());
            Ink.fill(g, from, height() / 2 - 11, to - from, 22, Palette.TEAL_TINT);
        }
        text.draw(g, left, baseline, enabled() ? Palette.INK : Palette.INK_SOFT);
        if (focused() && enabled()) {
            Ink.fill(g, left + text.edge(buffer.caret()), height() / 2 - 10, 1, 20, Palette.INK);
        }
    }
}
