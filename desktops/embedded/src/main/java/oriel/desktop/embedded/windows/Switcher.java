package oriel.desktop.embedded.windows;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.List;
import java.util.Optional;
import oriel.desktop.embedded.font.Face;
import oriel.desktop.embedded.toolkit.Damage;
import oriel.desktop.embedded.toolkit.Ink;
import oriel.desktop.embedded.toolkit.Palette;
import oriel.desktop.embedded.toolkit.Text;

/** The list that Alt+Tab steps through. */
final class Switcher {

    private static final int WIDTH = 380;
    private static final int ROW = 44;
    private static final int PADDING = 10;

    private final Damage damage;
    private final Rectangle bounds = new Rectangle();
    private List<Window> windows = List.of();
    private int selected;
    private int width = 1;
    private int height = 1;

    Switcher(Damage damage) {
        this.damage = damage;
    }

    void place(int newWidth, int newHeight) {
        width = newWidth;
        height = newHeight;
        layout();
    }

    private void layout() {
        repaint();
        int most = Math.max(1, (height - TaskBar.HEIGHT - 40) / ROW);
        int high = Math.min(windows.size(), most) * ROW + 2 * PADDING;
        int wide = Math.min(WIDTH, width - 16);
        bounds.setBounds((width - wide) / 2, Math.max(0, (height - TaskBar.HEIGHT - high) / 2), wide, high);
        repaint();
    }

    boolean isOpen() {
        return !windows.isEmpty();
    }

    /** Opens on the window below the top, or goes on to the next. */
    void step(List<Window> fromTheTop, boolean back) {
        if (!isOpen()) {
            windows = List.copyOf(fromTheTop);
            selected = 0;
            layout();
        }
        if (isOpen()) {
            selected = Math.floorMod(selected + (back ? -1 : 1), windows.size());
            repaint();
        }
    }

    /** Closes. */
    Optional<Window> finish() {
        Optional<Window> chosen = isOpen() ? Optional.of(windows.get(selected)) : Optional.empty();
        repaint();
        windows = List.of();
        return chosen.filter(Window::isOpen);
    }

    private void repaint() {
        if (isOpen()) {
            int reach = Ink.SHADOW + 6;
            damage.repaint(bounds.x - reach, bounds.y - reach, bounds.width + 2 * reach, bounds.height + 2 * reach);
        }
    }

    void paint(Graphics2D g) {
        if (!isOpen()) {
            return;
        }
        Rectangle b = bounds;
        Ink.shadow(g, b.x, b.y, b.width, b.height);
        Ink.round(g, b.x, b.y, b.width, b.height, 10, Palette.NIGHT_LINE);
        Ink.round(g, b.x + 1, b.y + 1, b.width - 2, b.height - 2, 9, Palette.NIGHT);
        int rows = (b.height - 2 * PADDING) / ROW;
        int first = Math.clamp(selected - rows + 1L, 0, Math.max(0, windows.size() - rows));
        for (int i = 0; i < rows; i++) {
            Window window = windows.get(first + i);
            int top = b.y + PADDING + i * ROW;
            boolean on = first + i == selected;
            if (on) {
                Ink.round(g, b.x + PADDING, top, b.width - 2 * PADDING, ROW, 6, Palette.TEAL_DEEP);
            }
            window.icon().draw(g, b.x + PADDING + 14, top + 12, 20, on ? Palette.AMBER : Palette.MIST);
            Text.fitting(Face.MEDIUM, 15, window.title(), b.width - 2 * PADDING - 60)
                    .draw(g, b.x + PADDING + 48, top + 28, on ? Palette.SNOW : Palette.MIST);
        }
    }
}
