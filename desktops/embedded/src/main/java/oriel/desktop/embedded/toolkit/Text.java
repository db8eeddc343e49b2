package oriel.desktop.embedded.toolkit;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import oriel.desktop.embedded.font.Face;

/**
 * A line of text, shaped once and drawn often. Every letter stands on a whole pixel: the advances are those of the scaled
 * typeface, and each position is rounded on its own, so that spacing is right on average and the picture does not depend on
 * where a strip of the screen begins.
 */
public final class Text {

    private static final FontRenderContext CONTEXT = new FontRenderContext(
            null, RenderingHints.VALUE_TEXT_ANTIALIAS_ON, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    private static final int CACHED = 600;
    private static final Map<Key, Text> CACHE = new LinkedHashMap<>(CACHED, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Text> eldest) {
            return size() > CACHED;
        }
    };

    private record Key(Face face, int pixels, String string) {}

    private final List<GlyphVector> parts;
    private final int[] edges;

    private Text(List<GlyphVector> parts, int[] edges) {
        this.parts = parts;
        this.edges = edges;
    }

    /**
     * Shapes a line, or finds it shaped already.
     *
     * @param face   typeface
     * @param pixels size
     * @param string one line; characters that no typeface has show as boxes
     * @return the line
     */
    public static Text of(Face face, int pixels, String string) {
        Key key = new Key(face, pixels, string);
        synchronized (CACHE) {
            Text known = CACHE.get(key);
            if (known != null) {
                return known;
            }
        }
        Text made = ofSecret(face, pixels, string.toCharArray());
        synchronized (CACHE) {
            CACHE.put(key, made);
        }
        return made;
    }

    /**
     * Shapes a line that must not be remembered, as a password that its owner wants to see.
     *
     * @param face       typeface
     * @param pixels     size
     * @param characters one line; not kept
     * @return the line
     */
    public static Text ofSecret(Face face, int pixels, char[] characters) {
        Font font = face.at(pixels);
        Font symbols = Face.SYMBOLS.at(pixels);
        List<GlyphVector> parts = new ArrayList<>(1);
        int[] edges = new int[characters.length + 1];
        double x = 0;
        int from = 0;
        while (from < characters.length) {
            boolean plain = font.canDisplay(Character.codePointAt(characters, from));
            int to = from;
            while (to < characters.length && font.canDisplay(Character.codePointAt(characters, to)) == plain) {
                to += Character.charCount(Character.codePointAt(characters, to));
            }
            x = shape(plain ? font : symbols, characters, from, to, x, parts, edges);
            from = to;
        }
        edges[characters.length] = (int) Math.round(x);
        return new Text(parts, edges);
    }

    private static double shape(
            Font font, char[] characters, int from, int to, double start, List<GlyphVector> parts, int[] edges) {
        char[] part = new char[to - from];
        System.arraycopy(characters, from, part, 0, part.length);
        GlyphVector glyphs = font.createGlyphVector(CONTEXT, part);
        int count = glyphs.getNumGlyphs();
        double end = glyphs.getGlyphPosition(count).getX();
        int edge = from;
        for (int i = 0; i < count; i++) {
            int at = (int) Math.round(start + glyphs.getGlyphPosition(i).getX());
            int upTo = from + (i + 1 < count ? glyphs.getGlyphCharIndex(i + 1) : part.length);
            while (edge < upTo) {
                edges[edge++] = at;
            }
        }
        for (int i = count - 1; i >= 0; i--) {
            double at = Math.round(start + glyphs.getGlyphPosition(i).getX());
            glyphs.setGlyphPosition(i, new Point2D.Double(at, 0));
        }
        Arrays.fill(part, '\0');
        parts.add(glyphs);
        return start + end;
    }

    /**
     * A line that is cut, with an ellipsis, where it is too wide.
     *
     * @param face   typeface
     * @param pixels size
     * @param string one line
     * @param width  room there is, in pixels
     * @return the line, at most that wide unless there is no room for the ellipsis
     */
    public static Text fitting(Face face, int pixels, String string, int width) {
        Text whole = of(face, pixels, string);
        if (whole.width() <= width) {
            return whole;
        }
        int room = width - of(face, pixels, "…").width();
        int length = 0;
        while (length < string.length() && whole.edges[length + 1] <= room) {
            length++;
        }
        if (length > 0 && Character.isHighSurrogate(string.charAt(length - 1))) {
            length--;
        }
        return of(face, pixels, string.substring(0, length).stripTrailing() + "…");
    }

    /**
     * Breaks a text into lines, at spaces where that is possible and at line feeds always.
     *
     * @param face   typeface
     * @param pixels size
     * @param string the text
     * @param width  room there is, in pixels
     * @return the lines, at least one
     */
    public static List<String> wrap(Face face, int pixels, String string, int width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : string.split("\n", -1)) {
            String rest = paragraph.replace('\t', ' ').stripTrailing();
            while (true) {
                int length = fittingPrefix(face, pixels, rest, width);
                lines.add(rest.substring(0, length).stripTrailing());
                if (length == rest.length()) {
                    break;
                }
                rest = rest.substring(length).stripLeading();
            }
        }
        return lines;
    }

    private static int fittingPrefix(Face face, int pixels, String string, int width) {
        Text whole = of(face, pixels, string);
        int length = string.length();
        if (length <= 1 || whole.width() <= width) {
            return length;
        }
        length = Math.clamp(whole.indexAt(width), 1, string.length());
        while (length > 1 && whole.edge(length) > width) {
            length--;
        }
        int space = string.lastIndexOf(' ', length);
        if (space > 0) {
            return space;
        }
        return length > 1 && Character.isHighSurrogate(string.charAt(length - 1)) ? length - 1 : length;
    }

    /**
     * How wide the line is.
     *
     * @return pixels
     */
    public int width() {
        return edges[edges.length - 1];
    }

    /**
     * Where a character begins.
     *
     * @param index index into the string; its length = the end of the line
     * @return pixels from the beginning of the line
     */
    public int edge(int index) {
        return edges[index];
    }

    /**
     * The gap between characters that is nearest to a place.
     *
     * @param x pixels from the beginning of the line
     * @return index into the string, up to its length
     */
    public int indexAt(int x) {
        for (int i = 0; i + 1 < edges.length; i++) {
            if (x < (edges[i] + edges[i + 1] + 1) / 2) {
                return i;
            }
        }
        return edges.length - 1;
    }

    /**
     * Draws the line.
     *
     * @param g        where
     * @param x        left end
     * @param baseline row on which the letters stand
     * @param color    colour of the letters
     */
    public void draw(Graphics2D g, int x, int baseline, Color color) {
        g.setColor(color);
        for (GlyphVector part : parts) {
            g.drawGlyphVector(part, x, baseline);
        }
    }
}
