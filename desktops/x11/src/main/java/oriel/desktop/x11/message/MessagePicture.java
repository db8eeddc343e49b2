package oriel.desktop.x11.message;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;

/**
 * A message as pixels.
 *
 * @param width  in pixels
 * @param pixels row by row
 * @param button where its button is
 */
record MessagePicture(int width, int[] pixels, Rectangle button) {

    private static final int LARGEST_WIDTH = 560;
    private static final int SMALLEST_WIDTH = 280;
    private static final int MOST_LINES = 24;
    private static final int MOST_CHARACTERS = 4000;
    private static final int MARGIN = 20;
    private static final int BAR = 36;
    private static final int BUTTON_WIDTH = 88;
    private static final int BUTTON_HEIGHT = 30;
    private static final String BUTTON = "OK";

    private static final Color PAPER = new Color(0xF7F8FA);
    private static final Color INK = new Color(0x1E2430);
    private static final Color ACCENT = new Color(0x2F5D8C);

    /** Draws it; at scale 2 everything is twice as large. */
    static MessagePicture draw(String title, String text, double scale, int mostWidth) {
        Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont(14F * (float) scale);
        int most = Math.clamp(mostWidth, px(SMALLEST_WIDTH, scale), px(LARGEST_WIDTH, scale));
        Graphics2D measure = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        FontMetrics metrics = measure.getFontMetrics(font);
        List<String> lines = lines(text, font, measure, most - 2 * px(MARGIN, scale));
        int widest = lines.stream().mapToInt(metrics::stringWidth).max().orElse(0);
        int wanted = Math.max(widest, metrics.stringWidth(title)) + 2 * px(MARGIN, scale);
        measure.dispose();
        int width = Math.clamp(wanted, px(SMALLEST_WIDTH, scale), most);
        int textTop = px(BAR + MARGIN, scale);
        int buttonTop = textTop + lines.size() * metrics.getHeight() + px(MARGIN, scale);
        var button = new Rectangle(
                width - px(MARGIN + BUTTON_WIDTH, scale), buttonTop, px(BUTTON_WIDTH, scale), px(BUTTON_HEIGHT, scale));
        var image = new BufferedImage(width, buttonTop + px(BUTTON_HEIGHT + MARGIN, scale), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        frame(pen, image, title, font, scale);
        pen.setFont(font);
        pen.setColor(INK);
        int baseline = textTop + metrics.getAscent();
        for (String line : lines) {
            pen.drawString(line, px(MARGIN, scale), baseline);
            baseline += metrics.getHeight();
        }
        button(pen, button, scale);
        pen.dispose();
        return new MessagePicture(width, ((DataBufferInt) image.getRaster().getDataBuffer()).getData(), button);
    }

    int height() {
        return pixels.length / width;
    }

    private static int px(int pixels, double scale) {
        return (int) Math.round(pixels * scale);
    }

    private static void frame(Graphics2D pen, BufferedImage image, String title, Font font, double scale) {
        pen.setColor(PAPER);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.setColor(ACCENT);
        pen.fillRect(0, 0, image.getWidth(), px(BAR, scale));
        int line = Math.max(1, px(1, scale));
        pen.setStroke(new BasicStroke(line));
        pen.drawRect(0, 0, image.getWidth() - line, image.getHeight() - line);
        pen.setColor(Color.WHITE);
        pen.setFont(font.deriveFont(Font.BOLD));
        FontMetrics metrics = pen.getFontMetrics();
        pen.drawString(title, px(MARGIN, scale), (px(BAR, scale) - metrics.getHeight()) / 2 + metrics.getAscent());
    }

    private static void button(Graphics2D pen, Rectangle where, double scale) {
        double round = px(6, scale);
        pen.setColor(ACCENT);
        pen.fill(new RoundRectangle2D.Double(where.x, where.y, where.width, where.height, round, round));
        pen.setColor(Color.WHITE);
        FontMetrics metrics = pen.getFontMetrics();
        pen.drawString(
                BUTTON,
                where.x + (where.width - metrics.stringWidth(BUTTON)) / 2,
                where.y + (where.height - metrics.getHeight()) / 2 + metrics.getAscent());
    }

    /** Lines that fit; of a text without end only the beginning. */
    private static List<String> lines(String text, Font font, Graphics2D measure, int width) {
        var lines = new ArrayList<String>();
        String readable = text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
        for (String line : readable.lines().toList()) {
            if (line.isBlank()) {
                lines.add("");
            } else {
                wrap(line, font, measure, width, lines);
            }
        }
        if (lines.size() > MOST_LINES) {
            lines.subList(MOST_LINES - 1, lines.size()).clear();
            lines.add("…");
        }
        return lines;
    }

    private static void wrap(String line, Font font, Graphics2D measure, int width, List<String> into) {
        var attributed = new AttributedString(line);
        attributed.addAttribute(TextAttribute.FONT, font);
        var breaks = new LineBreakMeasurer(attributed.getIterator(), measure.getFontRenderContext());
        int start = 0;
        while (start < line.length()) {
            breaks.setPosition(start);
            int end = Math.max(start + 1, breaks.nextOffset(width));
            into.add(line.substring(start, end));
            start = end;
        }
    }
}
