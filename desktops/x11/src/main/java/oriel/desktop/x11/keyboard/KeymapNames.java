package oriel.desktop.x11.keyboard;

import java.util.Set;
import oriel.xsession.SessionOrder.Keyboard;

/**
 * The parts from which an X server puts a keymap together, by their names in xkeyboard-config: what its rules "evdev" make of
 * model pc105 and a layout. The rules are simple enough to be written down here, so that nothing has to be run to apply a layout.
 *
 * @param keycodes names of keys
 * @param types    how modifiers choose among the symbols of a key
 * @param compat   what modifiers and indicators do
 * @param symbols  what is on the keys
 * @param geometry how the keyboard looks
 * @param layouts  the layouts, as programs find them in the property of the root window
 * @param variants their variants
 */
record KeymapNames(
        String keycodes,
        String types,
        String compat,
        String symbols,
        String geometry,
        String layouts,
        String variants) {

    static final String RULES = "evdev";
    static final String MODEL = "pc105";

    private static final Set<String> AZERTY = Set.of("be", "fr");
    private static final Set<String> QWERTZ = Set.of("al", "ch", "cz", "de", "hr", "hu", "ro", "si", "sk");

    /**
     * Layouts without Latin letters. The one of the United States is loaded as a second group with them: that group is never
     * switched to, but programs look there for the letter of a shortcut such as Ctrl+C, as Windows does.
     */
    private static final Set<String> WITHOUT_LATIN = Set.of(
            "af", "am", "ara", "bd", "bg", "bt", "by", "et", "ge", "gn", "gr", "il", "in", "ir", "iq", "kg", "kh", "kz",
            "la", "lk", "mk", "mm", "mn", "mv", "np", "pk", "rs", "ru", "sy", "th", "tj", "ua", "uz");

    private static final Set<String> LATIN_VARIANTS =
            Set.of("in eng", "ge ergonomic", "iq ku", "rs latin", "uz latin", "af uz");

    private static final Keyboard NEO = new Keyboard("de", "neo");

    static KeymapNames of(Keyboard keyboard) {
        boolean alone = !WITHOUT_LATIN.contains(keyboard.layout())
                || LATIN_VARIANTS.contains(keyboard.layout() + " " + keyboard.variant());
        String layout =
                keyboard.variant().isEmpty() ? keyboard.layout() : keyboard.layout() + "(" + keyboard.variant() + ")";
        return new KeymapNames(
                "evdev+aliases(" + letters(keyboard.layout()) + ")",
                "complete",
                compat(keyboard),
                "pc+" + layout + (alone ? "" : "+us:2") + "+inet(evdev)",
                "pc(pc105)",
                keyboard.layout() + (alone ? "" : ",us"),
                keyboard.variant() + (alone ? "" : ","));
    }

    private static String letters(String layout) {
        if (AZERTY.contains(layout)) {
            return "azerty";
        }
        return QWERTZ.contains(layout) ? "qwertz" : "qwerty";
    }

    private static String compat(Keyboard keyboard) {
        if (keyboard.layout().equals("jp")) {
            return "complete+japan";
        }
        return keyboard.equals(NEO)
                ? "complete+caps(caps_lock)+misc(assign_shift_left_action)+level5(level5_lock)"
                : "complete";
    }
}
