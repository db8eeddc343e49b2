package oriel.desktop.x11;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import oriel.contract.desktop.CursorShape;
import oriel.contract.desktop.ScreenWatcher;
import oriel.contract.desktop.Size;

/** Hears all that a screen tells, and waits for what a test expects. */
public final class Onlooker implements ScreenWatcher {

    private final List<Rectangle> damage = new ArrayList<>();
    private final List<Size> sizes = new ArrayList<>();
    private final List<CursorShape> shapes = new ArrayList<>();
    private final List<String> moves = new ArrayList<>();
    private final List<String> bells = new ArrayList<>();

    /** Has heard nothing yet. */
    public Onlooker() {}

    @Override
    public synchronized void damaged(int x, int y, int width, int height) {
        damage.add(new Rectangle(x, y, width, height));
        notifyAll();
    }

    @Override
    public synchronized void resized(Size size) {
        sizes.add(size);
        notifyAll();
    }

    @Override
    public synchronized void cursorChanged(CursorShape shape) {
        shapes.add(shape);
        notifyAll();
    }

    @Override
    public synchronized void cursorMoved(int x, int y) {
        moves.add(x + "," + y);
        notifyAll();
    }

    @Override
    public synchronized void bell(int hertz, int milliseconds) {
        bells.add(hertz + " Hz " + milliseconds + " ms");
        notifyAll();
    }

    /** Areas that were damaged. */
    public synchronized List<Rectangle> damage() {
        return List.copyOf(damage);
    }

    /** Sizes there have been. */
    public synchronized List<Size> sizes() {
        return List.copyOf(sizes);
    }

    /** Shapes of the pointer there have been. */
    public synchronized List<CursorShape> shapes() {
        return List.copyOf(shapes);
    }

    /** Where the session has put the pointer. */
    public synchronized List<String> moves() {
        return List.copyOf(moves);
    }

    /** Bells that have rung. */
    public synchronized List<String> bells() {
        return List.copyOf(bells);
    }

    /** Forgets what was heard. */
    public synchronized void forget() {
        damage.clear();
        sizes.clear();
        shapes.clear();
        moves.clear();
        bells.clear();
    }

    /** Waits until what was heard is what a test expects; ten seconds. */
    public synchronized void await(Predicate<Onlooker> expected) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        try {
            while (!expected.test(this)) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    throw new AssertionError("not heard: damage " + damage + ", sizes " + sizes + ", shapes "
                            + shapes.size() + ", moves " + moves + ", bells " + bells);
                }
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
