package oriel.desktop.embedded.logon;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import oriel.desktop.embedded.font.Face;
import oriel.desktop.embedded.keyboard.KeyPress;
import oriel.desktop.embedded.keyboard.Modifiers;
import oriel.desktop.embedded.look.Language;
import oriel.desktop.embedded.look.Logo;
import oriel.desktop.embedded.toolkit.Form;
import oriel.desktop.embedded.toolkit.Ink;
import oriel.desktop.embedded.toolkit.Palette;
import oriel.desktop.embedded.toolkit.PointerEvent;
import oriel.desktop.embedded.toolkit.PointerShape;
import oriel.desktop.embedded.toolkit.Scenery;
import oriel.desktop.embedded.toolkit.Stage;
import oriel.desktop.embedded.toolkit.StageKeyboard;
import oriel.desktop.embedded.toolkit.Text;

/** The logon screen as it is seen: a card with a page on it, and a line at the foot. */
final class LogonScenery implements Scenery {

    private static final int CARD = 400;
    private static final int HEADER = 62;
    private static final int NARROW = 960;
    private static final int LOW = 620;

    private final Stage stage;
    private final StageKeyboard keyboard;
    private final String hostName;
    private final Form form;
    private final Footer footer;
    private final Rectangle card = new Rectangle();
    private Language language;
    private Page page;
    private int width = 1;
    private int height = 1;

    LogonScenery(Stage stage, StageKeyboard keyboard, String hostName, Footer footer, Language language, Page first) {
        this.stage = stage;
        this.keyboard = keyboard;
        this.hostName = hostName;
        this.language = language;
        this.footer = footer;
        form = new Form(stage.damage());
        page = first;
        put();
    }

    void show(Page next) {
        form.clear();
        page.removed();
        page = next;
        put();
    }

    private void put() {
        page.speak(language);
        page.capsLock(keyboard.capsLock());
        page.install(form);
        layout();
    }

    void speak(Language spoken) {
        language = spoken;
        page.speak(spoken);
        footer.speak(spoken);
        layout();
    }

    void close() {
        form.clear();
        page.removed();
    }

    @Override
    public void resized(int newWidth, int newHeight) {
        width = newWidth;
        height = newHeight;
        footer.place(newWidth, newHeight);
        layout();
    }

    private void layout() {
        damageCard();
        boolean tight = height < LOW;
        int margin = tight ? 22 : 32;
        int inner = Math.min(CARD, Math.max(240, width - 16)) - 2 * 32;
        int high = page.height(inner, tight) + HEADER + 2 * margin - (tight ? 14 : 4);
        card.setSize(inner + 64, high);
        int middle = width < NARROW ? width / 2 : width * 29 / 100;
        card.x = Math.max(8, middle - card.width / 2);
        card.y = Math.max(4, (height - Footer.HEIGHT - high) / 2);
        page.place(card.x + 32, card.y + margin + HEADER, inner, tight);
        damageCard();
    }

    private void damageCard() {
        int reach = Ink.SHADOW + 8;
        stage.damage().repaint(card.x - reach, card.y - reach, card.width + 2 * reach, card.height + 2 * reach);
    }

    @Override
    public void paint(Graphics2D g) {
        footer.paint(g);
        Rectangle reach = new Rectangle(card);
        reach.grow(Ink.SHADOW, Ink.SHADOW);
        reach.height += Ink.SHADOW;
        if (!reach.intersects(g.getClipBounds())) {
            return;
        }
        Ink.shadow(g, card.x, card.y, card.width, card.height);
        Ink.round(g, card.x, card.y, card.width, card.height, 10, Palette.PAPER);
        int top = card.y + (height < LOW ? 22 : 32);
        int left = card.x + 32;
        Logo.draw(g, left, top - 2, 44);
        int room = card.width - 64 - 60;
        Text.fitting(Face.MEDIUM, 17, hostName, room).draw(g, left + 60, top + 16, Palette.INK);
        Text.fitting(Face.REGULAR, 13, "Oriel · " + language.text("product"), room)
                .draw(g, left + 60, top + 36, Palette.INK_SOFT);
        page.paint(g);
        form.paint(g);
    }

    @Override
    public void keyPressed(KeyPress press) {
        if (!form.keyPressed(press)) {
            page.keyPressed(press);
        }
    }

    @Override
    public void modifiersChanged(Modifiers modifiers) {
        page.capsLock(keyboard.capsLock());
    }

    @Override
    public void logoKey() {
        // there is no menu here
    }

    @Override
    public void pointer(PointerEvent event) {
        footer.pointer(event);
        form.pointer(event);
    }

    @Override
    public PointerShape pointerShape(int x, int y) {
        return card.contains(x, y) ? form.pointerShape(x, y) : footer.pointerShape(x, y);
    }
}
