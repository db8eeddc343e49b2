package oriel.desktop.embedded.logon;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import oriel.contract.desktop.PointerSink;
import oriel.contract.desktop.SessionChoice;
import oriel.desktop.embedded.font.Face;
import oriel.desktop.embedded.keyboard.KeyPress;
import oriel.desktop.embedded.look.Language;
import oriel.desktop.embedded.toolkit.Icon;
import oriel.desktop.embedded.toolkit.Ink;
import oriel.desktop.embedded.toolkit.Palette;
import oriel.desktop.embedded.toolkit.PointerEvent;
import oriel.desktop.embedded.toolkit.PointerShape;
import oriel.desktop.embedded.toolkit.Text;
import oriel.desktop.embedded.toolkit.Widget;

/** Sessions in rows, and below them a row for a new one. */
final class SessionList extends Widget {

    static final int ROW = 56;

    private final List<SessionChoice> choices;
    private final Instant now;
    private final ZoneId zone;
    private final Runnable choose;
    private Language language = Language.ENGLISH;
    private int selected;
    private int scroll;

    SessionList(List<SessionChoice> choices, Instant now, ZoneId zone, Runnable choose) {
        this.choices = List.copyOf(choices);
        this.now = now;
        this.zone = zone;
        this.choose = choose;
    }

    int rows() {
        return choices.size() + 1;
    }

    /** The session that is selected; empty = a new one. */
    Optional<SessionChoice> chosen() {
        return selected < choices.size() ? Optional.of(choices.get(selected)) : Optional.empty();
    }

    void speak(Language spoken) {
        language = spoken;
        repaint();
    }

    @Override
    protected boolean focusable() {
        return true;
    }

    @Override
    protected PointerShape pointerShape(int column, int row) {
        return rowAt(row) < rows() ? PointerShape.HAND : PointerShape.ARROW;
    }

    private int rowAt(int row) {
        return (row - 1 + scroll) / ROW;
    }

    @Override
    protected boolean keyPressed(KeyPress press) {
        if (press.modifiers().command()) {
            return false;
        }
        switch (press.key()) {
            case UP -> select(selected - 1);
            case DOWN -> select(selected + 1);
            case HOME, PAGE_UP -> select(0);
            case END, PAGE_DOWN -> select(rows() - 1);
            case ENTER, KEYPAD_ENTER -> {
                if (!press.repeat()) {
                    choose.run();
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void select(int row) {
        selected = Math.clamp(row, 0, rows() - 1);
        int room = height() - 2;
        scroll(Math.min(Math.max(scroll, (selected + 1) * ROW - room), selected * ROW));
    }

    private void scroll(int to) {
        scroll = Math.clamp(to, 0, Math.max(0, rows() * ROW - (height() - 2)));
        repaint();
    }

    @Override
    protected void pointer(PointerEvent event) {
        int row = rowAt(event.y());
        switch (event.action()) {
            case PRESSED -> {
                if (event.button() == PointerSink.LEFT && row < rows()) {
                    select(row);
                    if (event.clicks() == 2) {
                        choose.run();
                    }
                }
            }
            case WHEEL -> scroll(scroll - event.wheel() * ROW / PointerSink.NOTCH);
            default -> {
                // moving about changes nothing
            }
        }
    }

    @Override
    protected void paint(Graphics2D g) {
        Ink.round(g, 0, 0, width(), height(), 6, focused() ? Palette.TEAL : Palette.PAPER_LINE);
        Ink.round(g, 1, 1, width() - 2, height() - 2, 5, Palette.PAPER);
        Shape clip = g.getClip();
        g.clipRect(1, 1, width() - 2, height() - 2);
        for (int i = 0; i < rows(); i++) {
            paintRow(g, i, 1 + i * ROW - scroll);
        }
        paintScrollBar(g);
        g.setClip(clip);
    }

    private void paintRow(Graphics2D g, int row, int top) {
        boolean on = row == selected;
        if (on) {
            Ink.fill(g, 1, top, width() - 2, ROW, Palette.TEAL_TINT);
            Ink.fill(g, 1, top, 4, ROW, Palette.TEAL);
        }
        if (row > 0 && !on && row - 1 != selected) {
            Ink.fill(g, 14, top, width() - 28, 1, Palette.PAPER_LINE);
        }
        Icon icon = row < choices.size() ? Icon.SCREEN : Icon.PLUS;
        icon.draw(g, 18, top + (ROW - 20) / 2, 20, on ? Palette.TEAL_DEEP : Palette.INK_SOFT);
        int room = width() - 46 - 16;
        if (row == choices.size()) {
            Text.fitting(Face.MEDIUM, 15, language.text("sessions.new"), room).draw(g, 46, top + 33, Palette.INK);
            return;
        }
        SessionChoice choice = choices.get(row);
        String name = language.text("sessions.name", choice.sessionId(), choice.desktop());
        Text started = Text.of(
                Face.REGULAR, 12, language.text("sessions.started", language.shortly(choice.startedAt(), now, zone)));
        started.draw(g, width() - 16 - started.width(), top + 24, Palette.INK_SOFT);
        Text.fitting(Face.MEDIUM, 15, name, room - started.width() - 8).draw(g, 46, top + 24, Palette.INK);
        Text.fitting(Face.REGULAR, 13, detail(choice), room).draw(g, 46, top + 43, Palette.INK_SOFT);
    }

    private String detail(SessionChoice choice) {
        String since = language.moment(choice.disconnectedAt(), now, zone);
        return choice.client().isEmpty()
                ? language.text("sessions.detail.unknown", since)
                : language.text("sessions.detail", since, choice.client());
    }

    private void paintScrollBar(Graphics2D g) {
        int room = height() - 2;
        int all = rows() * ROW;
        if (all > room) {
            int size = Math.max(20, room * room / all);
            int at = 1 + scroll * (room - size) / (all - room);
            Ink.fill(g, width() - 6, at, 4, size, Palette.FIELD_LINE);
        }
    }
}
