package oriel.desktop.x11.keyboard;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import oriel.xsession.SessionOrder.Keyboard;

/**
 * Which layout of xkeyboard-config stands for a keyboard layout of Windows. A client names its layout by a number: the language
 * in the low word, which of the language's layouts in the high word ([MS-RDPBCGR] 2.2.1.3.2, keyboardLayout). A layout that is not in the
 * table is taken for the usual one of its language, a language for the usual one of its primary language, and the rest for that
 * of the United States.
 */
public final class XkbLayouts {

    private static final int LANGUAGE = 0xFFFF;
    private static final int PRIMARY_LANGUAGE = 0x3FF;
    private static final int USUAL_SUBLANGUAGE = 0x400;

    /** Languages whose sublanguage 1 has no entry, by the one that stands for them. */
    private static final Map<Integer, Integer> PRIMARY = Map.of(0x3C, 0x083C, 0x51, 0x0451, 0x5D, 0x085D, 0x5F, 0x085F);

    private static final Map<Integer, Keyboard> TABLE = read();

    private XkbLayouts() {}

    /**
     * Looks a layout up.
     *
     * @param windowsLayout keyboard layout id of Windows, e.g. 0x0000040C for French; 0 = unknown
     * @return what XKB calls it
     */
    public static Keyboard of(int windowsLayout) {
        Keyboard exact = TABLE.get(windowsLayout);
        if (exact != null) {
            return exact;
        }
        Keyboard ofLanguage = TABLE.get(windowsLayout & LANGUAGE);
        if (ofLanguage != null) {
            return ofLanguage;
        }
        int primary = windowsLayout & PRIMARY_LANGUAGE;
        return Objects.requireNonNullElse(
                TABLE.get(PRIMARY.getOrDefault(primary, primary | USUAL_SUBLANGUAGE)), Keyboard.US);
    }

    /** Every layout of the table by its number. */
    static Map<Integer, Keyboard> table() {
        return TABLE;
    }

    private static Map<Integer, Keyboard> read() {
        Map<Integer, Keyboard> table = new HashMap<>();
        try (InputStream in =
                        Objects.requireNonNull(XkbLayouts.class.getResourceAsStream("layouts.txt"), "layouts.txt");
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] fields = line.split(" +", 4);
                    var keyboard = new Keyboard(fields[1], fields[2].equals("-") ? "" : fields[2]);
                    if (table.put(Integer.parseUnsignedInt(fields[0], 16), keyboard) != null) {
                        throw new IllegalStateException("layout " + fields[0] + " stands in the table twice");
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(table);
    }
}
