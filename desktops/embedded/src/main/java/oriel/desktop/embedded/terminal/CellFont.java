package oriel.desktop.embedded.terminal;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.font.LineMetrics;
import java.awt.geom.AffineTransform;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import oriel.desktop.embedded.font.Face;

/** The typefaces of a terminal at one size, and the size of a cell that follows from them. Safe for many threads. */
final class CellFont {

    private static final FontRenderContext CONTEXT = new FontRenderContext(
            null, RenderingHints.VALUE_TEXT_ANTIALIAS_ON, RenderingHints.VALUE_FRACTIONALMETRICS_OFF);
    private static final double SLANT = -0.2;
    private static final int SMALLEST_SYMBOL = 6;
    private static final Map<Integer, CellFont> SIZES = new ConcurrentHashMap<>();

    private final int pixels;
    private final Font[] styles;
    private final int width;
    private final int height;
    private final int ascent;

    private CellFont(int pixels) {
        this.pixels = pixels;
        Font bold = Face.MONO_BOLD.at(pixels);
        styles = new Font[] {
            Face.MONO.at(pixels),
            bold,
            Face.MONO_OBLIQUE.at(pixels),
            bold.deriveFont(AffineTransform.getShearInstance(SLANT, 0)),
        };
        LineMetrics metrics = styles[0].getLineMetrics("Mg", CONTEXT);
        width = (int) Math.round(styles[0].getStringBounds("M", CONTEXT).getWidth());
        ascent = Math.round(metrics.getAscent());
        height = ascent + (int) Math.ceil(metrics.getDescent());
    }

    static CellFont at(int pixels) {
        return SIZES.computeIfAbsent(pixels, CellFont::new);
    }

    int pixels() {
        return pixels;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int ascent() {
        return ascent;
    }

    Font style(boolean bold, boolean italic) {
        return styles[(bold ? 1 : 0) + (italic ? 2 : 0)];
    }

    /** A font that has a character the main one lacks, in a size that fits into so many pixels; null = there is none. */
    @Nullable
    Font symbol(int codePoint, int room) {
        Font font = Face.SYMBOLS.at(pixels);
        if (!font.canDisplay(codePoint)) {
            return null;
        }
        double needed = advance(font, codePoint);
        return needed <= room ? font : Face.SYMBOLS.at(Math.max(SMALLEST_SYMBOL, (int) (pixels * room / needed)));
    }

    /** Draws a mark in the middle of a cell, in the present font: where fonts put the origin of marks differs too much. */
    static void drawCentred(Graphics2D g, int codePoint, int left, int room, int baseline) {
        GlyphVector glyph = g.getFont().createGlyphVector(CONTEXT, Character.toString(codePoint));
        double middle = glyph.getVisualBounds().getCenterX();
        g.drawGlyphVector(glyph, (int) Math.round(left + room / 2.0 - middle), baseline);
    }

    static double advance(Font font, int codePoint) {
        return font.getStringBounds(Character.toString(codePoint), CONTEXT).getWidth();
    }
}
