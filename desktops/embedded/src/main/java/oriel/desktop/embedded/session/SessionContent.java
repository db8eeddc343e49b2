package oriel.desktop.embedded.session;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import oriel.contract.desktop.PointerSink;
import oriel.contract.desktop.SessionHost;
import oriel.contract.desktop.SessionInformation;
import oriel.contract.desktop.Size;
import oriel.desktop.embedded.font.Face;
import oriel.desktop.embedded.keyboard.KeyPress;
import oriel.desktop.embedded.look.Language;
import oriel.desktop.embedded.toolkit.Content;
import oriel.desktop.embedded.toolkit.ContentHost;
import oriel.desktop.embedded.toolkit.Ink;
import oriel.desktop.embedded.toolkit.Palette;
import oriel.desktop.embedded.toolkit.PointerEvent;
import oriel.desktop.embedded.toolkit.Text;
import oriel.desktop.embedded.toolkit.Ticker;

/** What is known of the session: facts, traffic, and the calls of its connection. Asks once a second while it is seen. */
public final class SessionContent implements Content {

    /** What the desktop speaks and where its user is. */
    public record Manner(Language language, ZoneId zone) {}

    private record Fact(String key, String value) {}

    private static final Duration WITH_CLIENT = Duration.ofSeconds(1);
    private static final Duration WITHOUT_CLIENT = Duration.ofSeconds(5);
    private static final int PADDING = 20;
    private static final int HEADER = 60;
    private static final int FACT = 26;
    private static final int FACT_ROWS = 7;
    private static final int GRAPH = 250;
    private static final int WIDE = 660;
    private static final int SECTION = 40;

    private final SessionHost session;
    private final Supplier<Manner> manner;
    private final Ticker ticker;
    private final TrafficGraph graph = new TrafficGraph();
    private final SequenceDiagram diagram = new SequenceDiagram();
    private final Rates rates = new Rates();
    private List<Fact> facts = List.of();
    private String name = "";
    private String state = "";
    private @Nullable ContentHost host;
    private Ticker.@Nullable Appointment next;
    private boolean visible = true;
    private boolean barHeld;
    private int barGrip;
    private int width = 1;
    private int height = 1;
    private int scroll;

    /**
     * Makes the content.
     *
     * @param session the session to show
     * @param manner  language and time zone, asked at every drawing
     * @param ticker  the time
     */
    public SessionContent(SessionHost session, Supplier<Manner> manner, Ticker ticker) {
        this.session = session;
        this.manner = manner;
        this.ticker = ticker;
    }

    @Override
    public void opened(ContentHost window) {
        host = window;
        show(session.information());
        schedule(WITH_CLIENT);
    }

    private void schedule(Duration delay) {
        next = ticker.after(delay, this::refresh);
    }

    /** On the ticker's thread, without the lock: the session may take its time. */
    private void refresh() {
        SessionInformation information = session.information();
        ContentHost window = host;
        if (window != null) {
            window.update(() -> {
                if (visible) {
                    show(information);
                    schedule(information.protocol().isEmpty() ? WITHOUT_CLIENT : WITH_CLIENT);
                }
            });
        }
    }

    @Override
    public void visibilityChanged(boolean now) {
        if (next != null) {
            next.cancel();
        }
        visible = now;
        if (now) {
            schedule(Duration.ZERO);
        }
    }

    @Override
    public void closed() {
        visible = false;
        if (next != null) {
            next.cancel();
        }
    }

    private void show(SessionInformation information) {
        if (rates.take(information, ticker.nanos())) {
            graph.clear();
        }
        rates.sent().ifPresent(graph::add);
        List<Fact> before = facts;
        facts = facts(information);
        name = language().text("session.number", information.sessionId());
        if (!state.equals(information.state())) {
            state = information.state();
            repaint(0, 0, width, HEADER);
        }
        for (int i = 0; i < facts.size(); i++) {
            if (i >= before.size() || !facts.get(i).equals(before.get(i))) {
                repaint(factX(i), factY(i), factWidth(), FACT);
            }
        }
        if (hasGraph()) {
            repaint(width - PADDING - GRAPH, HEADER, GRAPH, FACT_ROWS * FACT);
        }
        if (diagram.show(information.trace())) {
            scroll(scroll);
            repaint(0, diagramTop() - SECTION, width, height);
        }
    }

