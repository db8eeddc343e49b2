package oriel.desktop.embedded.windows;

import java.awt.Graphics2D;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import oriel.desktop.embedded.keyboard.KeyPress;
import oriel.desktop.embedded.look.Language;
import oriel.desktop.embedded.toolkit.Button;
import oriel.desktop.embedded.toolkit.Icon;
import oriel.desktop.embedded.toolkit.Stage;
import oriel.desktop.embedded.toolkit.Ticker;

/** Message boxes, one at a time; those that come meanwhile wait. Guarded by the stage's lock. */
final class Dialogs {

    /** More messages than this at once are of no use to anybody; the oldest that wait are dropped. */
    private static final int MOST_WAITING = 20;

    /** So long a message that comes by itself takes no keys: they are meant for what was there before. */
    private static final Duration SURPRISE = Duration.ofMillis(600);

    private record Waiting(Function<Runnable, DialogBox> box, Duration timeout, Duration deaf) {}

    private final Stage stage;
    private final Ticker ticker;
    private final Runnable changed;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private @Nullable DialogBox shown;
    private Ticker.@Nullable Appointment expiry;
    private long listensFrom;
    private int width = 1;
    private int height = 1;

    /** {@code changed} is called when a box appears or the last one goes. */
    Dialogs(Stage stage, Ticker ticker, Runnable changed) {
        this.stage = stage;
        this.ticker = ticker;
        this.changed = changed;
    }

    boolean isOpen() {
        return shown != null;
    }

    @Nullable
    DialogBox shown() {
        return shown;
    }

    void keyPressed(KeyPress press) {
        if (shown != null && ticker.nanos() - listensFrom >= 0) {
            shown.keyPressed(press);
        }
    }

    void place(int newWidth, int newHeight) {
        width = newWidth;
        height = newHeight;
        if (shown != null) {
            shown.place(width, height);
        }
    }

    /** A message with one button; a timeout of zero waits for ever. */
    void message(String title, String text, Duration timeout, Language language) {
        enqueue(new Waiting(
                close -> new DialogBox(
                        stage.damage(),
                        Icon.INFO,
                        title,
                        text,
                        List.of(new DialogBox.Choice(Button.Weight.PRIMARY, language.text("notice.ok"), close))),
                timeout,
                SURPRISE));
    }

    /** Asks before something is done that cannot be undone. */
    void confirm(String title, String text, String yes, Language language, Runnable action) {
        enqueue(new Waiting(
                close -> new DialogBox(
                        stage.damage(),
                        Icon.WARNING,
                        title,
                        text,
                        List.of(
                                new DialogBox.Choice(Button.Weight.DANGER, yes, () -> {
                                    close.run();
                                    action.run();
                                }),
                                new DialogBox.Choice(Button.Weight.PLAIN, language.text("notice.cancel"), close))),
                Duration.ZERO,
                Duration.ZERO));
    }

    private void enqueue(Waiting box) {
        if (waiting.size() == MOST_WAITING) {
            waiting.removeFirst();
        }
        waiting.addLast(box);
        if (shown == null) {
            showNext();
        }
    }

    private void showNext() {
        Waiting next = waiting.pollFirst();
        if (next == null) {
            return;
        }
        DialogBox box = next.box.apply(this::dismiss);
        shown = box;
        listensFrom = ticker.nanos() + next.deaf.toNanos();
        box.place(width, height);
        if (!next.timeout.isZero()) {
            expiry = ticker.after(
                    next.timeout,
                    () -> stage.update(() -> {
                        if (shown == box) {
                            dismiss();
                        }
                    }));
        }
        changed.run();
    }

    private void dismiss() {
        if (shown != null) {
            shown.repaint();
        }
        shown = null;
        if (expiry != null) {
            expiry.cancel();
            expiry = null;
        }
        showNext();
        if (shown == null) {
            changed.run();
        }
    }

    void close() {
        waiting.clear();
        dismiss();
    }

    void paint(Graphics2D g) {
        if (shown != null) {
            shown.paint(g);
        }
    }
}
