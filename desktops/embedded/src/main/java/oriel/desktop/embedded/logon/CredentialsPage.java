package oriel.desktop.embedded.logon;

import java.awt.Graphics2D;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import oriel.contract.desktop.LogonAnswer;
import oriel.contract.desktop.LogonQuestion;
import oriel.desktop.embedded.font.Face;
import oriel.desktop.embedded.keyboard.Key;
import oriel.desktop.embedded.keyboard.KeyPress;
import oriel.desktop.embedded.look.Language;
import oriel.desktop.embedded.toolkit.Button;
import oriel.desktop.embedded.toolkit.Form;
import oriel.desktop.embedded.toolkit.Icon;
import oriel.desktop.embedded.toolkit.Palette;
import oriel.desktop.embedded.toolkit.Text;
import oriel.desktop.embedded.toolkit.TextField;

/** Asks for user and password. */
final class CredentialsPage implements Page {

    /** Longest user name with its domain: 104 and 255 characters, a backslash, and room to spare. */
    private static final int LONGEST_USER = 400;

    private static final int LONGEST_PASSWORD = 256;
    private static final int FIELD = 40;
    private static final int LABEL = 20;

    private final Consumer<LogonAnswer> answer;
    private final MessageBanner banner;
    private final boolean userFixed;
    private final TextField user;
    private final TextField password;
    private final Button enter;
    private final Button disconnect;
    private Language language = Language.ENGLISH;
    private @Nullable Form form;
    private boolean caps;
    private int x;
    private int y;
    private int width;
    private int titleBaseline;

    CredentialsPage(LogonQuestion question, TextField.Clipboard clipboard, Consumer<LogonAnswer> answer) {
        this.answer = answer;
        banner = new MessageBanner(question.message());
        userFixed = question.userFixed();
        user = new TextField(LONGEST_USER, false, clipboard);
        user.text(question.userName());
        user.enabled(!userFixed);
        password = new TextField(LONGEST_PASSWORD, true, clipboard);
        enter = new Button(Button.Weight.PRIMARY, "", this::submit);
        disconnect = new Button(Button.Weight.LINK, "", () -> answer.accept(new LogonAnswer.Cancelled()));
    }

    @Override
    public void install(Form onto) {
        form = onto;
        onto.add(user);
        onto.add(password);
        onto.add(enter);
        onto.add(disconnect);
        onto.focus(userFixed || !user.isEmpty() ? password : user);
    }

    @Override
    public void removed() {
        password.wipe();
    }

    @Override
    public void speak(Language spoken) {
        language = spoken;
        banner.speak(spoken);
        enter.caption(spoken.text(userFixed ? "logon.unlock" : "logon.enter"));
        disconnect.caption(spoken.text("logon.disconnect"));
    }

    @Override
    public int height(int across, boolean tight) {
        return arrange(0, 0, across, tight, false);
    }

    @Override
    public void place(int left, int top, int across, boolean tight) {
        x = left;
        y = top;
        width = across;
        arrange(left, top, across, tight, true);
    }

    /** One walk from top to bottom, for measuring and for placing. */
    private int arrange(int left, int top, int across, boolean tight, boolean place) {
        int gap = tight ? 8 : 14;
        int at = top + (tight ? 26 : 34);
        if (place) {
            titleBaseline = at - 8;
        }
        at += tight ? 2 : 8;
        int bannerHeight = banner.height(across);
        at += bannerHeight == 0 ? 0 : bannerHeight + gap;
        at += LABEL;
        if (place) {
            user.place(left, at, across, FIELD);
        }
        at += FIELD + gap + LABEL;
        if (place) {
            password.place(left, at, across, FIELD);
        }
        at += FIELD + (tight ? 24 : 30);
        if (place) {
            enter.place(left, at, across, FIELD + 2);
        }
        at += FIELD + 2 + (tight ? 4 : 10);
        int wide = disconnect.preferredWidth();
        if (place) {
            disconnect.place(left + (across - wide) / 2, at, wide, 30);
        }
        return at + 30 - top;
    }

    @Override
    public void paint(Graphics2D g) {
        String title = language.text(userFixed ? "logon.locked" : "logon.title");
        Text.of(Face.LIGHT, 26, title).draw(g, x - 1, titleBaseline, Palette.INK);
        int bannerHeight = banner.height(width);
        banner.paint(g, x, user.y() - LABEL - bannerHeight - (user.y() - y < 120 + bannerHeight ? 8 : 14), width);
        label(g, "logon.user", user.y());
        label(g, "logon.password", password.y());
        if (caps) {
            int top = password.y() + FIELD + 5;
            Icon.WARNING.draw(g, x, top, 14, Palette.AMBER_DEEP);
            Text.of(Face.REGULAR, 13, language.text("logon.caps")).draw(g, x + 20, top + 12, Palette.AMBER_DEEP);
        }
    }

    private void label(Graphics2D g, String key, int fieldTop) {
        Text.of(Face.MEDIUM, 13, language.text(key)).draw(g, x, fieldTop - 7, Palette.INK_SOFT);
    }

    @Override
    public void keyPressed(KeyPress press) {
        if (press.key() == Key.ESCAPE) {
            password.wipe();
            focusOn(userFixed ? password : user);
        } else if (!press.repeat()) {
            Form.onEnter(press, this::next);
        }
    }

    /** Enter goes from the user to the password, and from there on. */
    private void next() {
        if (user.focused() && password.isEmpty()) {
            focusOn(password);
        } else {
            submit();
        }
    }

    private void submit() {
        String typed = user.text().strip();
        if (typed.isEmpty()) {
            focusOn(user);
            return;
        }
        int slash = typed.indexOf('\\');
        String domain = slash < 0 ? "" : typed.substring(0, slash);
        answer.accept(new LogonAnswer.Credentials(typed.substring(slash + 1), domain, password.characters()));
    }

    private void focusOn(TextField field) {
        if (form != null) {
            form.focus(field);
        }
    }

    @Override
    public void capsLock(boolean on) {
        if (caps != on) {
            caps = on;
            password.hintChanged(28);
        }
    }
}
