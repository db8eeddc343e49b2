package oriel.service;

import org.jspecify.annotations.Nullable;
import oriel.contract.desktop.KeyboardSink;
import oriel.contract.desktop.PointerSink;
import oriel.contract.desktop.Scene;

/**
 * Keyboard and mouse of a session as one connection feeds them: everything goes to the scene that is shown. When the scene
 * changes, the old one hears that all keys and buttons are up, the new one how the lock keys stand.
 */
final class SessionInput {

    private record Locks(boolean scroll, boolean num, boolean caps, boolean kana) {}

    private volatile @Nullable Scene scene;
    private volatile @Nullable Locks locks;
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
        if (before != null) {
            before.keyboard().releaseAll();
            before.pointer().releaseAll();
        }
        Locks known = locks;
        if (next != null && known != null) {
            next.keyboard().locks(known.scroll, known.num, known.caps, known.kana);
        }
    }

    private final class Keyboard implements KeyboardSink {

        @Override
        public void key(int scanCode, int prefix, boolean down) {
            Scene to = scene;
            if (to != null) {
                to.keyboard().key(scanCode, prefix, down);
            }
        }

        @Override
        public void character(int codePoint, boolean down) {
            Scene to = scene;
            if (to != null) {
                to.keyboard().character(codePoint, down);
            }
        }

        @Override
        public void locks(boolean scroll, boolean num, boolean caps, boolean kana) {
            locks = new Locks(scroll, num, caps, kana);
            Scene to = scene;
            if (to != null) {
                to.keyboard().locks(scroll, num, caps, kana);
            }
        }

        @Override
        public void releaseAll() {
            Scene to = scene;
            if (to != null) {
                to.keyboard().releaseAll();
            }
        }
    }

    private final class Pointer implements PointerSink {

        @Override
        public void moved(int x, int y) {
            Scene to = scene;
            if (to != null) {
                to.pointer().moved(x, y);
            }
        }

        @Override
        public void button(int button, boolean down, int x, int y) {
            Scene to = scene;
            if (to != null) {
                to.pointer().button(button, down, x, y);
            }
        }

        @Override
        public void wheel(int units, boolean horizontal, int x, int y) {
            Scene to = scene;
            if (to != null) {
                to.pointer().wheel(units, horizontal, x, y);
            }
        }

        @Override
        public void releaseAll() {
            Scene to = scene;
            if (to != null) {
                to.pointer().releaseAll();
            }
        }
    }
}
