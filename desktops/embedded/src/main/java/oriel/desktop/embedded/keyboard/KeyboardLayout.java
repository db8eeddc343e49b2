package oriel.desktop.embedded.keyboard;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the character keys of a keyboard type: four levels per scan code, each a character, a dead key or nothing. Read
 * once from the table of its name.
 */
final class KeyboardLayout {

    /** Bit of a {@link #character} that marks a dead key; the rest is its accent. */
    static final int DEAD = 1 << 24;

    private static final int SHIFT = 1;
    private static final int ALT_GR = 2;
    private static final int LEVELS = 4;
    private static final String DEAD_PREFIX = "dead:";

    private static final Map<String, KeyboardLayout> READ = new ConcurrentHashMap<>();

    private final int[] characters = new int[0x80 * LEVELS];
    private final BitSet capsKeys = new BitSet(0x80);
    private boolean altGr;

    private KeyboardLayout(List<String> lines) {
        lines.stream().filter(line -> !line.startsWith("# ") && !line.isBlank()).forEach(this::row);
    }

    /**
     * The layout for an id of Windows. Ids that have no table of their own take the one their users would miss least:
     * by language, except where a country types its language on another country's keyboard.
     */
    static KeyboardLayout of(int id) {
        return READ.computeIfAbsent(tableFor(id), KeyboardLayout::read);
    }

    private static String tableFor(int id) {
        if (id == 0x0002_0409) {
            return "us-international";
        }
        return switch (id & 0xFFFF) {
            case 0x0809, 0x1809, 0x0452, 0x083C, 0x0491, 0x043A -> "uk"; // Ireland, Welsh, Irish, Gaelic, Maltese
            case 0x0C0C, 0x1009 -> "us"; // Canada types French on QWERTY
            case 0x100C -> "german"; // Switzerland types French on QWERTZ
            case 0x0813 -> "french"; // Belgium types Dutch on AZERTY
            default ->
                switch (id & 0x3FF) { // PRIMARYLANGID
                    case 0x0C -> "french";
                    case 0x07 -> "german";
                    default -> "us";
                };
        };
    }

    private static KeyboardLayout read(String name) {
        try (InputStream in = KeyboardLayout.class.getResourceAsStream(name + ".layout")) {
            if (in == null) {
                throw new IllegalStateException("keyboard table " + name + " is missing");
            }
            var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return new KeyboardLayout(lines.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void row(String line) {
        String[] fields = line.split(" ");
        int scanCode = Integer.parseInt(fields[0], 16);
        for (int i = 1; i < fields.length; i++) {
            if (fields[i].equals("caps")) {
                capsKeys.set(scanCode);
            } else {
                characters[scanCode * LEVELS + i - 1] = parse(fields[i]);
                altGr |= i > ALT_GR;
            }
        }
    }

    private static int parse(String field) {
        return field.startsWith(DEAD_PREFIX) ? DEAD | field.codePointAt(DEAD_PREFIX.length()) : field.codePointAt(0);
    }

    /** Whether the right Alt key is AltGr. */
    boolean hasAltGr() {
        return altGr;
    }

    /** Whether Caps Lock acts on a key as Shift does. */
    boolean capsActsAsShift(int scanCode) {
        return capsKeys.get(scanCode);
    }

    /** The code point on a level of a key, with {@link #DEAD} if it is a dead key; 0 = the level is empty. */
    int character(int scanCode, boolean shift, boolean altGrHeld) {
        if (scanCode >= 0x80) {
            return 0;
        }
        return characters[scanCode * LEVELS + (shift ? SHIFT : 0) + (altGrHeld ? ALT_GR : 0)];
    }

    /** What the decimal key of the keypad types. */
    int decimalSeparator() {
        return characters[ScanCode.KEYPAD_DECIMAL * LEVELS];
    }
}