    private List<Fact> facts(SessionInformation s) {
        Language language = language();
        ZoneId zone = manner.get().zone();
        List<Fact> list = new ArrayList<>();
        list.add(new Fact("session.user", s.userName()));
        list.add(new Fact("session.protocol", orNone(s.protocol())));
        list.add(new Fact("session.host", s.hostName()));
        list.add(new Fact("session.security", orUnknown(s.security())));
        list.add(new Fact("session.client", orNone(s.client())));
        list.add(new Fact("session.codec", orUnknown(s.codec())));
        list.add(new Fact("session.started", language.stamp(s.startedAt(), ticker.now(), zone)));
        list.add(new Fact(
                "session.roundTrip",
                s.roundTrip()
                        .map(time -> Figures.micros(time.toNanos() / 1000, language))
                        .orElseGet(() -> language.text("session.unknown"))));
        list.add(new Fact("session.connected", language.stamp(s.connectedAt(), ticker.now(), zone)));
        list.add(new Fact(
                "session.frames",
                rated(
                        String.valueOf(s.framesSent()),
                        rates.frames().map(rate -> Figures.number(rate, rate < 10 && rate > 0, language)))));
        list.add(new Fact(
                "session.sent",
                rated(
                        Figures.bytes((double) s.bytesSent(), language),
                        rates.sent().map(rate -> Figures.bytes(rate, language)))));
        list.add(new Fact(
                "session.received",
                rated(
                        Figures.bytes((double) s.bytesReceived(), language),
                        rates.received().map(rate -> Figures.bytes(rate, language)))));
        return list;
    }

    private String rated(String total, Optional<String> rate) {
        return rate.map(r -> total + " · " + language().text("session.perSecond", r))
                .orElse(total);
    }

    private String orNone(String text) {
        return text.isEmpty() ? language().text("session.none") : text;
    }

    private String orUnknown(String text) {
        return text.isEmpty() ? language().text("session.unknown") : text;
    }

    private Language language() {
        return manner.get().language();
    }

    private boolean hasGraph() {
        return width >= WIDE;
    }

    private int columns() {
        return width >= 440 ? 2 : 1;
    }

    private int factWidth() {
        int room = width - 2 * PADDING - (hasGraph() ? GRAPH + PADDING : 0);
        return room / columns();
    }

    private int factX(int index) {
        return PADDING + index % columns() * factWidth();
    }

    private int factY(int index) {
        return HEADER + index / columns() * FACT;
    }

    private int diagramTop() {
        int rows = (12 + columns() - 1) / columns();
        return HEADER + Math.max(hasGraph() ? FACT_ROWS - 1 : 0, rows) * FACT + SECTION;
    }

    private int diagramHeight() {
        return Math.max(0, height - diagramTop());
    }

    private int mostScroll() {
        return Math.max(0, diagram.height() + SequenceDiagram.HEADER - diagramHeight());
    }

    private void scroll(int to) {
        int bounded = Math.clamp(to, 0, mostScroll());
        if (bounded != scroll) {
            scroll = bounded;
            repaint(0, diagramTop(), width, diagramHeight());
        }
    }

    private void repaint(int x, int y, int wide, int high) {
        if (host != null) {
            host.repaint(x, y, wide, high);
        }
    }

    @Override
    public Size preferredSize() {
        return new Size(900, 640);
    }

    @Override
    public Size minimumSize() {
        return new Size(360, 260);
    }

    @Override
    public void resized(int newWidth, int newHeight) {
        width = newWidth;
        height = newHeight;
        scroll = Math.clamp(scroll, 0, mostScroll());
    }

    @Override
    public void paint(Graphics2D g) {
        Ink.fill(g, 0, 0, width, height, Palette.PAPER);
        paintHeader(g);
        for (int i = 0; i < facts.size(); i++) {
            Fact fact = facts.get(i);
            int x = factX(i);
            int baseline = factY(i) + 18;
            Text.fitting(Face.REGULAR, 13, language().text(fact.key()), 84).draw(g, x, baseline, Palette.INK_SOFT);
            Text.fitting(Face.REGULAR, 14, fact.value(), factWidth() - 100).draw(g, x + 88, baseline, Palette.INK);
        }
        if (hasGraph()) {
            int high = (FACT_ROWS - 1) * FACT;
            graph.paint(g, width - PADDING - GRAPH, HEADER + 2, GRAPH, high - 2, language());
        }
        paintDiagram(g);
    }

