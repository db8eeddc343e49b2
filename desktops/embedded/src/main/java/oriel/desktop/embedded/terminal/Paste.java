package oriel.desktop.embedded.terminal;

import java.nio.charset.StandardCharsets;

/** Text from the clipboard as a program may get it. */
final class Paste {

    private static final String BEGIN = "\u001B[200~";
    private static final String END = "\u001B[201~";

    private Paste() {}

    /**
     * Line feeds become what the Enter key sends; other controls go, so that text copied from somewhere cannot work the
     * terminal or end the brackets early.
     */
    static byte[] encode(String text, boolean bracketed) {
        var clean = new StringBuilder(text.length() + BEGIN.length() + END.length());
        clean.append(bracketed ? BEGIN : "");
        text.replace("\r\n", "\r").replace('\n', '\r').codePoints().forEach(c -> {
            if (!Character.isISOControl(c) || c == '\r' || c == '\t') {
                clean.appendCodePoint(c);
            }
        });
        clean.append(bracketed ? END : "");
        return clean.toString().getBytes(StandardCharsets.UTF_8);
    }
}
