package oriel.desktop.embedded.logon;

import java.awt.Graphics2D;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oriel.contract.desktop.LogonMessage;
import oriel.desktop.embedded.font.Face;
import oriel.desktop.embedded.keyboard.KeyPress;
import oriel.desktop.embedded.look.Language;
import oriel.desktop.embedded.toolkit.Damage;
import oriel.desktop.embedded.toolkit.Form;
import oriel.desktop.embedded.toolkit.Ink;
import oriel.desktop.embedded.toolkit.Label;
import oriel.desktop.embedded.toolkit.Palette;
import oriel.desktop.embedded.toolkit.Stage;
import oriel.desktop.embedded.toolkit.Ticker;

/** Says that work is going on; three panes light up in turn. */
final class StatusPage implements Page {

    private static final Duration STEP = Duration.ofMillis(320);
    private static final int PANES = 3;
    private static final int PANE = 14;
    private static final int GAP = 8;

    private final Stage stage;
    private final Ticker ticker;
    private final Optional<LogonMessage> message;
    private final Label label = new Label(Face.REGULAR, 16, Palette.INK, Label.Alignment.CENTRE, "");
    private Ticker.@Nullable Appointment next;
    private int lit;
    private int left;
    private int top;

    /** No message: just wait. */
    StatusPage(Stage stage, Ticker ticker, Optional<LogonMessage> message) {
        this.stage = stage;
        this.ticker = ticker;
        this.message = message;
    }

    @Override
    public void install(Form form) {
        form.add(label);
        next = ticker.after(STEP, this::step);
    }

    @Override
    public void removed() {
        if (next != null) {
            next.cancel();
            next = null;
        }
    }

    private void step() {
        stage.update(() -> {
            if (next != null) {
                lit = (lit + 1) % PANES;
                damage().repaint(left, top, PANES * (PANE + GAP), PANE);
                next = ticker.after(STEP, this::step);
            }
        });
    }

    private Damage damage() {
        return stage.damage();
    }

    @Override
    public void speak(Language language) {
        label.text(message.map(language::text).orElseGet(() -> language.text("logon.wait")));
    }

    @Override
    public int height(int width, boolean tight) {
        return 60 + label.heightFor(width) + 60;
    }

    @Override
    public void place(int x, int y, int width, boolean tight) {
        label.place(x, y + 48, width, label.heightFor(width));
        left = x + (width - PANES * (PANE + GAP) + GAP) / 2;
        top = label.y() + label.height() + 24;
    }

    @Override
    public void paint(Graphics2D g) {
        for (int i = 0; i < PANES; i++) {
            var color = i == lit ? Palette.AMBER : Palette.TEAL_TINT;
            Ink.fill(g, left + i * (PANE + GAP), top, PANE, PANE, color);
        }
    }

    @Override
    public void keyPressed(KeyPress press) {
        // nobody is asked anything
    }
}
