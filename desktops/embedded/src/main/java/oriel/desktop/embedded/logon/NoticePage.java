package oriel.desktop.embedded.logon;

import java.awt.Graphics2D;
import oriel.contract.desktop.LogonMessage;
import oriel.desktop.embedded.font.Face;
import oriel.desktop.embedded.keyboard.Key;
import oriel.desktop.embedded.keyboard.KeyPress;
import oriel.desktop.embedded.look.Language;
import oriel.desktop.embedded.toolkit.Button;
import oriel.desktop.embedded.toolkit.Form;
import oriel.desktop.embedded.toolkit.Label;
import oriel.desktop.embedded.toolkit.Palette;
import oriel.desktop.embedded.toolkit.Text;

/** Says something and waits for its one button. */
final class NoticePage implements Page {

    private final LogonMessage message;
    private final Runnable done;
    private final Label label = new Label(Face.REGULAR, 15, Palette.INK, Label.Alignment.LEFT, "");
    private final Button ok;
    private Language language = Language.ENGLISH;
    private int x;
    private int y;

    NoticePage(LogonMessage message, Runnable done) {
        this.message = message;
        this.done = done;
        ok = new Button(Button.Weight.PRIMARY, "", done);
    }

    @Override
    public void install(Form form) {
        form.add(label);
        form.add(ok);
        form.focus(ok);
    }

    @Override
    public void removed() {
        // nothing is kept
    }

    @Override
    public void speak(Language spoken) {
        language = spoken;
        label.text(spoken.text(message));
        ok.caption(spoken.text("notice.ok"));
    }

    @Override
    public int height(int width, boolean tight) {
        return 46 + label.heightFor(width) + 28 + 42;
    }

    @Override
    public void place(int left, int top, int width, boolean tight) {
        x = left;
        y = top;
        int high = label.heightFor(width);
        label.place(left, top + 46, width, high);
        int wide = Math.max(120, ok.preferredWidth());
        ok.place(left + width - wide, top + 46 + high + 28, wide, 42);
    }

    @Override
    public void paint(Graphics2D g) {
        Text.of(Face.LIGHT, 26, language.text("notice.title")).draw(g, x - 1, y + 26, Palette.INK);
    }

    @Override
    public void keyPressed(KeyPress press) {
        if (press.key() == Key.ESCAPE && !press.repeat()) {
            done.run();
        }
    }
}
