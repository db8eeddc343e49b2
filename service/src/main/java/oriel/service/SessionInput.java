package oriel.service;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.contract.desktop.KeyboardSink;
import oriel.contract.desktop.PointerSink;
import oriel.contract.desktop.Scene;

/**
 * Keyboard and mouse of a session as one connection feeds them: everything goes to the scene that is shown. When the scene
 * changes, the old one hears that all keys and buttons are up, the new one how the lock keys stand. What goes wrong in a scene
 * stays there.
 */
final class SessionInput {

    private static final Logger LOG = LoggerFactory.getLogger(SessionInput.class);

    private record Locks(boolean scroll, boolean num, boolean caps, boolean kana) {}

    private volatile @Nullable Scene scene;
    private volatile @Nullable Locks locks;
    private volatile @Nullable Scene complainedOf;
    private final KeyboardSink keyboard = new Keyboard();
    private final PointerSink pointer = new Pointer();

    KeyboardSink keyboard() {
        return keyboard;
    }

    PointerSink pointer() {
        return pointer;
    }

    /** Feeds a scene from now on; null = none. */
    void turnTo(@Nullable Scene next) {
        Scene before = scene;
        scene = next;
        give(before, to -> to.keyboard().releaseAll());
        give(before, to -> to.pointer().releaseAll());
        Locks known = locks;
        if (known != null) {
            give(next, to -> to.keyboard().locks(known.scroll, known.num, known.caps, known.kana));
        }
    }

    /** Whatever a scene makes of an event, it reaches nobody else: the next event comes as if this one had been taken. */
    private void give(@Nullable Scene to, Consumer<Scene> event) {
        if (to == null) {
            return;
        }
        try {
            event.accept(to);
        } catch (RuntimeException | Error e) {
            if (complainedOf != to) {
                complainedOf = to;
                LOG.error("A scene has failed to take input; if it fails again, that is not said any more", e);
            }
        }
    }

    private void give(Consumer<Scene> event) {
        give(scene, event);
    }

    private final class Keyboard implements KeyboardSink {

        @Override
        public void key(int scanCode, int prefix, boolean down) {
            give(to -> to.keyboard().key(scanCode, prefix, down));
        }

        @Override
        public void character(int codePoint, boolean down) {
            give(to -> to.keyboard().character(codePoint, down));
        }

        @Override
        public void locks(boolean scroll, boolean num, boolean caps, boolean kana) {
            locks = new Locks(scroll, num, caps, kana);
            give(to -> to.keyboard().locks(scroll, num, caps, kana));
        }

        @Override
        public void releaseAll() {
            give(to -> to.keyboard().releaseAll());
        }
    }

    private final class Pointer implements PointerSink {

        @Override
        public void moved(int x, int y) {
            give(to -> to.pointer().moved(x, y));
        }

        @Override
        public void button(int button, boolean down, int x, int y) {
            give(to -> to.pointer().button(button, down, x, y));
        }

        @Override
        public void wheel(int units, boolean horizontal, int x, int y) {
            give(to -> to.pointer().wheel(units, horizontal, x, y));
        }

        @Override
        public void releaseAll() {
            give(to -> to.pointer().releaseAll());
        }
    }
}
