package oriel.desktop.x11.keyboard;

import java.io.IOException;
import java.util.BitSet;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.contract.desktop.KeyboardLocks;
import oriel.desktop.x11.client.Atom;
import oriel.desktop.x11.client.Extension;
import oriel.desktop.x11.client.Property;
import oriel.desktop.x11.client.Request;
import oriel.desktop.x11.client.XConnection;
import oriel.desktop.x11.xtest.FakeInput;
import oriel.wire.Octets;
import oriel.xsession.SessionOrder.Keyboard;

/** Does what the keyboard of a session is told, step by step, on the one thread that may wait for the X server. */
final class KeyboardDriver {

    private static final Logger LOG = LoggerFactory.getLogger(KeyboardDriver.class);

    private static final String RULES_NAMES = "_XKB_RULES_NAMES";
    private static final int LONGEST_RULES_NAMES = 1024;
    private static final int UNICODE = 0x100_0000;

    private final XConnection server;
    private final FakeInput input;
    private final Extension xkb;
    private final Consumer<KeyboardLocks> locksChanged;
    private final SpareKeys spares = new SpareKeys();
    private final BitSet down = new BitSet(256);
    private final AltGr altGr = new AltGr();

    /** Changes of spare keys whose notice has not come back yet. */
    private final AtomicInteger ownChanges = new AtomicInteger();

    private volatile int group;
    private KeyTable table;

    /** How the client's lock keys stand, as far as it has told or been told. */
    private KeyboardLocks expected = new KeyboardLocks(false, false, false, false);

    private Optional<Keyboard> applied = Optional.empty();

    KeyboardDriver(XConnection server, FakeInput input, Extension xkb, Consumer<KeyboardLocks> locksChanged)
            throws IOException {
        this.server = server;
        this.input = input;
        this.xkb = xkb;
        this.locksChanged = locksChanged;
        table = KeyTable.read(server);
        learn();
        expected = locked();
    }

    // --- layout
    // ---------------------------------------------------------------------------------------------------------

    /** Has the server load a layout, unless it is what this client has last wanted: what the user chose since then stays. */
    void layout(Keyboard keyboard) throws IOException {
        if (applied.equals(Optional.of(keyboard))) {
            return;
        }
        releaseAll();
        KeymapNames names = KeymapNames.of(keyboard);
        Octets wanted = rulesNames(names);
        int root = server.root();
        int property = server.atom(RULES_NAMES);
        boolean there = server.ask(Property.Get.all(root, property, LONGEST_RULES_NAMES))
                .value()
                .equals(wanted);
        if (!there && !server.ask(new Xkb.LoadKeymap(xkb, names))) {
            LOG.warn("The X server cannot load keyboard layout {}; the session keeps the one it has.", names.symbols());
            return;
        }
        applied = Optional.of(keyboard);
        if (!there) {
            server.send(Property.Change.bytes(root, property, Atom.STRING, wanted));
            reread();
            lock(expected);
        }
    }

