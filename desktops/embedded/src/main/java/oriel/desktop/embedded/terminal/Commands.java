package oriel.desktop.embedded.terminal;

import java.util.Locale;

/** Operating system commands: the title and the colours. All others are swallowed. */
final class Commands {

    private static final int MOST_TITLE = 256;
    private static final int MOST_COLORS = 256;

    private final Terminal terminal;

    Commands(Terminal terminal) {
        this.terminal = terminal;
    }

    void run(String text) {
        int end = text.indexOf(';');
        String number = end < 0 ? text : text.substring(0, end);
        String rest = end < 0 ? "" : text.substring(end + 1);
        switch (number) {
            case "0", "2" -> terminal.title(clean(rest));
            case "4" -> palette(rest);
            case "10" -> fixed(Colors.FOREGROUND, number, rest);
            case "11" -> fixed(Colors.BACKGROUND, number, rest);
            case "12" -> fixed(Colors.CURSOR, number, rest);
            case "104" -> resetPalette(rest);
            case "110" -> reset(Colors.FOREGROUND);
            case "111" -> reset(Colors.BACKGROUND);
            case "112" -> reset(Colors.CURSOR);
            default -> {}
        }
    }

    private static String clean(String title) {
        String shown = title.codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
                .limit(MOST_TITLE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return shown.length() > MOST_TITLE ? shown.substring(0, MOST_TITLE) : shown;
    }

    /** Pairs of index and colour. */
    private void palette(String text) {
        String[] fields = text.split(";", 2 * MOST_COLORS + 1);
        for (int i = 0; i + 1 < fields.length; i += 2) {
            int index = index(fields[i]);
            if (index >= 0) {
                color(index, "4;" + index, fields[i + 1]);
            }
        }
    }

    private static int index(String text) {
        return text.matches("\\d{1,3}") && Integer.parseInt(text) < 256 ? Integer.parseInt(text) : -1;
    }

    private void fixed(int index, String number, String text) {
        color(index, number, text);
    }

    private void color(int index, String name, String value) {
        if (value.equals("?")) {
            int rgb = terminal.colors.get(index);
            terminal.reply(String.format(
                    Locale.ROOT,
                    "\u001B]%s;rgb:%02x%2$02x/%02x%3$02x/%02x%4$02x\u001B\\",
                    name,
                    rgb >> 16,
                    rgb >> 8 & 0xFF,
                    rgb & 0xFF));
        } else {
            int rgb = parse(value);
            if (rgb >= 0) {
                terminal.colors.set(index, rgb);
                terminal.grid().changedAll();
            }
        }
    }

    /** The two notations of X that programs use: {@code rgb:r/g/b} with 1 … 4 hexadecimal digits each, and {@code #rrggbb}. */
    static int parse(String value) {
        if (value.matches("#[0-9A-Fa-f]{6}")) {
            return Integer.parseInt(value.substring(1), 16);
        }
        if (!value.matches("rgb:[0-9A-Fa-f]{1,4}/[0-9A-Fa-f]{1,4}/[0-9A-Fa-f]{1,4}")) {
            return -1;
        }
        int rgb = 0;
        for (String part : value.substring(4).split("/")) {
            int full = (1 << (4 * part.length())) - 1;
            rgb = rgb << 8 | Integer.parseInt(part, 16) * 255 / full;
        }
        return rgb;
    }

    private void resetPalette(String text) {
        if (text.isEmpty()) {
            for (int i = 0; i < MOST_COLORS; i++) {
                terminal.colors.reset(i);
            }
        }
        for (String field : text.split(";", MOST_COLORS)) {
            int index = index(field);
            if (index >= 0) {
                terminal.colors.reset(index);
            }
        }
        terminal.grid().changedAll();
    }

    private void reset(int index) {
        terminal.colors.reset(index);
        terminal.grid().changedAll();
    }
}
