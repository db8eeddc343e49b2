package oriel.desktop.embedded.logon;

import java.awt.Graphics2D;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Consumer;
import oriel.contract.desktop.PointerSink;
import oriel.desktop.embedded.font.Face;
import oriel.desktop.embedded.look.KeyboardName;
import oriel.desktop.embedded.look.Language;
import oriel.desktop.embedded.toolkit.Damage;
import oriel.desktop.embedded.toolkit.Icon;
import oriel.desktop.embedded.toolkit.Palette;
import oriel.desktop.embedded.toolkit.PointerEvent;
import oriel.desktop.embedded.toolkit.PointerShape;
import oriel.desktop.embedded.toolkit.Text;

/** The line at the foot of the logon screen: languages, keyboard, time. */
final class Footer {

    static final int HEIGHT = 52;

    private static final int SIZE = 14;

    private final Damage damage;
    private final Consumer<Language> choose;
    private Language language;
    private Instant now;
    private ZoneId zone;
    private int layout;
    private int width = 1;
    private int top;
    private int hovered = -1;

    Footer(Damage damage, Language language, Instant now, ZoneId zone, int layout, Consumer<Language> choose) {
        this.damage = damage;
        this.language = language;
        this.now = now;
        this.zone = zone;
        this.layout = layout;
        this.choose = choose;
    }

    void place(int newWidth, int height) {
        width = newWidth;
        top = height - HEIGHT;
        repaint();
    }

    void speak(Language spoken) {
        language = spoken;
        repaint();
    }

    void tick(Instant time) {
        now = time;
        repaint();
    }

    void adapt(ZoneId newZone, int newLayout) {
        zone = newZone;
        layout = newLayout;
        repaint();
    }

    private void repaint() {
        damage.repaint(0, top, width, HEIGHT);
    }

    private Text name(Language one) {
        return Text.of(one == language ? Face.MEDIUM : Face.REGULAR, SIZE, one.text("language.name"));
    }

    /** Left edge of a language's name. */
    private int leftOf(Language one) {
        int x = 50;
        for (Language other : Language.values()) {
            if (other == one) {
                return x;
            }
            x += name(other).width() + 20;
        }
        return x;
    }

    private int languageAt(int x, int y) {
        if (y >= top) {
            for (Language one : Language.values()) {
                int left = leftOf(one);
                if (x >= left - 8 && x < left + name(one).width() + 8) {
                    return one == Language.ENGLISH ? 0 : 1;
                }
            }
        }
        return -1;
    }

    void pointer(PointerEvent event) {
        boolean gone = event.action() == PointerEvent.Action.LEFT;
        int over = gone ? -1 : languageAt(event.x(), event.y());
        if (over != hovered) {
            hovered = over;
            repaint();
        }
        if (over >= 0 && event.action() == PointerEvent.Action.PRESSED && event.button() == PointerSink.LEFT) {
            choose.accept(over == 0 ? Language.ENGLISH : Language.FRENCH);
        }
    }

    PointerShape pointerShape(int x, int y) {
        return languageAt(x, y) >= 0 ? PointerShape.HAND : PointerShape.ARROW;
    }

    void paint(Graphics2D g) {
        if (!g.getClipBounds().intersects(0, top, width, HEIGHT)) {
            return;
        }
        int baseline = top + 31;
        Icon.GLOBE.draw(g, 24, top + 18, 16, Palette.MIST);
        int x = 50;
        for (Language one : Language.values()) {
            boolean over = hovered == (one == Language.ENGLISH ? 0 : 1);
            name(one)
                    .draw(
                            g,
                            leftOf(one),
                            baseline,
                            one == language ? Palette.SNOW : over ? Palette.AMBER : Palette.MIST);
            x = leftOf(one) + name(one).width();
        }
        x += 36;
        Icon.KEYBOARD.draw(g, x, top + 17, 18, Palette.MIST);
        Text.of(Face.REGULAR, SIZE, KeyboardName.of(layout)).draw(g, x + 26, baseline, Palette.MIST);
        Text time = Text.of(Face.MEDIUM, 16, language.time(now, zone));
        time.draw(g, width - 24 - time.width(), baseline, Palette.SNOW);
        if (width > 700) {
            Text date = Text.of(Face.REGULAR, SIZE, language.date(now, zone));
            date.draw(g, width - 24 - time.width() - 14 - date.width(), baseline, Palette.MIST);
        }
    }
}
