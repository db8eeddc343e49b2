package oriel.desktop.embedded.logon;

import java.awt.Graphics2D;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import oriel.contract.desktop.LogonAnswer;
import oriel.desktop.embedded.font.Face;
import oriel.desktop.embedded.keyboard.Key;
import oriel.desktop.embedded.keyboard.KeyPress;
import oriel.desktop.embedded.look.Language;
import oriel.desktop.embedded.toolkit.Button;
import oriel.desktop.embedded.toolkit.Form;
import oriel.desktop.embedded.toolkit.Label;
import oriel.desktop.embedded.toolkit.Palette;
import oriel.desktop.embedded.toolkit.Text;
import oriel.desktop.embedded.toolkit.TextField;

/** Asks one thing more than the password, in the words of the system. */
final class TextPage implements Page {

    /** Longest answer: PAM takes no more (PAM_MAX_RESP_SIZE). */
    private static final int LONGEST = 511;

    private static final int FIELD = 40;
    private static final int TITLE = 46;

    private final Consumer<LogonAnswer> answer;
    private final Label prompt;
    private final TextField field;
    private final Button enter;
    private final Button cancel;
    private Language language = Language.ENGLISH;
    private @Nullable Form form;
    private int x;
    private int y;

    TextPage(String asked, boolean visible, TextField.Clipboard clipboard, Consumer<LogonAnswer> answer) {
        this.answer = answer;
        prompt = new Label(Face.REGULAR, 15, Palette.INK, Label.Alignment.LEFT, asked.strip());
        field = new TextField(LONGEST, !visible, clipboard);
        enter = new Button(Button.Weight.PRIMARY, "", this::submit);
        cancel = new Button(Button.Weight.LINK, "", () -> answer.accept(new LogonAnswer.Cancelled()));
    }

    @Override
    public void install(Form onto) {
        form = onto;
        onto.add(prompt);
        onto.add(field);
        onto.add(enter);
        onto.add(cancel);
        onto.focus(field);
    }

    @Override
    public void removed() {
        field.wipe();
    }

    @Override
    public void speak(Language spoken) {
        language = spoken;
        enter.caption(spoken.text("logon.continue"));
        cancel.caption(spoken.text("notice.cancel"));
    }

    @Override
    public int height(int width, boolean tight) {
        return TITLE + prompt.heightFor(width) + 12 + FIELD + 28 + FIELD + 2 + 8 + 30;
    }

    @Override
    public void place(int left, int top, int width, boolean tight) {
        x = left;
        y = top;
        int high = prompt.heightFor(width);
        int at = top + TITLE;
        prompt.place(left, at, width, high);
        at += high + 12;
        field.place(left, at, width, FIELD);
        at += FIELD + 28;
        enter.place(left, at, width, FIELD + 2);
        at += FIELD + 2 + 8;
        int wide = cancel.preferredWidth();
        cancel.place(left + (width - wide) / 2, at, wide, 30);
    }

    @Override
    public void paint(Graphics2D g) {
        Text.of(Face.LIGHT, 26, language.text("logon.title")).draw(g, x - 1, y + 26, Palette.INK);
    }

    @Override
    public void keyPressed(KeyPress press) {
        if (press.key() == Key.ESCAPE) {
            field.wipe();
            if (form != null) {
                form.focus(field);
            }
        } else if (!press.repeat()) {
            Form.onEnter(press, this::submit);
        }
    }

    private void submit() {
        answer.accept(new LogonAnswer.Text(field.characters()));
    }
}
