package oriel.desktop.embedded.logon;

import java.awt.Graphics2D;
import java.util.List;
import java.util.function.Consumer;
import oriel.contract.desktop.LogonAnswer;
import oriel.contract.desktop.LogonMessage;
import oriel.desktop.embedded.font.Face;
import oriel.desktop.embedded.keyboard.Key;
import oriel.desktop.embedded.keyboard.KeyPress;
import oriel.desktop.embedded.look.Language;
import oriel.desktop.embedded.toolkit.Button;
import oriel.desktop.embedded.toolkit.Form;
import oriel.desktop.embedded.toolkit.Ink;
import oriel.desktop.embedded.toolkit.Label;
import oriel.desktop.embedded.toolkit.Palette;
import oriel.desktop.embedded.toolkit.Text;

/** Says that a desktop has failed, shows the end of its log and offers a fresh one. */
final class FailurePage implements Page {

    private static final int TITLE = 46;
    private static final int SIZE = 11;
    private static final int LINE = 15;
    private static final int MOST_LINES = 8;
    private static final int LONGEST_LINE = 400;
    private static final int BUTTON = 42;

    private final LogonMessage message;
    private final List<String> log;
    private final Consumer<LogonAnswer> answer;
    private final Label label = new Label(Face.REGULAR, 15, Palette.INK, Label.Alignment.LEFT, "");
    private final Button again;
    private final Button leave;
    private Language language = Language.ENGLISH;
    private List<String> lines = List.of();
    private int x;
    private int y;
    private int width;
    private int logTop;

    FailurePage(LogonMessage message, List<String> log, Consumer<LogonAnswer> answer) {
        this.message = message;
        this.log = log;
        this.answer = answer;
        again = new Button(Button.Weight.PRIMARY, "", () -> answer.accept(new LogonAnswer.FreshStart()));
        leave = new Button(Button.Weight.LINK, "", this::cancel);
    }

    private void cancel() {
        answer.accept(new LogonAnswer.Cancelled());
    }

    @Override
    public void install(Form form) {
        form.add(label);
        form.add(again);
        form.add(leave);
        form.focus(again);
    }

    @Override
    public void removed() {
        // nothing is kept
    }

    @Override
    public void speak(Language spoken) {
        language = spoken;
        label.text(spoken.text(message));
        again.caption(spoken.text("failure.again"));
        leave.caption(spoken.text("failure.leave"));
    }

    @Override
    public int height(int across, boolean tight) {
        return TITLE + label.heightFor(across) + logHeight(across) + 24 + BUTTON + 8 + 30;
    }

    private int logHeight(int across) {
        int count = wrapped(across).size();
        return count == 0 ? 0 : 12 + count * LINE + 16;
    }

    /** The last lines, as many as there is room for; long ones go on in the next. */
    private List<String> wrapped(int across) {
        List<String> all = log.stream()
                .map(line -> line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line)
                .flatMap(line -> Text.wrap(Face.MONO, SIZE, line, across - 20).stream())
                .toList();
        return all.subList(Math.max(0, all.size() - MOST_LINES), all.size());
    }

    @Override
    public void place(int left, int top, int across, boolean tight) {
        x = left;
        y = top;
        width = across;
        int high = label.heightFor(across);
        label.place(left, top + TITLE, across, high);
        logTop = top + TITLE + high + 12;
        lines = wrapped(across);
        int at = top + TITLE + high + logHeight(across) + 24;
        again.place(left, at, across, BUTTON);
        int wide = leave.preferredWidth();
        leave.place(left + (across - wide) / 2, at + BUTTON + 8, wide, 30);
    }

    @Override
    public void paint(Graphics2D g) {
        Text.of(Face.LIGHT, 26, language.text("failure.title")).draw(g, x - 1, y + 26, Palette.INK);
        if (lines.isEmpty()) {
            return;
        }
        Ink.round(g, x, logTop, width, lines.size() * LINE + 16, 6, Palette.PAPER_SHADE);
        int baseline = logTop + 8 + SIZE;
        for (String line : lines) {
            Text.of(Face.MONO, SIZE, line).draw(g, x + 10, baseline, Palette.INK_SOFT);
            baseline += LINE;
        }
    }

    @Override
    public void keyPressed(KeyPress press) {
        if (press.key() == Key.ESCAPE && !press.repeat()) {
            cancel();
        }
    }
}
