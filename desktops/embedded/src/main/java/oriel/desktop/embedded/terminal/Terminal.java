package oriel.desktop.embedded.terminal;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/**
 * The emulator: takes what a program writes, keeps the screen it means, and answers its questions. Not for several threads
 * at once. What a program may cost is bounded: strings and numbers by {@link Parser}, the past by {@link ScrollBack}, the
 * screen by its size.
 */
final class Terminal {

    static final int MOST_COLUMNS = 1000;
    static final int MOST_ROWS = 500;

    private static final int TAB = 8;

    final Modes modes = new Modes();
    final Colors colors = new Colors();
    final Cursor cursor = new Cursor();
    final ScrollBack history = new ScrollBack();

    private final TerminalListener listener;
    private final Utf8Decoder decoder = new Utf8Decoder();
    private final Parser parser = new Parser(new Dispatch(this));
    private final Grid primary;
    private final Grid alternate;
    private final Cursor savedPrimary = new Cursor();
    private final Cursor savedAlternate = new Cursor();
    private final BitSet tabs = new BitSet();

    private Grid grid;
    private int top;
    private int bottom;
    private int lastPrinted;
    /** DECSCUSR: 0 … 6. */
    private int cursorStyle;
    /** Rows that went into the scroll-back since {@link #scrolledOutSeen()}. */
    private int scrolledOut;

    Terminal(int columns, int rows, TerminalListener listener) {
        int width = Math.clamp(columns, 1, MOST_COLUMNS);
        int height = Math.clamp(rows, 1, MOST_ROWS);
        this.listener = listener;
        primary = new Grid(width, height, history);
        alternate = new Grid(width, height, null);
        grid = primary;
        bottom = height;
        resetTabs(0);
    }

    // reading it

    int columns() {
        return grid.columns();
    }

    int rows() {
        return grid.rows();
    }

    Grid grid() {
        return grid;
    }

    Row row(int y) {
        return grid.row(y);
    }

    boolean onAlternate() {
        return grid == alternate;
    }

    int cursorStyle() {
        return cursorStyle;
    }

    /** Rows that went into the scroll-back since {@link #scrolledOutSeen()}. */
    int scrolledOut() {
        return scrolledOut;
    }

    /** Everything that has changed so far has been shown. */
    void shown() {
        grid.shown();
    }

    /** Whoever shows the scroll-back has followed what went into it. */
    void scrolledOutSeen() {
        scrolledOut = 0;
    }

    /** Number of the screen's first row, counting every row there ever was; the alternate screen counts from 0. */
    long firstRow() {
        return onAlternate() ? 0 : history.dropped() + history.size();
    }

    /** Copies a row by its number, from the scroll-back or the screen; an empty one when it is in neither. */
    void line(long number, Row into) {
        long onScreen = number - firstRow();
        long inHistory = number - history.dropped();
        if (onScreen >= 0 && onScreen < rows()) {
            into.take(grid.row((int) onScreen));
        } else if (!onAlternate() && inHistory >= 0 && inHistory < history.size()) {
            history.get((int) inHistory).expand(into);
        } else {
            into.clear(0);
        }
    }

    // feeding it

    void write(byte[] bytes, int offset, int length) {
        int end = offset + length;
        int at = offset;
        while (at < end) {
            int run = plainRun(bytes, at, end);
            if (run > 0) {
                printAscii(bytes, at, run);
                at += run;
            } else {
                decode(bytes[at++] & 0xFF);
            }
        }
    }

    void write(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        write(bytes, 0, bytes.length);
    }

    private void decode(int octet) {
        int c = decoder.next(octet);
        if (c == Utf8Decoder.BROKEN) {
            parser.accept(Utf8Decoder.REPLACEMENT);
            c = decoder.next(octet);
        }
        if (c != Utf8Decoder.INCOMPLETE) {
            parser.accept(c);
        }
    }

    /** How many of the next bytes are printable ASCII that needs no more than being put down. */
    private int plainRun(byte[] bytes, int from, int end) {
        if (!parser.inText() || !decoder.idle() || !cursor.plain() || modes.ansi(Modes.INSERT)) {
            return 0;
        }
        int at = from;
        while (at < end && bytes[at] >= 0x20 && bytes[at] < 0x7F) {
            at++;
        }
        return at - from;
    }

