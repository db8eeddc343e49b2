package oriel.desktop.embedded.terminal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A terminal whose screen can be read as text. */
final class Screen implements TerminalListener {

    final Terminal terminal;
    final StringBuilder replies = new StringBuilder();
    final List<String> titles = new ArrayList<>();
    int bells;

    Screen(int columns, int rows) {
        terminal = new Terminal(columns, rows, this);
    }

    @Override
    public void reply(byte[] bytes) {
        replies.append(new String(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public void title(String title) {
        titles.add(title);
    }

    @Override
    public void bell() {
        bells++;
    }

    /** Writes text in which {@code ^[} stands for ESC. */
    Screen write(String text) {
        terminal.write(text.replace("^[", "\u001B"));
        return this;
    }

    String line(int y) {
        var text = new StringBuilder();
        Selection.append(text, terminal.row(y), 0, terminal.columns(), false);
        return text.toString();
    }

    /** The rows, separated by bars; empty rows at the bottom are left out. */
    String text() {
        var text = new StringBuilder();
        for (int y = 0; y < terminal.rows(); y++) {
            text.append(line(y)).append('|');
        }
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '|') {
            end--;
        }
        text.setLength(end);
        return text.toString();
    }

    /** The scroll-back, separated by bars. */
    String past() {
        var lines = new ArrayList<String>();
        for (long number = terminal.history.dropped(); number < terminal.firstRow(); number++) {
            var row = new Row(terminal.columns());
            terminal.line(number, row);
            var text = new StringBuilder();
            Selection.append(text, row, 0, terminal.columns(), false);
            lines.add(text.toString());
        }
        return String.join("|", lines);
    }

    String cursor() {
        return terminal.cursor.row + "," + terminal.cursor.column;
    }

    String takeReplies() {
        String text = replies.toString().replace("\u001B", "^[");
        replies.setLength(0);
        return text;
    }
}
