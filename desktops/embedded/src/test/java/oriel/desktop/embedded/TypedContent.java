package oriel.desktop.embedded;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import oriel.contract.desktop.Size;
import oriel.desktop.embedded.font.Face;
import oriel.desktop.embedded.keyboard.KeyPress;
import oriel.desktop.embedded.toolkit.Content;
import oriel.desktop.embedded.toolkit.ContentHost;
import oriel.desktop.embedded.toolkit.PointerEvent;
import oriel.desktop.embedded.toolkit.PointerShape;
import oriel.desktop.embedded.toolkit.Text;

/** A content that shows what was typed into it, and remembers what happened to it. */
final class TypedContent implements Content {

    final List<String> events = new ArrayList<>();
    final StringBuilder typed = new StringBuilder();

    @Nullable
    ContentHost host;

    private int width;
    private int height;
    private boolean focused;

    ContentHost window() {
        return Objects.requireNonNull(host);
    }

    @Override
    public void opened(ContentHost window) {
        host = window;
        events.add("opened");
    }

    @Override
    public Size preferredSize() {
        return new Size(720, 420);
    }

    @Override
    public void resized(int newWidth, int newHeight) {
        width = newWidth;
        height = newHeight;
        events.add("resized " + newWidth + "x" + newHeight);
    }

    @Override
    public void paint(Graphics2D g) {
        g.setColor(new Color(0x0D1B24));
        g.fillRect(0, 0, width, height);
        Text text = Text.of(Face.MONO, 14, "$ " + typed);
        text.draw(g, 10, 24, new Color(0xD8E6EC));
        g.setColor(focused ? Color.ORANGE : Color.GRAY);
        g.fillRect(10 + text.width(), 12, 8, 16);
    }

    @Override
    public void keyPressed(KeyPress press) {
        typed.append(press.text());
        if (host != null) {
            host.repaint(0, 0, width, 32);
        }
    }

    @Override
    public void pointer(PointerEvent event) {
        events.add(event.action() + " " + event.x() + "," + event.y());
    }

    @Override
    public PointerShape pointerShape(int x, int y) {
        return PointerShape.TEXT;
    }

    @Override
    public void focusChanged(boolean has) {
        focused = has;
        if (host != null) {
            host.repaint(0, 0, width, 32);
        }
    }

    @Override
    public void visibilityChanged(boolean visible) {
        events.add(visible ? "shown" : "hidden");
    }

    @Override
    public void closed() {
        events.add("closed");
    }
}
