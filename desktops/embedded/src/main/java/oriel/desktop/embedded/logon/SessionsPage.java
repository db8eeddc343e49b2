package oriel.desktop.embedded.logon;

import java.awt.Graphics2D;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import oriel.contract.desktop.LogonAnswer;
import oriel.contract.desktop.SessionChoice;
import oriel.desktop.embedded.font.Face;
import oriel.desktop.embedded.keyboard.Key;
import oriel.desktop.embedded.keyboard.KeyPress;
import oriel.desktop.embedded.look.Language;
import oriel.desktop.embedded.toolkit.Button;
import oriel.desktop.embedded.toolkit.Form;
import oriel.desktop.embedded.toolkit.Label;
import oriel.desktop.embedded.toolkit.Palette;
import oriel.desktop.embedded.toolkit.Text;

/** Lets a user choose among their disconnected sessions, or start a new one. */
final class SessionsPage implements Page {

    private static final int MOST_ROWS = 4;

    private final String user;
    private final Consumer<LogonAnswer> answer;
    private final SessionList list;
    private final Label label = new Label(Face.REGULAR, 14, Palette.INK_SOFT, Label.Alignment.LEFT, "");
    private final Button go;
    private final Button disconnect;
    private Language language = Language.ENGLISH;
    private int x;
    private int y;

    SessionsPage(String user, List<SessionChoice> choices, Instant now, ZoneId zone, Consumer<LogonAnswer> answer) {
        this.user = user;
        this.answer = answer;
        list = new SessionList(choices, now, zone, this::choose);
        go = new Button(Button.Weight.PRIMARY, "", this::choose);
        disconnect = new Button(Button.Weight.LINK, "", () -> answer.accept(new LogonAnswer.Cancelled()));
    }

    private void choose() {
        answer.accept(list.chosen()
                .<LogonAnswer>map(c -> new LogonAnswer.Resume(c.sessionId()))
                .orElseGet(LogonAnswer.NewSession::new));
    }

    @Override
    public void install(Form form) {
        form.add(label);
        form.add(list);
        form.add(go);
        form.add(disconnect);
        form.focus(list);
    }

    @Override
    public void removed() {
        // nothing is kept
    }

    @Override
    public void speak(Language spoken) {
        language = spoken;
        label.text(spoken.text("sessions.text", user));
        list.speak(spoken);
        go.caption(spoken.text("sessions.continue"));
        disconnect.caption(spoken.text("logon.disconnect"));
    }

    @Override
    public int height(int width, boolean tight) {
        return 44 + label.heightFor(width) + 14 + listHeight(tight) + 20 + 42 + 8 + 30;
    }

    private int listHeight(boolean tight) {
        return Math.min(tight ? MOST_ROWS - 1 : MOST_ROWS, list.rows()) * SessionList.ROW + 2;
    }

    @Override
    public void place(int left, int top, int width, boolean tight) {
        x = left;
        y = top;
        int high = label.heightFor(width);
        label.place(left, top + 44, width, high);
        int at = top + 44 + high + 14;
        list.place(left, at, width, listHeight(tight));
        at += listHeight(tight) + 20;
        go.place(left, at, width, 42);
        int wide = disconnect.preferredWidth();
        disconnect.place(left + (width - wide) / 2, at + 50, wide, 30);
    }

    @Override
    public void paint(Graphics2D g) {
        Text.of(Face.LIGHT, 26, language.text("sessions.title")).draw(g, x - 1, y + 26, Palette.INK);
    }

    @Override
    public void keyPressed(KeyPress press) {
        if (press.key() == Key.ESCAPE && !press.repeat()) {
            answer.accept(new LogonAnswer.Cancelled());
        }
    }
}
