package oriel.rdp;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import oriel.contract.desktop.KeyboardSink;
import oriel.contract.desktop.PointerSink;

/** Writes down what is typed and pointed at. */
final class RecordedInput implements KeyboardSink, PointerSink {

    final LinkedBlockingQueue<String> events = new LinkedBlockingQueue<>();

    String next() throws InterruptedException {
        String event = events.poll(40, TimeUnit.SECONDS);
        if (event == null) {
            throw new AssertionError("no input arrived");
        }
        return event;
    }

    @Override
    public void key(int scanCode, int prefix, boolean down) {
        events.add("key %02x prefix %02x %s".formatted(scanCode, prefix, down ? "down" : "up"));
    }

    @Override
    public void character(int codePoint, boolean down) {
        events.add("character " + Character.toString(codePoint) + (down ? " down" : " up"));
    }

    @Override
    public void locks(boolean scroll, boolean num, boolean caps, boolean kana) {
        events.add("locks %b %b %b %b".formatted(scroll, num, caps, kana));
    }

    @Override
    public void moved(int x, int y) {
        events.add("moved " + x + "," + y);
    }

    @Override
    public void button(int button, boolean down, int x, int y) {
        events.add("button %d %s at %d,%d".formatted(button, down ? "down" : "up", x, y));
    }

    @Override
    public void wheel(int units, boolean horizontal, int x, int y) {
        events.add("wheel %d %s at %d,%d".formatted(units, horizontal ? "horizontal" : "vertical", x, y));
    }

    @Override
    public void releaseAll() {
        events.add("release all");
    }
}
