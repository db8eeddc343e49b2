package oriel.desktop.embedded.windows;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.List;
import oriel.contract.desktop.PointerSink;
import oriel.desktop.embedded.font.Face;
import oriel.desktop.embedded.keyboard.KeyPress;
import oriel.desktop.embedded.look.Language;
import oriel.desktop.embedded.toolkit.Damage;
import oriel.desktop.embedded.toolkit.Icon;
import oriel.desktop.embedded.toolkit.Ink;
import oriel.desktop.embedded.toolkit.Palette;
import oriel.desktop.embedded.toolkit.PointerEvent;
import oriel.desktop.embedded.toolkit.PointerEvent.Action;
import oriel.desktop.embedded.toolkit.Text;

/** The menu that rises from the bar. */
final class StartMenu {

    private static final int WIDTH = 264;
    private static final int HEADER = 68;
    private static final int ITEM = 40;
    private static final int SEPARATOR = 13;
    private static final int PADDING = 8;

    /** An entry; a line is drawn before those that begin a group. */
    record Item(Icon icon, String key, boolean beginsGroup, Runnable action) {}

    private final Damage damage;
    private final List<Item> items;
    private final Rectangle bounds = new Rectangle();
    private Language language;
    private String user = "";
    private String detail = "";
    private boolean open;
    private int selected = -1;

    StartMenu(Damage damage, Language language, List<Item> items) {
        this.damage = damage;
        this.language = language;
        this.items = items;
    }

    void speak(Language spoken) {
        language = spoken;
        repaint();
    }

    void place(int height) {
        repaint();
        int groups = (int) items.stream().filter(Item::beginsGroup).count();
        int high = HEADER + items.size() * ITEM + groups * SEPARATOR + 2 * PADDING;
        bounds.setBounds(8, Math.max(0, height - TaskBar.HEIGHT - high - 8), WIDTH, high);
        repaint();
    }

    void show(String userName, String about) {
        user = userName;
        detail = about;
        open = true;
        selected = -1;
        repaint();
    }

    void hide() {
        repaint();
        open = false;
    }

    boolean isOpen() {
        return open;
    }

    boolean contains(int x, int y) {
        return open && bounds.contains(x, y);
    }

    private void repaint() {
        if (open) {
            int reach = Ink.SHADOW + 6;
            damage.repaint(bounds.x - reach, bounds.y - reach, bounds.width + 2 * reach, bounds.height + 2 * reach);
        }
    }

    private int topOf(int item) {
        int top = bounds.y + HEADER + PADDING;
        for (int i = 0; i <= item; i++) {
            top += items.get(i).beginsGroup() ? SEPARATOR : 0;
        }
        return top + item * ITEM;
    }

    private int at(int x, int y) {
        for (int i = 0; i < items.size(); i++) {
            if (bounds.contains(x, y) && y >= topOf(i) && y < topOf(i) + ITEM) {
                return i;
            }
        }
        return -1;
    }

    private void select(int item) {
        if (item != selected) {
            repaintItem(selected);
            selected = item;
            repaintItem(selected);
        }
    }

    private void repaintItem(int item) {
        if (item >= 0) {
            damage.repaint(bounds.x, topOf(item), bounds.width, ITEM);
        }
    }

    void keyPressed(KeyPress press) {
        int count = items.size();
        switch (press.key()) {
            case DOWN -> select((selected + 1) % count);
            case TAB -> select(Math.floorMod(selected + (press.modifiers().shift() ? -1 : 1), count));
            case UP -> select(selected <= 0 ? count - 1 : selected - 1);
            case HOME -> select(0);
            case END -> select(count - 1);
            case ESCAPE -> hide();
            case ENTER, KEYPAD_ENTER -> run(selected);
            case CHARACTER -> initial(press.character());
            default -> {
                // other keys mean nothing here
            }
        }
    }

    /** A letter goes to the next entry that begins with it. */
    private void initial(int character) {
        for (int i = 1; i <= items.size(); i++) {
            int item = Math.floorMod(selected + i, items.size());
            int first = language.text(items.get(item).key()).codePointAt(0);
            if (Character.toLowerCase(first) == Character.toLowerCase(character)) {
                select(item);
                return;
            }
        }
    }

    private void run(int item) {
        if (item >= 0) {
            hide();
            items.get(item).action().run();
        }
    }

    void pointer(PointerEvent event) {
        int over = at(event.x(), event.y());
        if (event.action() == Action.MOVED || event.action() == Action.PRESSED) {
            select(over);
        }
        if (event.action() == Action.RELEASED && event.button() == PointerSink.LEFT) {
            run(over);
        }
    }

    void paint(Graphics2D g) {
        if (!open) {
            return;
        }
        Rectangle b = bounds;
        Ink.shadow(g, b.x, b.y, b.width, b.height);
        Ink.round(g, b.x, b.y, b.width, b.height, 10, Palette.NIGHT_LINE);
        Ink.round(g, b.x + 1, b.y + 1, b.width - 2, b.height - 2, 9, Palette.NIGHT);
        Ink.circle(g, b.x + 16, b.y + 16, 40, Palette.TEAL_DEEP);
        Icon.USER.draw(g, b.x + 26, b.y + 26, 20, Palette.SNOW);
        Text.fitting(Face.MEDIUM, 15, user, WIDTH - 84).draw(g, b.x + 68, b.y + 33, Palette.SNOW);
        Text.fitting(Face.REGULAR, 13, detail, WIDTH - 84).draw(g, b.x + 68, b.y + 52, Palette.MIST);
        for (int i = 0; i < items.size(); i++) {
            paintItem(g, i);
        }
    }

    private void paintItem(Graphics2D g, int index) {
        Item item = items.get(index);
        int top = topOf(index);
        int left = bounds.x + PADDING;
        if (item.beginsGroup()) {
            Ink.fill(g, left + 8, top - SEPARATOR / 2 - 1, WIDTH - 2 * PADDING - 16, 1, Palette.NIGHT_LINE);
        }
        boolean on = index == selected;
        if (on) {
            Ink.round(g, left, top, WIDTH - 2 * PADDING, ITEM, 6, Palette.NIGHT_RAISED);
        }
        Color ink = on ? Palette.SNOW : Palette.MIST;
        item.icon().draw(g, left + 12, top + 11, 18, on ? Palette.AMBER : Palette.MIST);
        Text.of(Face.REGULAR, 14, language.text(item.key())).draw(g, left + 44, top + 25, on ? ink : Palette.SNOW);
    }
}
