package oriel.desktop.embedded.terminal;

/** What the user has marked, by row number and column. It stays on its text while the screen scrolls. */
final class Selection {

    /** Longest text that is copied, in characters. */
    static final int MOST_TEXT = 4 << 20;

    /** How far a selection grows by itself. */
    enum Unit {
        CHARACTER,
        WORD,
        LINE,
        BLOCK
    }

    private static final String WORD_CHARACTERS = "-_./~:?&=%+#@";

    private final Terminal terminal;
    private boolean active;
    private Unit unit = Unit.CHARACTER;
    private long anchorRow;
    private int anchorColumn;
    private long headRow;
    private int headColumn;

    // as shown: from the first cell to the one before the last, in reading order (for a block: corners)
    private long firstRow;
    private int firstColumn;
    private long lastRow;
    private int endColumn;

    Selection(Terminal terminal) {
        this.terminal = terminal;
    }

    Unit unit() {
        return unit;
    }

    boolean active() {
        return active;
    }

    void clear() {
        active = false;
    }

    /** Begins at a gap between cells (0 = before the first); nothing is marked yet, unless words or lines are. */
    void begin(long row, int column, Unit by) {
        unit = by;
        anchorRow = row;
        anchorColumn = column;
        extend(row, column);
    }

    /** The other end is here now. */
    void extend(long row, int column) {
        headRow = row;
        headColumn = column;
        order();
        switch (unit) {
            case WORD -> growToWords();
            case LINE -> growToLines();
            case CHARACTER, BLOCK -> {}
        }
        active = unit == Unit.BLOCK ? firstColumn < endColumn : firstRow < lastRow || firstColumn < endColumn;
    }

    private void order() {
        boolean forward = headRow > anchorRow || (headRow == anchorRow && headColumn >= anchorColumn);
        firstRow = Math.min(anchorRow, headRow);
        lastRow = Math.max(anchorRow, headRow);
        if (unit == Unit.BLOCK) {
            firstColumn = Math.min(anchorColumn, headColumn);
            endColumn = Math.max(anchorColumn, headColumn);
        } else {
            firstColumn = forward ? anchorColumn : headColumn;
            endColumn = forward ? headColumn : anchorColumn;
            endColumn += unit == Unit.WORD ? 1 : 0; // words begin and end at cells, not at gaps
        }
    }

    private void growToWords() {
        var row = new Row(terminal.columns());
        terminal.line(firstRow, row);
        firstColumn = Math.min(firstColumn, row.columns() - 1);
        int kind = kind(row, firstColumn);
        while (firstColumn > 0 && kind(row, firstColumn - 1) == kind) {
            firstColumn--;
        }
        terminal.line(lastRow, row);
        endColumn = Math.clamp(endColumn, 1, row.columns());
        int lastKind = kind(row, endColumn - 1);
        while (endColumn < row.columns() && kind(row, endColumn) == lastKind) {
            endColumn++;
        }
    }

    /** Cells of one kind stay together: words, spaces, anything else by itself. */
    private static int kind(Row row, int x) {
        int c = row.codePoint((row.code(x) & Cell.TAIL) != 0 && x > 0 ? x - 1 : x);
        if (c == 0 || c == ' ') {
            return 0;
        }
        return Character.isLetterOrDigit(c) || WORD_CHARACTERS.indexOf(c) >= 0 ? 1 : 2 + c;
    }

    private void growToLines() {
        var row = new Row(terminal.columns());
        firstColumn = 0;
        while (wrapped(firstRow - 1, row)) {
            firstRow--;
        }
        while (wrapped(lastRow, row)) {
            lastRow++;
        }
        endColumn = terminal.columns();
    }

    private boolean wrapped(long number, Row scratch) {
        terminal.line(number, scratch);
        return scratch.wrapped();
    }

    /** First marked column of a row. */
    int from(long row) {
        if (!active || row < firstRow || row > lastRow) {
            return 0;
        }
        return unit == Unit.BLOCK || row == firstRow ? firstColumn : 0;
    }

    /** Column after the last marked one; not after {@link #from} = the row has none. */
    int to(long row) {
        if (!active || row < firstRow || row > lastRow) {
            return 0;
        }
        return unit == Unit.BLOCK || row == lastRow ? endColumn : terminal.columns();
    }

    long firstRow() {
        return firstRow;
    }

    long lastRow() {
        return lastRow;
    }

    /** The text: broken lines are joined, spaces at the end of lines go. */
    String text() {
        var text = new StringBuilder();
        var row = new Row(terminal.columns());
        for (long number = firstRow; active && number <= lastRow && text.length() < MOST_TEXT; number++) {
            terminal.line(number, row);
            int to = Math.min(to(number), row.columns());
            boolean joins = row.wrapped() && unit != Unit.BLOCK && to == row.columns();
            append(text, row, from(number), to, joins);
            if (!joins && (number < lastRow || unit == Unit.LINE)) {
                text.append('\n');
            }
        }
        return text.toString();
    }

    /** Appends the text of cells. */
    static void append(StringBuilder text, Row row, int from, int to, boolean keepTrailing) {
        int end = keepTrailing ? to : Math.min(to, row.length());
        int start = text.length();
        for (int x = from; x < end; x++) {
            if ((row.code(x) & Cell.TAIL) == 0) {
                int c = row.codePoint(x);
                text.appendCodePoint(c == 0 ? ' ' : c).append(row.marks(x));
            }
        }
        int length = text.length();
        while (!keepTrailing && length > start && text.charAt(length - 1) == ' ') {
            length--;
        }
        text.setLength(length);
    }
}