    private void printAscii(byte[] bytes, int offset, int length) {
        int at = offset;
        int end = offset + length;
        while (at < end) {
            wrapIfPending();
            int x = cursor.column;
            int count = Math.min(end - at, columns() - x);
            if (!modes.dec(Modes.AUTO_WRAP) && end - at > count) {
                printClipped(bytes, at, end, count);
                return;
            }
            putAscii(bytes, at, count);
            at += count;
        }
    }

    /** Without auto-wrap the last column shows the last character. */
    private void printClipped(byte[] bytes, int at, int end, int count) {
        putAscii(bytes, at, count);
        cursor.column = columns() - 1;
        putAscii(bytes, end - 1, 1);
    }

    private void putAscii(byte[] bytes, int at, int count) {
        Row row = grid.row(cursor.row);
        int x = cursor.column;
        row.splitAt(x);
        row.splitAt(x + count);
        for (int i = 0; i < count; i++) {
            row.set(x + i, bytes[at + i], cursor.foreground, cursor.background);
        }
        lastPrinted = bytes[at + count - 1];
        advance(x, count);
    }

    /** A character has been put down: notes the change and moves on. */
    private void advance(int x, int count) {
        grid.changed(cursor.row, Math.max(x - 1, 0), Math.min(x + count + 1, columns()));
        cursor.column = Math.min(x + count, columns() - 1);
        cursor.pendingWrap = x + count >= columns() && modes.dec(Modes.AUTO_WRAP);
    }

    private void wrapIfPending() {
        if (cursor.pendingWrap) {
            wrap();
        }
    }

    private void wrap() {
        grid.row(cursor.row).wrapped(true);
        cursor.column = 0;
        index();
    }

    void print(int c) {
        int codePoint = cursor.map(c);
        int width = CharacterWidth.of(codePoint);
        if (width == 0) {
            join(codePoint);
            return;
        }
        if (width > columns()) {
            print(Utf8Decoder.REPLACEMENT);
            return;
        }
        wrapIfPending();
        if (cursor.column + width > columns()) {
            makeRoomForWide();
        }
        put(codePoint, width);
        lastPrinted = codePoint;
    }

    /** A wide character does not fit into the last column. */
    private void makeRoomForWide() {
        if (modes.dec(Modes.AUTO_WRAP)) {
            grid.erase(cursor.row, cursor.column, columns(), cursor.erased(), false);
            wrap();
        } else {
            cursor.column = columns() - 2;
        }
    }

    private void put(int codePoint, int width) {
        int x = cursor.column;
        if (modes.ansi(Modes.INSERT)) {
            grid.insertCells(cursor.row, x, width, cursor.erased());
        }
        Row row = grid.row(cursor.row);
        row.splitAt(x);
        row.splitAt(x + width);
        if (width == 2) {
            row.set(x, codePoint | Cell.WIDE, cursor.foreground, cursor.background);
            row.set(x + 1, Cell.TAIL, cursor.foreground, cursor.background);
        } else {
            row.set(x, codePoint, cursor.foreground, cursor.background);
        }
        advance(x, width);
    }

    /** A combining mark goes onto the character before the cursor. */
    private void join(int codePoint) {
        int x = cursor.pendingWrap ? cursor.column : cursor.column - 1;
        Row row = grid.row(cursor.row);
        if (x > 0 && (row.code(x) & Cell.TAIL) != 0) {
            x--;
        }
        if (x >= 0 && row.codePoint(x) != 0) {
            row.mark(x, codePoint);
            grid.changed(cursor.row, x, Math.min(x + 2, columns()));
        }
    }

    /** REP: shows the last character again. */
    void repeat(int count) {
        int most = Math.min(count, columns() * rows());
        for (int i = 0; i < most && lastPrinted != 0; i++) {
            print(lastPrinted);
        }
    }

    // moving

    int top() {
        return top;
    }

    int bottom() {
        return bottom;
    }

    /** To a place given from 0; in origin mode rows count from the top margin and stay inside the margins. */
    void moveTo(int row, int column) {
        int first = cursor.origin ? top : 0;
        int last = cursor.origin ? bottom - 1 : rows() - 1;
        cursor.row = Math.clamp((long) row + first, first, last);
        toColumn(column);
    }

