package oriel.kit;

import java.util.function.BooleanSupplier;
import oriel.contract.desktop.KeyboardSink;
import oriel.contract.desktop.PointerSink;
import oriel.kit.Violation.Party;

/** What a client types and points at reaches the session it is attached to, and none that it has left. */
final class CheckedSinks {

    private static final String CALL = "GetInputHandles";

    private CheckedSinks() {}

    /** Notes input that arrives although the endpoint was closed. */
    private static void late(ConnectionRules rules, BooleanSupplier closed, String input) {
        if (closed.getAsBoolean()) {
            rules.note(Party.PROVIDER, CALL, "gave an endpoint that delivered " + input + " after it was closed");
        }
    }

    /** A keyboard under watch. */
    record Keyboard(KeyboardSink inner, ConnectionRules rules, BooleanSupplier closed) implements KeyboardSink {

        @Override
        public void key(int scanCode, int prefix, boolean down) {
            late(rules, closed, "a key");
            inner.key(scanCode, prefix, down);
        }

        @Override
        public void character(int codePoint, boolean down) {
            late(rules, closed, "a character");
            inner.character(codePoint, down);
        }

        @Override
        public void locks(boolean scroll, boolean num, boolean caps, boolean kana) {
            late(rules, closed, "lock keys");
            inner.locks(scroll, num, caps, kana);
        }

        @Override
        public void releaseAll() {
            late(rules, closed, "a release of keys");
            inner.releaseAll();
        }
    }

    /** A pointer under watch. */
    record Pointer(PointerSink inner, ConnectionRules rules, BooleanSupplier closed) implements PointerSink {

        @Override
        public void moved(int x, int y) {
            late(rules, closed, "a move");
            inner.moved(x, y);
        }

        @Override
        public void button(int button, boolean down, int x, int y) {
            late(rules, closed, "a button");
            inner.button(button, down, x, y);
        }

        @Override
        public void wheel(int units, boolean horizontal, int x, int y) {
            late(rules, closed, "the wheel");
            inner.wheel(units, horizontal, x, y);
        }

        @Override
        public void releaseAll() {
            late(rules, closed, "a release of buttons");
            inner.releaseAll();
        }
    }
}