    /** What setxkbmap(1) leaves on the root window: rules, model, layouts, variants, options. */
    private static Octets rulesNames(KeymapNames names) {
        String text = String.join("\0", KeymapNames.RULES, KeymapNames.MODEL, names.layouts(), names.variants(), "");
        return Octets.of((text + "\0").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    /** Keys mean something else now. */
    void reread() throws IOException {
        table = KeyTable.read(server);
        learn();
    }

    private void learn() {
        spares.keep(table.free(), table::keysym);
    }

    /** Whether a change of the keymap is one of this driver's own. Called by the thread that reads the server. */
    boolean isOwn(Xkb.OtherMap change) {
        return change.count() == 1 && ownChanges.getAndUpdate(count -> Math.max(0, count - 1)) > 0;
    }

    /** Another group of symbols is in force. Called by the thread that reads the server. */
    void group(int now) {
        group = now;
    }

    // --- keys
    // -----------------------------------------------------------------------------------------------------------

    void key(int keycode, boolean pressed) throws IOException {
        if (!pressed) {
            release(keycode);
        } else if (altGr.invents(keycode)) {
            return;
        } else if (!down.get(keycode)) {
            if (table.isLevel3(Keycodes.ALT_RIGHT) && altGr.undoesCtrl(keycode, System.nanoTime())) {
                release(Keycodes.CTRL_LEFT);
            }
            down.set(keycode);
            expected = toggled(keycode);
            input.key(keycode, true);
        } else if (!table.isModifier(keycode)) {
            // The client repeats the key. A server that is told of a press twice takes the second for a mistake.
            input.key(keycode, false);
            input.key(keycode, true);
        }
    }

    private void release(int keycode) throws IOException {
        altGr.released(keycode);
        if (down.get(keycode)) {
            down.clear(keycode);
            input.key(keycode, false);
            if (isLock(keycode)) {
                checkLocks();
            }
        }
    }

    void releaseAll() throws IOException {
        for (int key = down.nextSetBit(0); key >= 0; key = down.nextSetBit(key + 1)) {
            release(key);
        }
    }

    /** Keys that are held repeat only as the client says: the network may be slower than the hand. */
    void repeatOff() {
        server.send(out -> Request.head(out, 102 /* ChangeKeyboardControl */, 0)
                .i32(1 << 7 /* auto-repeat-mode */)
                .i32(0 /* off */));
    }

    // --- characters
    // -----------------------------------------------------------------------------------------------------

    void character(int codePoint) {
        int keysym = keysym(codePoint);
        int key = table.keyOf(keysym);
        if (key != Keycodes.NONE && !down.get(key) && (isUnmodified() || isFunction(keysym))) {
            tap(key);
            return;
        }
        Optional<SpareKeys.Turn> found = spares.take(keysym, System.nanoTime());
        if (found.isEmpty()) {
            LOG.debug("Character U+{} is lost: all keys have a meaning.", Integer.toHexString(codePoint));
            return;
        }
        SpareKeys.Turn turn = found.get();
        long ready = System.nanoTime() + turn.pause();
        while (turn.pause() > 0
                && System.nanoTime() < ready
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(this, ready - System.nanoTime());
        }
        if (turn.put()) {
            ownChanges.incrementAndGet();
            server.send(new Xkb.SetKeySyms(
                    xkb, server.setup().leastKeyCode(), server.setup().mostKeyCode(), turn.keycode(), keysym));
        }
        tap(turn.keycode());
    }

    private void tap(int keycode) {
        input.key(keycode, true);
        input.key(keycode, false);
    }

    /** Whether a key types its first symbol now. */
    private boolean isUnmodified() {
        return group == 0
                && !expected.caps()
                && !expected.kana()
                && down.stream().noneMatch(table::isModifier);
    }

    /** The symbol of a character (X Protocol, Appendix A): Latin-1 and control characters have their own numbers. */
    static int keysym(int codePoint) {
        return switch (codePoint) {
            case '\b', '\t', '\r', 0x1B -> 0xFF00 | codePoint;
            case '\n' -> 0xFF0D;
            case 0x7F -> 0xFFFF;
            default ->
                isBetween(0x20, codePoint, 0x7E) || isBetween(0xA0, codePoint, 0xFF) ? codePoint : UNICODE | codePoint;
        };
    }

    /** Enter and the like, which mean the same with and without modifiers. */
    private static boolean isFunction(int keysym) {
        return isBetween(0xFF00, keysym, 0xFFFF);
    }

    private static boolean isBetween(int least, int number, int most) {
        return least <= number && number <= most;
    }

    // --- lock keys
    // ------------------------------------------------------------------------------------------------------

    void locks(KeyboardLocks client) {
        expected = client;
        lock(client);
    }

    private void lock(KeyboardLocks locks) {
        int affected = table.caps() | table.num() | table.scroll() | table.kana();
        int locked = (locks.caps() ? table.caps() : 0)
                | (locks.num() ? table.num() : 0)
                | (locks.scroll() ? table.scroll() : 0)
                | (locks.kana() ? table.kana() : 0);
        server.send(new Xkb.Lock(xkb, affected, locked));
    }

    /** Looks whether the session's lock keys stand as the client believes, and tells it where they do not. */
    void checkLocks() throws IOException {
        if (down.stream().anyMatch(KeyboardDriver::isLock)) {
            return; // the second press of a lock key acts when it is released, and then this is asked again
        }
        KeyboardLocks now = locked();
        if (!now.equals(expected)) {
            expected = now;
            locksChanged.accept(now);
        }
    }

    /** Locks without a modifier in this keymap are the client's own. */
    private KeyboardLocks locked() throws IOException {
        int locked = server.ask(new Xkb.GetLocked(xkb));
        return new KeyboardLocks(
                stands(table.scroll(), locked, expected.scroll()),
                stands(table.num(), locked, expected.num()),
                stands(table.caps(), locked, expected.caps()),
                stands(table.kana(), locked, expected.kana()));
    }

    private static boolean stands(int modifier, int locked, boolean believed) {
        return modifier == 0 ? believed : (locked & modifier) != 0;
    }

    private static boolean isLock(int keycode) {
        return keycode == Keycodes.CAPS_LOCK || keycode == Keycodes.NUM_LOCK || keycode == Keycodes.SCROLL_LOCK;
    }

    private KeyboardLocks toggled(int keycode) {
        return new KeyboardLocks(
                expected.scroll() ^ keycode == Keycodes.SCROLL_LOCK,
                expected.num() ^ keycode == Keycodes.NUM_LOCK,
                expected.caps() ^ keycode == Keycodes.CAPS_LOCK,
                expected.kana());
    }
}
