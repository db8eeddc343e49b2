package oriel.desktop.embedded.session;

import java.awt.Graphics2D;
import java.util.Arrays;
import oriel.desktop.embedded.font.Face;
import oriel.desktop.embedded.look.Language;
import oriel.desktop.embedded.toolkit.Ink;
import oriel.desktop.embedded.toolkit.Palette;
import oriel.desktop.embedded.toolkit.Text;

/** The last minute of traffic as bars, one a second. */
final class TrafficGraph {

    private static final int SAMPLES = 60;
    private static final int HEADER = 26;

    private final long[] rates = new long[SAMPLES];
    private int next;

    void add(long bytesPerSecond) {
        rates[next] = bytesPerSecond;
        next = (next + 1) % SAMPLES;
    }

    void clear() {
        Arrays.fill(rates, 0);
    }

    void paint(Graphics2D g, int x, int y, int width, int height, Language language) {
        long peak = 1000;
        for (long rate : rates) {
            peak = Math.max(peak, rate);
        }
        Ink.round(g, x, y, width, height, 6, Palette.PAPER_LINE);
        Ink.round(g, x + 1, y + 1, width - 2, height - 2, 5, Palette.PAPER_SHADE);
        Text.of(Face.MEDIUM, 12, language.text("session.traffic")).draw(g, x + 10, y + 18, Palette.INK_SOFT);
        String most = language.text("session.perSecond", Figures.bytes((double) peak, language));
        Text scale = Text.of(Face.REGULAR, 12, most);
        scale.draw(g, x + width - 10 - scale.width(), y + 18, Palette.INK_SOFT);
        int room = height - HEADER - 10;
        int bar = Math.max(1, (width - 20) / SAMPLES);
        int left = x + width - 10 - bar * SAMPLES;
        int foot = y + height - 9;
        Ink.fill(g, x + 10, foot, width - 20, 1, Palette.FIELD_LINE);
        Ink.fill(g, x + 10, foot - room / 2, width - 20, 1, Palette.PAPER_LINE);
        for (int i = 0; i < SAMPLES; i++) {
            long rate = rates[(next + i) % SAMPLES];
            int high = (int) (rate * room / peak);
            if (rate > 0) {
                Ink.fill(
                        g,
                        left + i * bar,
                        foot - Math.max(1, high),
                        Math.max(1, bar - 1),
                        Math.max(1, high),
                        Palette.TEAL);
            }
        }
    }
}
