package oriel.desktop.x11.keyboard;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import oriel.desktop.x11.client.KeyboardMapping;
import oriel.desktop.x11.client.Query;
import oriel.desktop.x11.client.ServerSetup;
import oriel.desktop.x11.client.XConnection;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/** What the keys of an X server mean at the moment. */
final class KeyTable {

    private static final int NUM_LOCK = 0xFF7F;
    private static final int SCROLL_LOCK = 0xFF14;
    private static final int CAPS_LOCK = 0xFFE5;
    private static final int LEVEL3_SHIFT = 0xFE03;
    private static final int KANA_LOCK = 0xFF2D;
    private static final int MODIFIERS = 8;

    private final int least;
    private final int[][] keysyms;
    private final int[] modifiers = new int[256];
    private final Map<Integer, Integer> plain = new HashMap<>();

    private KeyTable(int least, int[][] keysyms, int[][] modifierKeys) {
        this.least = least;
        this.keysyms = keysyms;
        for (int i = 0; i < MODIFIERS; i++) {
            for (int key : modifierKeys[i]) {
                modifiers[key] |= 1 << i;
            }
        }
        modifiers[0] = 0; // stands for "no key"
        BitSet pressable = Keycodes.all();
        for (int i = keysyms.length - 1; i >= 0; i--) {
            if (pressable.get(least + i) && keysyms[i].length > 0 && keysyms[i][0] != 0) {
                plain.put(keysyms[i][0], least + i);
            }
        }
    }

    static KeyTable read(XConnection server) throws IOException {
        ServerSetup setup = server.setup();
        int count = setup.mostKeyCode() - setup.leastKeyCode() + 1;
        int[][] keysyms = server.ask(new KeyboardMapping.Get(setup.leastKeyCode(), count));
        return new KeyTable(setup.leastKeyCode(), keysyms, server.ask(new GetModifierMapping()));
    }

    /** GetModifierMapping — X Protocol, section 9. */
    private record GetModifierMapping() implements Query<int[][]> {

        @Override
        public void encode(WireWriter out) {
            oriel.desktop.x11.client.Request.head(out, 119, 0);
        }

        @Override
        public int[][] decode(WireReader in) {
            int perModifier = Query.head(in);
            in.skip(24, "unused");
            int[][] keys = new int[MODIFIERS][perModifier];
            for (int[] of : keys) {
                for (int i = 0; i < perModifier; i++) {
                    of[i] = in.u8("keycode");
                }
            }
            return keys;
        }
    }

    /** The first symbol of a key; 0 = it has none. */
    int keysym(int keycode) {
        int index = keycode - least;
        return index < 0 || index >= keysyms.length || keysyms[index].length == 0 ? 0 : keysyms[index][0];
    }

    /** Whether a key chooses the third character of others. */
    boolean isLevel3(int keycode) {
        return keysym(keycode) == LEVEL3_SHIFT;
    }

    /** The key of the PC's keyboard that types a symbol without modifiers; {@link Keycodes#NONE} = no key does. */
    int keyOf(int keysym) {
        return plain.getOrDefault(keysym, Keycodes.NONE);
    }

    /** Whether a key is a modifier. */
    boolean isModifier(int keycode) {
        return modifiers[keycode] != 0;
    }

    /** Keys without any symbol that no scan code leads to. */
    List<Integer> free() {
        BitSet pressable = Keycodes.all();
        List<Integer> free = new ArrayList<>();
        for (int i = 0; i < keysyms.length; i++) {
            int keycode = least + i;
            // The very first keycode means "none" to some programs.
            if (i > 0 && !pressable.get(keycode) && isEmpty(keysyms[i]) && modifiers[keycode] == 0) {
                free.add(keycode);
            }
        }
        return free;
    }

    private static boolean isEmpty(int[] row) {
        for (int keysym : row) {
            if (keysym != 0) {
                return false;
            }
        }
        return true;
    }

    int caps() {
        return lockedBy(CAPS_LOCK);
    }

    int num() {
        return lockedBy(NUM_LOCK);
    }

    int scroll() {
        return lockedBy(SCROLL_LOCK);
    }

    int kana() {
        return lockedBy(KANA_LOCK);
    }

    /** The modifier that a lock key locks, as a bit; 0 = it locks none. */
    private int lockedBy(int keysym) {
        for (int i = 0; i < keysyms.length; i++) {
            for (int each : keysyms[i]) {
                if (each == keysym && modifiers[least + i] != 0) {
                    return modifiers[least + i];
                }
            }
        }
        return 0;
    }
}
