package oriel.desktop.embedded.font;

import java.nio.file.Path;
import java.util.List;

/** Text of the file that maps Java's five logical fonts in their four styles to our typefaces. */
final class FontMapping {

    private static final List<String> FAMILIES = List.of("dialog", "dialoginput", "sansserif", "serif", "monospaced");
    private static final List<String> STYLES = List.of("plain", "bold", "italic", "bolditalic");

    private FontMapping() {}

    static String of(Path directory) {
        StringBuilder text = new StringBuilder(4096);
        text.append("# Java2D's logical fonts, mapped to the typefaces beside this file\nversion=1\n");
        for (String family : FAMILIES) {
            for (String style : STYLES) {
                Face face = family.equals("monospaced") || family.equals("dialoginput") ? mono(style) : sans(style);
                key(text, family + "." + style + ".letters", name(face));
                key(text, family + "." + style + ".symbols", name(Face.SYMBOLS));
            }
        }
        key(text, "sequence.allfonts", "letters,symbols");
        for (Face face : Face.ALL) {
            key(
                    text,
                    "filename." + name(face),
                    directory.resolve(face.fileName()).toString());
        }
        return text.toString();
    }

    private static Face mono(String style) {
        return switch (style) {
            case "bold", "bolditalic" -> Face.MONO_BOLD;
            case "italic" -> Face.MONO_OBLIQUE;
            default -> Face.MONO;
        };
    }

    private static Face sans(String style) {
        return style.startsWith("bold") ? Face.MEDIUM : Face.REGULAR;
    }

    private static String name(Face face) {
        return face.fileName().replace(".ttf", "");
    }

    private static void key(StringBuilder text, String key, String value) {
        text.append(key).append('=').append(escape(value)).append('\n');
    }

    /** As {@link java.util.Properties} wants it. */
    private static String escape(String value) {
        StringBuilder out = new StringBuilder(value.length() + 16);
        value.chars().forEach(c -> {
            if (c == '\\') {
                out.append("\\\\");
            } else if (c < ' ' || c > '~') {
                out.append(String.format("\\u%04x", c));
            } else {
                out.append((char) c);
            }
        });
        return out.toString();
    }
}
