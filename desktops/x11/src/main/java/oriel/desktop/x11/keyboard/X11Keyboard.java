package oriel.desktop.x11.keyboard;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.contract.desktop.KeyboardLocks;
import oriel.contract.desktop.KeyboardSink;
import oriel.desktop.x11.client.Extension;
import oriel.desktop.x11.client.Listening;
import oriel.desktop.x11.client.XConnection;
import oriel.desktop.x11.xtest.FakeInput;
import oriel.xsession.SessionOrder.Keyboard;

/**
 * The keyboard of an X server. What is typed is queued and carried out in order by a virtual thread: some of it must wait for
 * the server, or for programs to learn what a key means.
 */
public final class X11Keyboard implements KeyboardSink, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(X11Keyboard.class);

    /** Steps that may wait; who types more while the server stands still loses what was typed. */
    private static final int MOST_STEPS = 4096;

    @FunctionalInterface
    private interface Step {
        void take(KeyboardDriver driver) throws IOException;
    }

    private final XConnection server;
    private final KeyboardDriver driver;
    private final BlockingQueue<Step> steps = new ArrayBlockingQueue<>(MOST_STEPS);
    private final Thread thread;
    private final Ears ears = new Ears();
    private final Listening listening;

    private X11Keyboard(XConnection server, KeyboardDriver driver, Extension xkb) {
        this.server = server;
        this.driver = driver;
        thread = Thread.ofVirtual().name("x11-keyboard").unstarted(this::run);
        listening = server.on(Xkb.Event.of(xkb), ears);
    }

    /**
     * Takes the keyboard of a server over: from now on keys repeat only as the client says.
     *
     * @param server       connection to the server, all of whose XKB events are this keyboard's; stays the caller's
     * @param input        sends keys over that connection
     * @param locksChanged hears when the lock keys stand otherwise than the client believes; returns at once
     * @return the keyboard
     * @throws IOException if the server does not answer, or lacks XKB
     */
    public static X11Keyboard open(XConnection server, FakeInput input, Consumer<KeyboardLocks> locksChanged)
            throws IOException {
        Extension xkb = Xkb.open(server);
        var driver = new KeyboardDriver(server, input, xkb, locksChanged);
        driver.repeatOff();
        var keyboard = new X11Keyboard(server, driver, xkb);
        keyboard.thread.start();
        return keyboard;
    }

    /** Hears what happens to the keyboard in the session, on the thread that reads the server. */
    private final class Ears implements Consumer<Xkb.Event> {

        private final AtomicBoolean map = new AtomicBoolean();
        private final AtomicBoolean locks = new AtomicBoolean();
        private final AtomicBoolean repeat = new AtomicBoolean();

        @Override
        public void accept(Xkb.Event event) {
            switch (event) {
                case Xkb.OtherMap change -> {
                    if (!driver.isOwn(change)) {
                        once(map, KeyboardDriver::reread);
                    }
                }
                case Xkb.OtherLocks change -> {
                    driver.group(change.group());
                    once(locks, KeyboardDriver::checkLocks);
                }
                case Xkb.OtherControls change -> {
                    if (change.repeats()) {
                        once(repeat, KeyboardDriver::repeatOff);
                    }
                }
            }
        }

        /** What stood in the queue is lost. */
        void forget() {
            map.set(false);
            locks.set(false);
            repeat.set(false);
        }

        /** However often a program of the session does this: one step at a time stands in the queue. */
        private void once(AtomicBoolean pending, Step step) {
            if (pending.compareAndSet(false, true)) {
                add(driver -> {
                    pending.set(false);
                    step.take(driver);
                });
            }
        }
    }

    private void add(Step step) {
        if (!steps.offer(step)) {
            LOG.warn("The X server does not take what is typed; {} steps are lost.", steps.size());
            steps.clear();
            ears.forget();
            steps.offer(KeyboardDriver::releaseAll);
        }
    }

    private void run() {
        try {
            while (!server.isEnded()) {
                take(steps.take());
            }
        } catch (InterruptedException e) {
            LOG.debug("The keyboard of a session is closed.");
        }
    }

    private void take(Step step) {
        try {
            step.take(driver);
        } catch (IOException e) {
            LOG.debug("The X server did not do what was typed: {}.", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("A key could not be typed", e);
        }
    }

    /**
     * Applies a layout, unless it is the one that was applied last.
     *
     * @param keyboard the layout
     */
    public void layout(Keyboard keyboard) {
        add(driver -> driver.layout(keyboard));
    }

    @Override
    public void key(int scanCode, int prefix, boolean down) {
        int keycode = Keycodes.of(scanCode, prefix);
        if (keycode != Keycodes.NONE) {
            add(driver -> driver.key(keycode, down));
        }
    }

    @Override
    public void character(int codePoint, boolean down) {
        if (down && Character.isValidCodePoint(codePoint) && codePoint != 0) {
            add(driver -> driver.character(codePoint));
        }
    }

    @Override
    public void locks(boolean scroll, boolean num, boolean caps, boolean kana) {
        add(driver -> driver.locks(new KeyboardLocks(scroll, num, caps, kana)));
    }

    @Override
    public void releaseAll() {
        add(KeyboardDriver::releaseAll);
    }

    /** Waits until what was typed so far has been handed to the server. */
    void settle() throws InterruptedException {
        var done = new CountDownLatch(1);
        add(driver -> done.countDown());
        if (!done.await(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the X server does not take what is typed");
        }
    }

    /** Nothing is typed any more; the connection stays open. */
    @Override
    public void close() {
        listening.close();
        thread.interrupt();
    }
}
