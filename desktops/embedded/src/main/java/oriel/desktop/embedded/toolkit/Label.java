package oriel.desktop.embedded.toolkit;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;
import oriel.desktop.embedded.font.Face;

/** Text to be read, broken into lines that fit. */
public final class Label extends Widget {

    /** Where the lines stand. */
    public enum Alignment {
        /** At the left edge. */
        LEFT,
        /** In the middle. */
        CENTRE,
        /** At the right edge. */
        RIGHT
    }

    private final Face face;
    private final int pixels;
    private final Color color;
    private final Alignment alignment;
    private String string;

    /**
     * Makes a label.
     *
     * @param face      typeface
     * @param pixels    size
     * @param color     colour
     * @param alignment where the lines stand
     * @param string    the text
     */
    public Label(Face face, int pixels, Color color, Alignment alignment, String string) {
        this.face = face;
        this.pixels = pixels;
        this.color = color;
        this.alignment = alignment;
        this.string = string;
    }

    /**
     * Changes the text.
     *
     * @param text the text
     */
    public void text(String text) {
        if (!string.equals(text)) {
            string = text;
            repaint();
        }
    }

    /**
     * Height that the text needs.
     *
     * @param width room there is
     * @return pixels
     */
    public int heightFor(int width) {
        return Text.wrap(face, pixels, string, width).size() * lineHeight();
    }

    private int lineHeight() {
        return pixels + pixels / 3 + 1;
    }

    @Override
    protected void paint(Graphics2D g) {
        List<String> lines = Text.wrap(face, pixels, string, width());
        int y = 0;
        for (String line : lines) {
            Text text = Text.fitting(face, pixels, line, width());
            int x = switch (alignment) {
                case LEFT -> 0;
                case CENTRE -> (width() - text.width()) / 2;
                case RIGHT -> width() - text.width();
            };
            text.draw(g, x, y + pixels, color);
            y += lineHeight();
        }
    }
}
