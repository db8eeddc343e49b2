package oriel.desktop.embedded.session;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import oriel.contract.desktop.SessionInformation.Call;
import oriel.desktop.embedded.font.Face;
import oriel.desktop.embedded.look.Language;
import oriel.desktop.embedded.toolkit.Ink;
import oriel.desktop.embedded.toolkit.Palette;
import oriel.desktop.embedded.toolkit.Text;

/**
 * Calls as a sequence diagram: a lifeline for everybody who took part, an arrow per call with its name above and its result
 * and duration below. The rows scroll, the names at the top stay.
 */
final class SequenceDiagram {

    static final int HEADER = 38;
    static final int ROW = 42;

    private static final int GUTTER = 76;
    private static final int HEAD = 8;

    /** Who stands where, as in the pictures of the contract; others follow as they appear. */
    private static final List<String> ORDER =
            List.of("Client", "Service", "Manager", "Listener", "Connection", "LicenseConnection");

    private List<Call> calls = List.of();
    private List<String> lanes = List.of();

    /** Takes the calls; says whether anything is different now. */
    boolean show(List<Call> trace) {
        if (trace.equals(calls)) {
            return false;
        }
        calls = trace;
        List<String> present = new ArrayList<>(ORDER);
        present.retainAll(names());
        names().stream().filter(name -> !present.contains(name)).forEach(present::add);
        lanes = List.copyOf(present);
        return true;
    }

    private List<String> names() {
        return calls.stream()
                .<String>mapMulti((call, out) -> {
                    out.accept(call.from());
                    out.accept(call.to());
                })
                .distinct()
                .toList();
    }

    boolean isEmpty() {
        return calls.isEmpty();
    }

    int calls() {
        return calls.size();
    }

    /** From the first call to the end of the last. */
    Duration span() {
        Instant end = calls.getLast().at().plusNanos(calls.getLast().micros() * 1000);
        return Duration.between(calls.getFirst().at(), end);
    }

    int height() {
        return calls.size() * ROW + 12;
    }

    private int laneX(int lane, int width) {
        int room = (width - GUTTER - 12) / Math.max(1, lanes.size());
        return GUTTER + lane * room + room / 2;
    }

    /** Draws the part that is {@code scroll} pixels down; {@code g}'s origin is the diagram's upper left corner. */
    void paint(Graphics2D g, int width, int height, int scroll, Language language) {
        Rectangle clip = g.getClipBounds();
        Ink.fill(g, 0, 0, width, height, Color.WHITE);
        for (int i = 0; i < lanes.size(); i++) {
            Ink.fill(g, laneX(i, width), HEADER, 1, height - HEADER, Palette.PAPER_LINE);
        }
        int first = Math.max(0, (clip.y - HEADER + scroll) / ROW - 1);
        int last = Math.min(calls.size() - 1, (clip.y + clip.height - HEADER + scroll) / ROW + 1);
        for (int i = first; i <= last; i++) {
            paintCall(g, calls.get(i), HEADER + 8 + i * ROW - scroll, width, language);
        }
        paintHeader(g, width);
    }

    private void paintHeader(Graphics2D g, int width) {
        Ink.fill(g, 0, 0, width, HEADER, Palette.PAPER_SHADE);
        Ink.fill(g, 0, HEADER - 1, width, 1, Palette.PAPER_LINE);
        int room = (width - GUTTER - 12) / Math.max(1, lanes.size());
        for (int i = 0; i < lanes.size(); i++) {
            Text name = Text.fitting(Face.MEDIUM, 13, lanes.get(i), room - 20);
            int wide = Math.max(24, name.width() + 16);
            int left = laneX(i, width) - wide / 2;
            Ink.round(g, left, 7, wide, 24, 5, i == 0 ? Palette.TEAL : Palette.INK_SOFT);
            name.draw(g, left + (wide - name.width()) / 2, 24, Color.WHITE);
        }
    }

    private void paintCall(Graphics2D g, Call call, int top, int width, Language language) {
        long sinceFirst = Duration.between(calls.getFirst().at(), call.at()).toNanos() / 1000;
        Text offset = Text.of(Face.REGULAR, 12, "+" + Figures.micros(sinceFirst, language));
        offset.draw(g, GUTTER - 10 - offset.width(), top + 24, Palette.INK_SOFT);
        int from = laneX(lanes.indexOf(call.from()), width);
        int to = laneX(lanes.indexOf(call.to()), width);
        Color ink = ink(call.result());
        int line = top + 19;
        int middle;
        int room;
        if (from == to) {
            selfCall(g, from, line, ink);
            middle = from + 80;
            room = 130;
        } else {
            arrow(g, from, to, line, ink);
            middle = (from + to) / 2;
            room = Math.max(150, Math.abs(to - from) - 24);
        }
        String answer =
                (call.result().isEmpty() ? "" : call.result() + " · ") + Figures.micros(call.micros(), language);
        caption(g, Text.fitting(Face.MEDIUM, 13, call.name(), room), middle, line - 6, Palette.INK);
        caption(g, Text.fitting(Face.REGULAR, 12, answer, room), middle, line + 15, ink);
    }

    /** Text on the ground of the diagram, so that lifelines do not run through it. */
    private static void caption(Graphics2D g, Text text, int middle, int baseline, Color ink) {
        int left = middle - text.width() / 2;
        Ink.fill(g, left - 3, baseline - 11, text.width() + 6, 14, Color.WHITE);
        text.draw(g, left, baseline, ink);
    }

    private static void arrow(Graphics2D g, int from, int to, int y, Color ink) {
        int step = to > from ? 1 : -1;
        Ink.fill(g, Math.min(from, to), y, Math.abs(to - from), 1, ink);
        Ink.circle(g, from - 3, y - 3, 6, ink);
        for (int i = 0; i < HEAD; i++) {
            int high = i / 2;
            Ink.fill(g, to - step * i - (step > 0 ? 1 : 0), y - high, 1, 2 * high + 1, ink);
        }
    }

    private static void selfCall(Graphics2D g, int x, int y, Color ink) {
        Ink.fill(g, x, y - 6, 22, 1, ink);
        Ink.fill(g, x + 22, y - 6, 1, 13, ink);
        Ink.fill(g, x, y + 6, 22, 1, ink);
        for (int i = 0; i < HEAD; i++) {
            Ink.fill(g, x + i, y + 6 - i / 2, 1, 2 * (i / 2) + 1, ink);
        }
    }

    /** Success, an answer that says "not here", failure. */
    private static Color ink(String result) {
        if (result.isEmpty() || result.startsWith("S_")) {
            return Palette.TEAL;
        }
        return result.startsWith("E_NOTIMPL") || result.startsWith("none") ? Palette.AMBER_DEEP : Palette.RED;
    }
}
