package oriel.xsession;

import java.util.List;
import java.util.stream.Collectors;

/** Words for the shell that mean themselves, whatever they contain. */
final class ShellText {

    private ShellText() {}

    static String quote(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    static String quote(List<String> words) {
        return words.stream().map(ShellText::quote).collect(Collectors.joining(" "));
    }
}
