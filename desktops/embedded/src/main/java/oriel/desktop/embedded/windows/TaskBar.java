package oriel.desktop.embedded.windows;

import java.awt.Color;
import java.awt.Graphics2D;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import oriel.contract.desktop.PointerSink;
import oriel.desktop.embedded.font.Face;
import oriel.desktop.embedded.look.Language;
import oriel.desktop.embedded.look.Logo;
import oriel.desktop.embedded.toolkit.Damage;
import oriel.desktop.embedded.toolkit.Icon;
import oriel.desktop.embedded.toolkit.Ink;
import oriel.desktop.embedded.toolkit.Palette;
import oriel.desktop.embedded.toolkit.PointerEvent;
import oriel.desktop.embedded.toolkit.PointerEvent.Action;
import oriel.desktop.embedded.toolkit.Text;

/** The bar at the foot of the desktop: menu, windows, session, time. */
final class TaskBar {

    static final int HEIGHT = 44;

    private static final int MENU = 112;
    private static final int WIDEST = 210;
    private static final int GAP = 4;

    /** What pressing something on the bar does. */
    interface Actions {
        void menu();

        void window(Window window);

        void session();
    }

    private final Damage damage;
    private final WindowManager windows;
    private final Actions actions;
    private Language language;
    private ZoneId zone;
    private Instant now;
    private String session = "";
    private boolean menuOpen;
    private int width = 1;
    private int top;
    private int hovered = -1;

    TaskBar(Damage damage, WindowManager windows, Actions actions, Language language, ZoneId zone, Instant now) {
        this.damage = damage;
        this.windows = windows;
        this.actions = actions;
        this.language = language;
        this.zone = zone;
        this.now = now;
    }

    void place(int newWidth, int height) {
        width = newWidth;
        top = height - HEIGHT;
        repaint();
    }

    void adapt(Language spoken, ZoneId newZone) {
        language = spoken;
        zone = newZone;
        repaint();
    }

    void tick(Instant time) {
        now = time;
        repaint(); // a longer date moves what is beside it
    }

    /** What is said of the session, e.g. its user and protocol. */
    void session(String text) {
        if (!session.equals(text)) {
            session = text;
            repaint();
        }
    }

    void menuOpen(boolean open) {
        if (menuOpen != open) {
            menuOpen = open;
            damage.repaint(0, top, MENU, HEIGHT);
        }
    }

    void repaint() {
        damage.repaint(0, top, width, HEIGHT);
    }

    int top() {
        return top;
    }

    private int clockWidth() {
        int time = Text.of(Face.MEDIUM, 15, language.time(now, zone)).width();
        return time + (width > 760 ? dateText().width() + 12 : 0) + 32;
    }

    private Text dateText() {
        return Text.of(Face.REGULAR, 13, language.date(now, zone));
    }

    private int sessionWidth() {
        return width > 620 ? Text.of(Face.REGULAR, 13, session).width() + 48 : 40;
    }

    private int buttonsLeft() {
        return MENU + 12;
    }

    private int buttonWidth() {
        int count = Math.max(1, windows.byAge().size());
        int room = width - clockWidth() - sessionWidth() - buttonsLeft() - 8;
        return Math.max(36, Math.min(WIDEST, room / count - GAP));
    }

    /** −1 nothing, 0 menu, 1 session, 2 … the windows by age. */
    private int at(int x, int y) {
        if (y < top || y >= top + HEIGHT) {
            return -1;
        }
        if (x < MENU) {
            return 0;
        }
        int sessionLeft = width - clockWidth() - sessionWidth();
        if (x >= sessionLeft && x < sessionLeft + sessionWidth()) {
            return 1;
        }
        int index = Math.floorDiv(x - buttonsLeft(), buttonWidth() + GAP);
        return x < sessionLeft && index >= 0 && index < windows.byAge().size() ? index + 2 : -1;
    }

    boolean contains(int y) {
        return y >= top;
    }

    void pointer(PointerEvent event) {
        int over = event.action() == Action.LEFT ? -1 : at(event.x(), event.y());
        if (over != hovered) {
            hovered = over;
            repaint();
        }
        if (event.action() == Action.PRESSED && event.button() == PointerSink.LEFT) {
            press(over);
        } else if (event.action() == Action.PRESSED && event.button() == PointerSink.MIDDLE && over >= 2) {
            windows.askToClose(windows.byAge().get(over - 2));
        }
    }

    private void press(int what) {
        switch (what) {
            case -1 -> {
                // bare wood
            }
            case 0 -> actions.menu();
            case 1 -> actions.session();
            default -> actions.window(windows.byAge().get(what - 2));
        }
    }

    void paint(Graphics2D g) {
        if (!g.getClipBounds().intersects(0, top, width, HEIGHT)) {
            return;
        }
        Ink.fill(g, 0, top, width, HEIGHT, Palette.NIGHT);
        Ink.fill(g, 0, top, width, 1, Palette.NIGHT_LINE);
        if (menuOpen || hovered == 0) {
            Ink.round(g, 6, top + 6, MENU - 12, HEIGHT - 12, 6, menuOpen ? Palette.TEAL_DEEP : Palette.NIGHT_RAISED);
        }
        Logo.draw(g, 16, top + 10, 24);
        Text.of(Face.MEDIUM, 15, language.text("menu.open")).draw(g, 48, top + 27, Palette.SNOW);
        Ink.fill(g, MENU + 3, top + 12, 1, HEIGHT - 24, Palette.NIGHT_LINE);
        paintWindows(g);
        paintSession(g);
        paintClock(g);
    }

    private void paintWindows(Graphics2D g) {
        List<Window> all = windows.byAge();
        int wide = buttonWidth();
        @Nullable Window active = windows.active();
        for (int i = 0; i < all.size(); i++) {
            Window window = all.get(i);
            int left = buttonsLeft() + i * (wide + GAP);
            boolean on = window == active;
            if (on || hovered == i + 2) {
                Ink.round(g, left, top + 6, wide, HEIGHT - 12, 6, Palette.NIGHT_RAISED);
            }
            if (on) {
                Ink.fill(g, left + 10, top + HEIGHT - 6, wide - 20, 2, Palette.AMBER);
            } else if (!window.minimised()) {
                Ink.fill(g, left + wide / 2 - 6, top + HEIGHT - 6, 12, 2, Palette.INK_SOFT);
            }
            Color ink = on ? Palette.SNOW : Palette.MIST;
            window.icon().draw(g, left + 10, top + 14, 16, ink);
            if (wide > 60) {
                Text.fitting(Face.REGULAR, 13, window.title(), wide - 44).draw(g, left + 34, top + 27, ink);
            }
        }
    }

    private void paintSession(Graphics2D g) {
        int left = width - clockWidth() - sessionWidth();
        if (hovered == 1) {
            Ink.round(g, left, top + 6, sessionWidth(), HEIGHT - 12, 6, Palette.NIGHT_RAISED);
        }
        Icon.PULSE.draw(g, left + 12, top + 14, 16, Palette.GREEN);
        if (width > 620) {
            Text.of(Face.REGULAR, 13, session).draw(g, left + 36, top + 27, Palette.MIST);
        }
    }

    private void paintClock(Graphics2D g) {
        Text time = Text.of(Face.MEDIUM, 15, language.time(now, zone));
        int right = width - 16;
        time.draw(g, right - time.width(), top + 27, Palette.SNOW);
        if (width > 760) {
            Text date = dateText();
            date.draw(g, right - time.width() - 12 - date.width(), top + 27, Palette.MIST);
        }
    }
}
