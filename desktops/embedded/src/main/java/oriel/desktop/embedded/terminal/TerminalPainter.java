package oriel.desktop.embedded.terminal;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Cells to pixels. What is drawn depends on the terminal's state only: every glyph stands on whole pixels, nothing reaches
 * over the edge of its row, and whoever asks for a part gets the neighbours that may reach into it as well.
 */
final class TerminalPainter {

    private static final int BAR = 2;

    private final Terminal terminal;
    private final Selection selection;
    private final CellFont font;
    private final CellInk ink = new CellInk();
    private final char[] run = new char[Terminal.MOST_COLUMNS];

    /** Number of the row that is shown at the top. */
    private long firstRow;

    private boolean focused;
    private Row scratch = new Row(1);
    private Color lastColor = Color.BLACK;

    TerminalPainter(Terminal terminal, Selection selection, CellFont font) {
        this.terminal = terminal;
        this.selection = selection;
        this.font = font;
    }

    CellFont font() {
        return font;
    }

    /**
     * Draws the cells that lie in the clip.
     *
     * @param g        origin at the upper left corner of the first cell; transform, clip and hints are as before afterwards
     * @param topRow   number of the row shown at the top, as in {@link Terminal#line}
     * @param hasFocus how the cursor looks
     */
    void paint(Graphics2D g, long topRow, boolean hasFocus) {
        firstRow = topRow;
        focused = hasFocus;
        Rectangle clip = g.getClipBounds();
        int fromRow = Math.clamp(clip.y / font.height(), 0, terminal.rows());
        int toRow = Math.clamp((clip.y + clip.height + font.height() - 1L) / font.height(), 0, terminal.rows());
        int from = Math.clamp(clip.x / font.width() - 2L, 0, terminal.columns());
        int to = Math.clamp((clip.x + clip.width + font.width() - 1L) / font.width() + 2, 0, terminal.columns());
        Object metrics = g.getRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS);
        Object smoothing = g.getRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_OFF);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        Shape before = g.getClip();
        for (int y = fromRow; y < toRow; y++) {
            g.setClip(before);
            g.clipRect(0, y * font.height(), terminal.columns() * font.width(), font.height());
            row(g, y, from, to);
        }
        g.setClip(before);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, metrics);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, smoothing);
    }

    private void row(Graphics2D g, int y, int from, int to) {
        Row row = line(y);
        int start = from > 0 && (row.code(from) & Cell.TAIL) != 0 ? from - 1 : from;
        ground(g, row, y, start, to);
        text(g, row, y, start, to);
        cursor(g, row, y);
    }

    private Row line(int y) {
        long number = firstRow + y;
        long onScreen = number - terminal.firstRow();
        if (onScreen >= 0) {
            return terminal.row((int) Math.min(onScreen, terminal.rows() - 1));
        }
        if (scratch.columns() != terminal.columns()) {
            scratch = new Row(terminal.columns());
        }
        terminal.line(number, scratch);
        return scratch;
    }

    private void inkOf(Row row, int y, int x) {
        long number = firstRow + y;
        boolean selected = x >= selection.from(number) && x < selection.to(number);
        ink.of(
                row.foreground(x),
                row.background(x),
                terminal.colors,
                terminal.modes.dec(Modes.REVERSE_SCREEN),
                selected);
        if (blockCursor(y, x)) {
            ink.text = ink.ground;
            ink.ground = terminal.colors.get(Colors.CURSOR);
        }
    }

    private void ground(Graphics2D g, Row row, int y, int from, int to) {
        int start = from;
        int color = -1;
        for (int x = from; x < to; x++) {
            inkOf(row, y, x);
            if (ink.ground != color) {
                fill(g, start, x, y, color);
                start = x;
                color = ink.ground;
            }
        }
        fill(g, start, to, y, color);
    }

    private void fill(Graphics2D g, int from, int to, int y, int rgb) {
        if (to > from) {
            g.setColor(color(rgb));
            g.fillRect(from * font.width(), y * font.height(), (to - from) * font.width(), font.height());
        }
    }

    private Color color(int rgb) {
        if ((lastColor.getRGB() & 0xFFFFFF) != rgb) {
            lastColor = new Color(rgb);
        }
        return lastColor;
    }

    private void text(Graphics2D g, Row row, int y, int from, int to) {
        int x = from;
        while (x < to) {
            int c = row.codePoint(x);
            if ((row.code(x) & Cell.TAIL) != 0 || (c == 0 && !decorated(row, x))) {
                x++;
                continue;
            }
            inkOf(row, y, x);
            g.setColor(color(ink.text));
            int end = runEnd(row, y, x, to);
            if (end > x) {
                plain(g, row, y, x, end);
            } else {
                end = x + ((row.code(x) & Cell.WIDE) != 0 ? 2 : 1);
                single(g, row, y, x, c);
            }
            decorations(g, row, y, x, end);
            x = end;
        }
    }

    private static boolean decorated(Row row, int x) {
        return (row.background(x) & (Cell.UNDERLINE | Cell.STRIKE | Cell.OVERLINE)) != 0;
    }

    /**
     * The end of a run of ASCII in one rendition that can be drawn at once; the beginning itself when there is none. Letters
     * that are bold and slanted have no whole-pixel advance, since their slant is made and not designed.
     */
    private int runEnd(Row row, int y, int from, int to) {
        int x = from;
        if ((row.foreground(from) & (Cell.BOLD | Cell.ITALIC)) == (Cell.BOLD | Cell.ITALIC)) {
            return from;
        }
        while (x < to && ascii(row.code(x)) && sameLook(row, y, from, x)) {
            run[x - from] = row.code(x) == 0 ? ' ' : (char) row.code(x);
            x++;
        }
        return x;
    }

    /** Only characters that stand alone in their cell, without marks. */
    private static boolean ascii(int code) {
        return code == 0 || (code >= 0x20 && code < 0x7F);
    }

    private boolean sameLook(Row row, int y, int a, int b) {
        if (a == b) {
            return true;
        }
        int text = ink.text;
        inkOf(row, y, b);
        boolean same = ink.text == text
                && ((row.foreground(a) ^ row.foreground(b)) & (Cell.BOLD | Cell.ITALIC)) == 0
                && ((row.background(a) ^ row.background(b)) & (Cell.UNDERLINE | Cell.STRIKE | Cell.OVERLINE)) == 0;
        ink.text = text;
        return same;
    }

    private Font style(Row row, int x) {
        return font.style((row.foreground(x) & Cell.BOLD) != 0, (row.foreground(x) & Cell.ITALIC) != 0);
    }

    private void plain(Graphics2D g, Row row, int y, int from, int end) {
        g.setFont(style(row, from));
        g.drawChars(run, 0, end - from, from * font.width(), y * font.height() + font.ascent());
    }

    private void single(Graphics2D g, Row row, int y, int x, int c) {
        int left = x * font.width();
        int top = y * font.height();
        if (BoxPainter.draws(c)) {
            new BoxPainter(g, font.width(), font.height()).draw(c, left, top);
            return;
        }
        int room = (row.code(x) & Cell.WIDE) != 0 ? 2 * font.width() : font.width();
        Font own = style(row, x);
        @Nullable Font shown = own.canDisplay(c) ? own : font.symbol(c, room);
        if (shown == null) {
            missing(g, left, top, room);
            return;
        }
        int indent = shown.equals(own) && room == font.width() ? 0 : (int) (room - CellFont.advance(shown, c)) / 2;
        g.setFont(shown);
        String cluster = cluster(c, row.marks(x));
        int whole = cluster.codePointAt(0);
        g.drawString(Character.toString(whole), left + indent, top + font.ascent());
        for (int at = Character.charCount(whole); at < cluster.length(); ) {
            int mark = cluster.codePointAt(at);
            CellFont.drawCentred(g, mark, left, room, top + font.ascent());
            at += Character.charCount(mark);
        }
    }

    /** A character with its marks, composed as far as Unicode has it; marks that say something else than "draw this" go. */
    private static String cluster(int c, String marks) {
        if (marks.isEmpty()) {
            return Character.toString(c);
        }
        var text = new StringBuilder().appendCodePoint(c);
        marks.codePoints()
                .filter(mark -> Character.getType(mark) != Character.FORMAT && !isSelector(mark))
                .forEach(text::appendCodePoint);
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static boolean isSelector(int mark) {
        return (mark >= 0xFE00 && mark <= 0xFE0F) || mark >= 0xE0100;
    }

    /** A character no typeface has. */
    private void missing(Graphics2D g, int left, int top, int room) {
        int inset = Math.max(1, font.width() / 6);
        int height = font.ascent() - 2 * inset;
        g.fillRect(left + inset, top + 2 * inset, room - 2 * inset, 1);
        g.fillRect(left + inset, top + 2 * inset + height - 1, room - 2 * inset, 1);
        g.fillRect(left + inset, top + 2 * inset, 1, height);
        g.fillRect(left + room - inset - 1, top + 2 * inset, 1, height);
    }

    private void decorations(Graphics2D g, Row row, int y, int from, int end) {
        int flags = row.background(from);
        if (!decorated(row, from)) {
            return;
        }
        int left = from * font.width();
        int width = (end - from) * font.width();
        int top = y * font.height();
        int baseline = top + font.ascent();
        if ((flags & Cell.STRIKE) != 0) {
            g.fillRect(left, baseline - font.ascent() / 3, width, 1);
        }
        if ((flags & Cell.OVERLINE) != 0) {
            g.fillRect(left, top, width, 1);
        }
        underline(g, flags & Cell.UNDERLINE, left, baseline + 1, width);
    }

    private void underline(Graphics2D g, int kind, int left, int top, int width) {
        switch (kind) {
            case Cell.UNDERLINE_SINGLE -> g.fillRect(left, top, width, 1);
            case Cell.UNDERLINE_DOUBLE -> {
                g.fillRect(left, top, width, 1);
                g.fillRect(left, top + 2, width, 1);
            }
            case Cell.UNDERLINE_CURLY -> dots(g, left, top, width, 1, 4, true);
            case Cell.UNDERLINE_DOTTED -> dots(g, left, top, width, 1, 2, false);
            case Cell.UNDERLINE_DASHED -> dots(g, left, top, width, 3, 5, false);
            default -> {}
        }
    }

    /** A pattern that begins at the left edge of the terminal, so that it goes on from run to run. */
    private static void dots(Graphics2D g, int left, int top, int width, int on, int period, boolean wave) {
        for (int x = left; x < left + width; x++) {
            int phase = Math.floorMod(x, period);
            if (wave) {
                g.fillRect(x, top + (phase == 3 ? 1 : phase), 1, 1);
            } else if (phase < on) {
                g.fillRect(x, top, 1, 1);
            }
        }
    }

    // the cursor

    /** Row of the view the cursor is in; −1 = it is not to be seen. */
    static int cursorRow(Terminal terminal, long firstRow) {
        long y = terminal.firstRow() + terminal.cursor.row - firstRow;
        return terminal.modes.dec(Modes.CURSOR_VISIBLE) && y >= 0 && y < terminal.rows() ? (int) y : -1;
    }

    private boolean isBlock() {
        return terminal.cursorStyle() <= 2;
    }

    private boolean blockCursor(int y, int x) {
        if (!focused || !isBlock() || cursorRow(terminal, firstRow) != y) {
            return false;
        }
        int column = terminal.cursor.column;
        return x == column
                || (x == column + 1 && (terminal.row(terminal.cursor.row).code(x) & Cell.TAIL) != 0);
    }

    private void cursor(Graphics2D g, Row row, int y) {
        if (cursorRow(terminal, firstRow) != y || (focused && isBlock())) {
            return;
        }
        int column = terminal.cursor.column;
        int left = column * font.width();
        int top = y * font.height();
        int width = font.width() * ((row.code(column) & Cell.WIDE) != 0 ? 2 : 1);
        g.setColor(color(terminal.colors.get(Colors.CURSOR)));
        if (!focused) {
            g.drawRect(left, top, width - 1, font.height() - 1);
        } else if (terminal.cursorStyle() <= 4) {
            g.fillRect(left, top + font.height() - BAR, width, BAR);
        } else {
            g.fillRect(left, top, BAR, font.height());
        }
    }
}