    private void paintHeader(Graphics2D g) {
        Text title = Text.of(Face.LIGHT, 26, name);
        title.draw(g, PADDING - 1, 40, Palette.INK);
        Text word = Text.of(Face.MEDIUM, 12, state);
        int left = PADDING + title.width() + 16;
        boolean active = state.equals("Active");
        Ink.round(g, left, 20, word.width() + 30, 24, 12, active ? Palette.TEAL_TINT : Palette.AMBER_TINT);
        Ink.circle(g, left + 9, 28, 8, active ? Palette.GREEN : Palette.AMBER);
        word.draw(g, left + 22, 37, active ? Palette.TEAL_DEEP : Palette.AMBER_DEEP);
    }

    private void paintDiagram(Graphics2D g) {
        int top = diagramTop();
        Ink.fill(g, 0, top - SECTION + 6, width, 1, Palette.PAPER_LINE);
        Text.of(Face.MEDIUM, 15, language().text("session.trace")).draw(g, PADDING, top - 11, Palette.INK);
        if (diagram.isEmpty()) {
            Text.of(Face.REGULAR, 14, language().text("session.trace.empty"))
                    .draw(g, PADDING, top + 24, Palette.INK_SOFT);
            return;
        }
        String span = Figures.micros(diagram.span().toNanos() / 1000, language());
        Text summary = Text.of(Face.REGULAR, 13, language().text("session.calls", diagram.calls(), span));
        if (width > 520) {
            summary.draw(g, width - PADDING - summary.width(), top - 11, Palette.INK_SOFT);
        }
        Shape clip = g.getClip();
        g.clipRect(0, top, width, diagramHeight());
        if (!g.getClipBounds().isEmpty()) {
            g.translate(0, top);
            diagram.paint(g, width, diagramHeight(), scroll, language());
            paintBar(g);
            g.translate(0, -top);
        }
        g.setClip(clip);
    }

    private int barRoom() {
        return diagramHeight() - SequenceDiagram.HEADER;
    }

    private int barSize() {
        return Math.clamp(
                (long) barRoom() * barRoom() / Math.max(1, barRoom() + mostScroll()), 24, Math.max(24, barRoom()));
    }

    private int barTop() {
        int most = mostScroll();
        return SequenceDiagram.HEADER + (most == 0 ? 0 : scroll * (barRoom() - barSize()) / most);
    }

    private void paintBar(Graphics2D g) {
        if (mostScroll() > 0) {
            Color color = barHeld ? Palette.TEAL : Palette.FIELD_LINE;
            Ink.round(g, width - 9, barTop() + 2, 6, barSize() - 4, 3, color);
        }
    }

    @Override
    public void keyPressed(KeyPress press) {
        int page = Math.max(SequenceDiagram.ROW, barRoom() - SequenceDiagram.ROW);
        switch (press.key()) {
            case UP -> scroll(scroll - SequenceDiagram.ROW);
            case DOWN -> scroll(scroll + SequenceDiagram.ROW);
            case PAGE_UP -> scroll(scroll - page);
            case PAGE_DOWN -> scroll(scroll + page);
            case HOME -> scroll(0);
            case END -> scroll(mostScroll());
            default -> {
                // nothing to type into
            }
        }
    }

    @Override
    public void pointer(PointerEvent event) {
        switch (event.action()) {
            case WHEEL -> scroll(scroll - event.wheel() * 2 * SequenceDiagram.ROW / PointerSink.NOTCH);
            case PRESSED -> {
                int y = event.y() - diagramTop();
                if (event.button() == PointerSink.LEFT && event.x() >= width - 14 && y >= SequenceDiagram.HEADER) {
                    barHeld = true;
                    boolean onBar = y >= barTop() && y < barTop() + barSize();
                    barGrip = onBar ? y - barTop() : barSize() / 2;
                    dragBar(y);
                }
            }
            case MOVED -> {
                if (barHeld) {
                    dragBar(event.y() - diagramTop());
                }
            }
            case RELEASED, LEFT -> {
                if (barHeld) {
                    barHeld = false;
                    repaint(width - 14, diagramTop(), 14, diagramHeight());
                }
            }
            case WHEEL_ACROSS -> {
                // everything fits across
            }
        }
    }

    private void dragBar(int y) {
        int way = Math.max(1, barRoom() - barSize());
        scroll((int) ((long) (y - barGrip - SequenceDiagram.HEADER) * mostScroll() / way));
        repaint(width - 14, diagramTop(), 14, diagramHeight());
    }

    @Override
    public void focusChanged(boolean focused) {
        // nothing shows it
    }
}