    void toColumn(int column) {
        cursor.column = Math.clamp(column, 0, columns() - 1);
        cursor.pendingWrap = false;
    }

    /** Up or down without scrolling; a margin stops it only from inside. */
    void moveRows(int count) {
        int first = cursor.row >= top ? top : 0;
        int last = cursor.row < bottom ? bottom - 1 : rows() - 1;
        cursor.row = Math.clamp((long) cursor.row + count, first, last);
        cursor.pendingWrap = false;
    }

    void moveColumns(int count) {
        toColumn(cursor.column + count);
    }

    /** BS; with reverse wrap-around it also goes back over the end of a line. */
    void backspace() {
        if (cursor.column == 0 && cursor.row > top && modes.dec(Modes.REVERSE_WRAP) && modes.dec(Modes.AUTO_WRAP)) {
            cursor.row--;
            toColumn(columns() - 1);
        } else {
            toColumn(cursor.pendingWrap ? cursor.column : cursor.column - 1);
        }
    }

    /** IND: down, scrolling at the bottom margin. */
    void index() {
        cursor.pendingWrap = false;
        if (cursor.row == bottom - 1) {
            scrollUp(1);
        } else if (cursor.row < rows() - 1) {
            cursor.row++;
        }
    }

    /** RI: up, scrolling at the top margin. */
    void reverseIndex() {
        cursor.pendingWrap = false;
        if (cursor.row == top) {
            grid.scrollDown(top, bottom, 1, cursor.erased());
        } else if (cursor.row > 0) {
            cursor.row--;
        }
    }

    void lineFeed() {
        if (modes.ansi(Modes.NEW_LINE)) {
            cursor.column = 0;
        }
        index();
    }

    void tab(int count) {
        for (int i = 0; i < count && cursor.column < columns() - 1; i++) {
            int next = tabs.nextSetBit(cursor.column + 1);
            toColumn(next < 0 ? columns() - 1 : next);
        }
    }

    void backTab(int count) {
        for (int i = 0; i < count && cursor.column > 0; i++) {
            toColumn(Math.max(tabs.previousSetBit(cursor.column - 1), 0));
        }
    }

    void setTab() {
        tabs.set(cursor.column);
    }

    void clearTab(boolean all) {
        if (all) {
            tabs.clear();
        } else {
            tabs.clear(cursor.column);
        }
    }

    private void resetTabs(int from) {
        for (int x = (from + TAB - 1) / TAB * TAB; x < MOST_COLUMNS; x += TAB) {
            tabs.set(x, x > 0);
        }
    }

    // changing

    /** DECSTBM, rows from 0, bottom exclusive; refused when fewer than two rows are left. */
    void margins(int newTop, int newBottom) {
        int last = Math.min(newBottom, rows());
        if (last - newTop >= 2 || (newTop == 0 && last == rows())) {
            top = newTop;
            bottom = last;
            moveTo(0, 0);
        }
    }

    void scrollUp(int count) {
        if (top == 0 && grid == primary) {
            scrolledOut += Math.min(count, bottom);
        }
        grid.scrollUp(top, bottom, count, cursor.erased(), top == 0);
    }

    void scrollDown(int count) {
        grid.scrollDown(top, bottom, count, cursor.erased());
    }

    void insertLines(int count) {
        if (cursor.row >= top && cursor.row < bottom) {
            grid.scrollDown(cursor.row, bottom, count, cursor.erased());
            toColumn(0);
        }
    }

    void deleteLines(int count) {
        if (cursor.row >= top && cursor.row < bottom) {
            grid.scrollUp(cursor.row, bottom, count, cursor.erased(), false);
            toColumn(0);
        }
    }

    void insertCells(int count) {
        cursor.pendingWrap = false;
        grid.insertCells(cursor.row, cursor.column, count, cursor.erased());
    }

    void deleteCells(int count) {
        cursor.pendingWrap = false;
        grid.deleteCells(cursor.row, cursor.column, count, cursor.erased());
    }

    void eraseCells(int count) {
        cursor.pendingWrap = false;
        int end = Math.min(cursor.column + count, columns());
        grid.erase(cursor.row, cursor.column, end, cursor.erased(), false);
    }

