package oriel.service;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import oriel.contract.desktop.ClientView;
import oriel.contract.desktop.KeyboardSink;
import oriel.contract.desktop.PointerSink;
import oriel.contract.desktop.Scene;
import oriel.contract.desktop.Screen;

/** A scene that remembers what it was told. */
class FakeScene implements Scene, KeyboardSink, PointerSink {

    final List<String> heard = new CopyOnWriteArrayList<>();
    final FakeScreen screen;
    final BlockingQueue<ClientView> adapted = new LinkedBlockingQueue<>();
    final CountDownLatch end = new CountDownLatch(1);
    volatile boolean closed;
    volatile boolean fails;

    FakeScene(ClientView view, int colour) {
        screen = new FakeScreen(view.size(), colour);
    }

    @Override
    public Screen screen() {
        return screen;
    }

    @Override
    public KeyboardSink keyboard() {
        return this;
    }

    @Override
    public PointerSink pointer() {
        return this;
    }

    @Override
    public void adapt(ClientView view) {
        heard.add("adapt " + view.size());
        screen.resize(view.size());
        adapted.add(view);
    }

    @Override
    public void close() {
        closed = true;
        end.countDown();
    }

    @Override
    public void key(int scanCode, int prefix, boolean down) {
        heard.add("key " + scanCode + (down ? " down" : " up"));
        if (fails) {
            throw new IllegalStateException("a bug of the scene");
        }
    }

    @Override
    public void character(int codePoint, boolean down) {
        heard.add("character " + codePoint);
    }

    @Override
    public void locks(boolean scroll, boolean num, boolean caps, boolean kana) {
        heard.add("locks " + scroll + num + caps + kana);
    }

    @Override
    public void moved(int x, int y) {
        heard.add("moved " + x + "," + y);
        if (fails) {
            throw new AssertionError("another bug of the scene");
        }
    }

    @Override
    public void button(int button, boolean down, int x, int y) {
        heard.add("button " + button);
    }

    @Override
    public void wheel(int units, boolean horizontal, int x, int y) {
        heard.add("wheel " + units);
    }

    @Override
    public void releaseAll() {
        heard.add("releaseAll");
    }
}
