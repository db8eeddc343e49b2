package oriel.desktop.embedded.windows;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import oriel.desktop.embedded.font.Face;
import oriel.desktop.embedded.keyboard.Key;
import oriel.desktop.embedded.keyboard.KeyPress;
import oriel.desktop.embedded.toolkit.Button;
import oriel.desktop.embedded.toolkit.Damage;
import oriel.desktop.embedded.toolkit.Form;
import oriel.desktop.embedded.toolkit.Icon;
import oriel.desktop.embedded.toolkit.Ink;
import oriel.desktop.embedded.toolkit.Label;
import oriel.desktop.embedded.toolkit.Palette;
import oriel.desktop.embedded.toolkit.PointerEvent;
import oriel.desktop.embedded.toolkit.PointerShape;
import oriel.desktop.embedded.toolkit.Text;

/** A box over everything else: a title, a text, and buttons. */
final class DialogBox {

    private static final int WIDTH = 440;
    private static final int PADDING = 28;
    private static final int MOST_TEXT = 4_000;

    /** A button of a box. */
    record Choice(Button.Weight weight, String caption, Runnable action) {}

    private final Damage damage;
    private final Icon icon;
    private final String title;
    private final Label label;
    private final Form form;
    private final List<Button> buttons = new ArrayList<>();
    private final Runnable escape;
    private final Rectangle bounds = new Rectangle();

    /** The last choice is what Escape means, and the first has the focus. */
    DialogBox(Damage damage, Icon icon, String title, String text, List<Choice> choices) {
        this.damage = damage;
        this.icon = icon;
        this.title = title;
        String bounded = text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) + "…" : text;
        label = new Label(Face.REGULAR, 15, Palette.INK, Label.Alignment.LEFT, bounded);
        form = new Form(damage);
        form.add(label);
        for (Choice choice : choices) {
            buttons.add(form.add(new Button(choice.weight(), choice.caption(), choice.action())));
        }
        form.focus(buttons.getFirst());
        escape = choices.getLast().action();
    }

    void place(int width, int height) {
        repaint();
        int wide = Math.min(WIDTH, width - 16);
        int inner = wide - 2 * PADDING;
        int room = Math.max(20, height - 190);
        int textHigh = Math.min(label.heightFor(inner), room);
        int high = 24 + 34 + textHigh + 26 + 38 + 24;
        bounds.setBounds((width - wide) / 2, Math.max(0, (height - high) * 2 / 5), wide, high);
        label.place(bounds.x + PADDING, bounds.y + 62, inner, textHigh);
        int right = bounds.x + wide - PADDING;
        for (Button button : buttons.reversed()) {
            int across = Math.max(96, button.preferredWidth());
            button.place(right - across, bounds.y + high - 24 - 38, across, 38);
            right -= across + 12;
        }
        repaint();
    }

    void repaint() {
        int reach = Ink.SHADOW + 6;
        damage.repaint(bounds.x - reach, bounds.y - reach, bounds.width + 2 * reach, bounds.height + 2 * reach);
    }

    void paint(Graphics2D g) {
        Rectangle b = bounds;
        Ink.shadow(g, b.x, b.y, b.width, b.height);
        Ink.round(g, b.x, b.y, b.width, b.height, 10, Palette.PAPER);
        Ink.roundTop(g, b.x, b.y, b.width, 10, 10, Palette.AMBER);
        Ink.fill(g, b.x, b.y + 5, b.width, 5, Palette.PAPER);
        icon.draw(g, b.x + PADDING, b.y + 25, 20, Palette.TEAL);
        Text.fitting(Face.MEDIUM, 18, title, b.width - 2 * PADDING - 32)
                .draw(g, b.x + PADDING + 32, b.y + 41, Palette.INK);
        form.paint(g);
    }

    void keyPressed(KeyPress press) {
        if (!form.keyPressed(press) && press.key() == Key.ESCAPE && !press.repeat()) {
            escape.run();
        }
    }

    void pointer(PointerEvent event) {
        form.pointer(event);
    }

    PointerShape pointerShape(int x, int y) {
        return form.pointerShape(x, y);
    }
}
