package oriel.desktop.x11.keyboard;

import java.io.IOException;
import oriel.desktop.x11.client.EventType;
import oriel.desktop.x11.client.Extension;
import oriel.desktop.x11.client.Query;
import oriel.desktop.x11.client.Request;
import oriel.desktop.x11.client.XConnection;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * The requests and events of the X Keyboard Extension (XKB protocol 1.0) that a keyboard driven from outside needs. All speak of the core
 * keyboard: the server carries what is said of it to the keyboard of XTEST.
 */
final class Xkb {

    static final String NAME = "XKEYBOARD";

    private static final int CORE_KEYBOARD = 0x100;
    private static final int NEW_KEYBOARD_NOTIFY = 0;
    private static final int MAP_NOTIFY = 1;
    private static final int STATE_NOTIFY = 2;
    private static final int CONTROLS_NOTIFY = 3;
    private static final int REPEAT_KEYS = 1;
    private static final int ALPHABETIC = 2;

    private Xkb() {}

    /** Tells the server that this client speaks XKB (XkbUseExtension), and which events it wants (XkbSelectEvents). */
    static Extension open(XConnection server) throws IOException {
        Extension extension = server.require(NAME);
        int supported = server.ask(Query.of(out -> extension.head(out, 0).u16(1).u16(0), Query::head));
        if (supported == 0) {
            throw new IOException("the X server does not speak version 1.0 of XKB");
        }
        int whole = 1 << NEW_KEYBOARD_NOTIFY | 1 << CONTROLS_NOTIFY;
        int which = whole | 1 << MAP_NOTIFY | 1 << STATE_NOTIFY;
        server.send(out -> extension
                .head(out, 1)
                .u16(CORE_KEYBOARD)
                .u16(which)
                .u16(0 /* clear */)
                .u16(whole)
                .u16(MapParts.KEY_SYMS | MapParts.MODIFIERS)
                .u16(MapParts.KEY_SYMS | MapParts.MODIFIERS)
                .u16(StateParts.LOCKS)
                .u16(StateParts.LOCKS));
        return extension;
    }

    /** Parts of a keymap, as bits. */
    static final class MapParts {
        static final int KEY_SYMS = 1 << 1;
        static final int MODIFIERS = 1 << 2;

        private MapParts() {}
    }

    /** Parts of the state of a keyboard, as bits. */
    static final class StateParts {
        private static final int LOCKED_MODIFIERS = 1 << 3;
        private static final int LOCKED_GROUP = 1 << 7;
        static final int LOCKS = LOCKED_MODIFIERS | LOCKED_GROUP;

        private StateParts() {}
    }

    /** An event. */
    sealed interface Event {

        /** Events of all kinds share one code. */
        static EventType<Event> of(Extension extension) {
            return extension.event("XkbEvent", 0, Event::decode);
        }

        private static Event decode(WireReader in) {
            in.skip(1, "code");
            int type = in.u8("xkbType");
            in.skip(6, "sequence number, time");
            return switch (type) {
                case NEW_KEYBOARD_NOTIFY -> new OtherMap(0, 255);
                case MAP_NOTIFY -> {
                    in.skip(8, "deviceID … nTypes");
                    yield new OtherMap(in.u8("firstKeySym"), in.u8("nKeySyms"));
                }
                case STATE_NOTIFY -> {
                    in.skip(10, "deviceID … latchedGroup");
                    yield new OtherLocks(in.u8("lockedGroup"));
                }
                case CONTROLS_NOTIFY -> {
                    in.skip(8, "deviceID, numGroups, changedControls");
                    yield new OtherControls((in.i32("enabledControls") & REPEAT_KEYS) != 0);
                }
                default -> new OtherControls(false);
            };
        }
    }

    /**
     * XkbMapNotify, XkbNewKeyboardNotify: keys mean something else.
     *
     * @param first keycode of the first
     * @param count how many
     */
    record OtherMap(int first, int count) implements Event {}

    /**
     * XkbStateNotify: other modifiers or another group are locked.
     *
     * @param group the group of symbols that keys type, the first is 0
     */
    record OtherLocks(int group) implements Event {}

    /**
     * XkbControlsNotify: the server treats keys in another way.
     *
     * @param repeats whether keys that are held repeat by themselves
     */
    record OtherControls(boolean repeats) implements Event {}

    /**
     * XkbGetState: answers with the locked modifiers.
     *
     * @param extension XKB
     */
    record GetLocked(Extension extension) implements Query<Integer> {

        @Override
        public void encode(WireWriter out) {
            extension.head(out, 4).u16(CORE_KEYBOARD).pad(2);
        }

        @Override
        public Integer decode(WireReader in) {
            Query.head(in);
            in.skip(3, "mods, baseMods, latchedMods");
            return in.u8("lockedMods");
        }
    }

    /**
     * XkbLatchLockState: locks modifiers.
     *
     * @param extension XKB
     * @param affected  which are set
     * @param locked    those of them that are locked from now on; the others are not
     */
    record Lock(Extension extension, int affected, int locked) implements Request {

        @Override
        public void encode(WireWriter out) {
            extension.head(out, 5).u16(CORE_KEYBOARD).u8(affected).u8(locked).pad(8);
        }
    }

    /**
     * XkbSetMap: some keys, one after another, type one character each, whatever modifiers are down or locked.
     *
     * @param extension XKB
     * @param least     smallest keycode of the server
     * @param most      largest keycode of the server
     * @param keycode   the first key
     * @param keysyms   what they type
     */
    record SetKeySyms(Extension extension, int least, int most, int keycode, int... keysyms) implements Request {

        @Override
        public void encode(WireWriter out) {
            extension.head(out, 9).u16(CORE_KEYBOARD).u16(MapParts.KEY_SYMS).u16(2 /* recompute actions */);
            out.u8(least).u8(most).pad(2 /* no types */);
            out.u8(keycode).u8(keysyms.length).u16(2 * keysyms.length).pad(18 /* nothing else */);
            for (int keysym : keysyms) {
                // Both levels of a key that Shift and Caps Lock choose from: programs need not turn letters into
                // capitals.
                out.u8(ALPHABETIC).pad(3).u8(1 /* group */).u8(2 /* levels */).u16(2 /* symbols */);
                out.i32(keysym).i32(keysym);
            }
        }
    }

    /**
     * XkbGetKbdByName: the server puts a keymap together by the names of its parts and takes it. Answers whether it has.
     *
     * @param extension XKB
     * @param names     of the parts
     */
    record LoadKeymap(Extension extension, KeymapNames names) implements Query<Boolean> {

        @Override
        public void encode(WireWriter out) {
            extension
                    .head(out, 23)
                    .u16(CORE_KEYBOARD)
                    .u16(0 /* need */)
                    .u16(0 /* want */)
                    .u8(1 /* load */)
                    .pad(1);
            string(out, "");
            string(out, names.keycodes());
            string(out, names.types());
            string(out, names.compat());
            string(out, names.symbols());
            string(out, names.geometry());
        }

        private static void string(WireWriter out, String name) {
            out.u8(name.length()).latin1(name);
        }

        @Override
        public Boolean decode(WireReader in) {
            Query.head(in);
            in.skip(2, "minKeyCode, maxKeyCode");
            return in.u8("loaded") != 0;
        }

        @Override
        public int longest() {
            return 4 * 1024 * 1024; // whole keymaps; nothing of them was asked for, but a server may send some
        }
    }
}
