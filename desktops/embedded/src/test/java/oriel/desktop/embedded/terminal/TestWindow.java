package oriel.desktop.embedded.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import oriel.contract.desktop.Size;
import oriel.desktop.embedded.keyboard.Key;
import oriel.desktop.embedded.keyboard.KeyPress;
import oriel.desktop.embedded.keyboard.Modifiers;
import oriel.desktop.embedded.pty.PtyCommand;
import oriel.desktop.embedded.toolkit.ContentHost;

/**
 * A window around a terminal, without a desktop. It keeps a picture that is only ever drawn where the terminal reported
 * damage, as a remote client would have it.
 */
final class TestWindow implements ContentHost, AutoCloseable {

    /** How long a test waits for what must happen: long, since machines stall. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    final TerminalContent content;
    final List<String> titles = new ArrayList<>();
    final List<String> told = new ArrayList<>();
    private BufferedImage client;
    private String clipboard = "";
    private boolean closed;
    private int reports;
    private long pixels;

    TestWindow(PtyCommand command, int columns, int rows) {
        content = new TerminalContent(command);
        Size hundred = content.preferredSize();
        client = image(hundred.width(), hundred.height());
        synchronized (this) {
            content.opened(this);
        }
        resize(columns, rows);
        focus(true);
    }

    private static BufferedImage image(int width, int height) {
        return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    }

    synchronized void focus(boolean now) {
        content.focusChanged(now);
    }

    synchronized void resize(int columns, int rows) {
        CellFont font = CellFont.at(15);
        client = image(columns * font.width() + 16, rows * font.height() + 12);
        content.resized(client.getWidth(), client.getHeight());
        repaint();
    }

    // what the terminal asks for

    @Override
    public synchronized void update(Runnable change) {
        change.run();
        corners.add(picture(1, 1).getRGB(0, 0));
        notifyAll();
    }

    @Override
    public synchronized void repaint(int x, int y, int width, int height) {
        reports++;
        pixels += (long) width * height;
        damage.add(new int[] {x, y, width, height});
    }

    private final List<int[]> damage = new ArrayList<>();
    private final List<Integer> corners = new ArrayList<>();

    @Override
    public synchronized void repaint() {
        repaint(0, 0, client.getWidth(), client.getHeight());
    }

    @Override
    public synchronized void title(String title) {
        titles.add(title);
    }

    @Override
    public void pointerShapeChanged() {}

    @Override
    public synchronized void tell(String message, Object... arguments) {
        told.add(message + ' ' + Arrays.toString(arguments));
    }

    @Override
    public void bell(int hertz, int milliseconds) {}

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            content.closed();
        }
        notifyAll();
    }

    @Override
    public synchronized String clipboard() {
        return clipboard;
    }

    @Override
    public synchronized void clipboard(String text) {
        clipboard = text;
    }

    // what a test looks at

    synchronized boolean isClosed() {
        return closed;
    }

    synchronized int reports() {
        return reports;
    }

    synchronized long pixels() {
        return pixels;
    }

    /** The colours that the upper left pixel has had, each after a change that was made from another thread. */
    synchronized List<Integer> corners() {
        return List.copyOf(corners);
    }

    synchronized String text() {
        var text = new StringBuilder();
        Terminal terminal = content.terminal();
        for (int y = 0; y < terminal.rows(); y++) {
            Selection.append(text, terminal.row(y), 0, terminal.columns(), false);
            text.append('\n');
        }
        return text.toString();
    }

    /** Waits until the screen shows something. */
    void await(String part) throws InterruptedException {
        await(text -> text.contains(part), part);
    }

    synchronized void await(Predicate<String> wanted, String description) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!wanted.test(text()) && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.timedWait(this, 50);
        }
        assertThat(text()).matches(wanted, description);
    }

    synchronized void awaitClosed() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!closed && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.timedWait(this, 50);
        }
        assertThat(closed).isTrue();
    }

    synchronized void press(KeyPress... presses) {
        for (KeyPress press : presses) {
            content.keyPressed(press);
        }
    }

    void press(Key key) {
        press(KeyPress.of(key, Modifiers.NONE));
    }

    void type(String text) {
        text.codePoints()
                .forEach(c ->
                        press(c == '\n' ? KeyPress.of(Key.ENTER, Modifiers.NONE) : KeyPress.of(c, Modifiers.NONE)));
    }

    // pictures

    /**
     * Draws where damage was reported, and checks that the picture is then the same as one drawn from scratch. A program may
     * still write, and what it writes is reported a moment later: then there is more to draw.
     */
    synchronized void assertDamageIsComplete() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!damageIsComplete() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.timedWait(this, 20);
        }
        assertThat(damageIsComplete()).as("every change was reported").isTrue();
    }

    private boolean damageIsComplete() {
        for (int[] d : damage) {
            draw(client, d[0], d[1], d[2], d[3]);
        }
        damage.clear();
        int[] kept = ((DataBufferInt) client.getRaster().getDataBuffer()).getData();
        int[] fresh = ((DataBufferInt) picture().getRaster().getDataBuffer()).getData();
        return Arrays.equals(kept, fresh);
    }

    /** All of it, drawn in one piece. */
    synchronized BufferedImage picture() {
        return picture(client.getWidth(), client.getHeight());
    }

    private BufferedImage picture(int width, int height) {
        BufferedImage whole = image(width, height);
        draw(whole, 0, 0, width, height);
        return whole;
    }

    /** All of it, drawn in pieces of odd sizes. */
    synchronized BufferedImage pictureInPieces(int width, int height) {
        BufferedImage whole = image(client.getWidth(), client.getHeight());
        for (int y = 0; y < whole.getHeight(); y += height) {
            for (int x = 0; x < whole.getWidth(); x += width) {
                draw(whole, x, y, width, height);
            }
        }
        return whole;
    }

    /** As the desktop does it: a strip of its own, moved into place. */
    private void draw(BufferedImage into, int x, int y, int width, int height) {
        int right = Math.min(x + width, into.getWidth());
        int bottom = Math.min(y + height, into.getHeight());
        int left = Math.max(x, 0);
        int top = Math.max(y, 0);
        if (right <= left || bottom <= top) {
            return;
        }
        BufferedImage strip = image(right - left, bottom - top);
        Graphics2D g = strip.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.translate(-left, -top);
        g.setClip(left, top, right - left, bottom - top);
        content.paint(g);
        g.dispose();
        into.setRGB(
                left,
                top,
                right - left,
                bottom - top,
                strip.getRGB(0, 0, right - left, bottom - top, null, 0, right - left),
                0,
                right - left);
    }

    /** Keeps a picture for people to look at. */
    void save(String name) throws IOException {
        Path directory = Files.createDirectories(Path.of("target", "screenshots"));
        ImageIO.write(picture(), "png", directory.resolve(name + ".png").toFile());
    }
}