    /** EL and DECSEL. */
    void eraseInLine(int what, boolean selectively) {
        cursor.pendingWrap = false;
        switch (what) {
            case 0 -> grid.erase(cursor.row, cursor.column, columns(), cursor.erased(), selectively);
            case 1 -> grid.erase(cursor.row, 0, cursor.column + 1, cursor.erased(), selectively);
            case 2 -> grid.erase(cursor.row, 0, columns(), cursor.erased(), selectively);
            default -> {}
        }
    }

    /** ED and DECSED; 3 is xterm's: the scroll-back. */
    void eraseInDisplay(int what, boolean selectively) {
        cursor.pendingWrap = false;
        switch (what) {
            case 0 -> {
                eraseInLine(0, selectively);
                grid.eraseRows(cursor.row + 1, rows(), cursor.erased(), selectively);
            }
            case 1 -> {
                grid.eraseRows(0, cursor.row, cursor.erased(), selectively);
                eraseInLine(1, selectively);
            }
            case 2 -> grid.eraseRows(0, rows(), cursor.erased(), selectively);
            case 3 -> {
                history.clear();
                grid.changedAll();
            }
            default -> {}
        }
    }

    /** DECALN: fills the screen with E. */
    void alignmentPattern() {
        top = 0;
        bottom = rows();
        for (int y = 0; y < rows(); y++) {
            Row row = grid.row(y);
            row.clear(0);
            for (int x = 0; x < columns(); x++) {
                row.set(x, 'E', 0, 0);
            }
        }
        grid.changedAll();
        moveTo(0, 0);
    }

    void cursorStyle(int style) {
        cursorStyle = style <= 6 ? style : 0;
    }

    // saving, switching, resetting

    void saveCursor() {
        (onAlternate() ? savedAlternate : savedPrimary).assign(cursor);
    }

    void restoreCursor() {
        cursor.assign(onAlternate() ? savedAlternate : savedPrimary);
        cursor.row = Math.min(cursor.row, rows() - 1);
        cursor.column = Math.min(cursor.column, columns() - 1);
        modes.setDec(Modes.ORIGIN, cursor.origin);
    }

    void switchTo(boolean alternateScreen) {
        Grid wanted = alternateScreen ? alternate : primary;
        if (grid != wanted) {
            grid.shown();
            grid = wanted;
            grid.changedAll();
            scrolledOut = 0;
        }
    }

    void clearAlternate() {
        for (int y = 0; y < alternate.rows(); y++) {
            alternate.row(y).clear(cursor.erased());
        }
        alternate.changedAll();
    }

    /** DECSTR. */
    void softReset() {
        modes.softReset();
        top = 0;
        bottom = rows();
        cursor.origin = false;
        cursor.pendingWrap = false;
        cursor.background = 0;
        cursor.resetRendition();
        cursor.resetCharsets();
        savedPrimary.assign(new Cursor());
        savedAlternate.assign(new Cursor());
        cursorStyle = 0;
    }

    /** RIS. The scroll-back stays: it is the user's. */
    void reset() {
        switchTo(false);
        softReset();
        modes.reset();
        colors.reset();
        tabs.clear();
        resetTabs(0);
        clearAlternate();
        eraseInDisplay(2, false);
        moveTo(0, 0);
    }

    void resize(int columns, int rows) {
        int width = Math.clamp(columns, 1, MOST_COLUMNS);
        int height = Math.clamp(rows, 1, MOST_ROWS);
        if (width == columns() && height == rows()) {
            return;
        }
        Cursor onPrimary = onAlternate() ? savedPrimary : cursor;
        new Reflow(primary, history, onPrimary).resize(width, height);
        alternate.crop(width, height);
        top = 0;
        bottom = height;
        cursor.row = Math.min(cursor.row, height - 1);
        cursor.column = Math.min(cursor.column, width - 1);
        cursor.pendingWrap = false;
        scrolledOut = 0;
    }

    // answers

    void reply(String text) {
        listener.reply(text.getBytes(StandardCharsets.UTF_8));
    }

    void title(String title) {
        listener.title(title);
    }

    void bell() {
        listener.bell();
    }
}
