package oriel.desktop.embedded.terminal;

import org.jspecify.annotations.Nullable;

/**
 * A row that has left the screen, in little memory: characters as bytes where they are Latin-1, renditions as runs and
 * nothing at all for plain text.
 */
final class CompactRow {

    private static final int HEADER = 64;
    private static final int RUN = 3;

    private final int length;
    private final boolean wrapped;
    private final byte @Nullable [] latin;
    private final int @Nullable [] codes;
    /** Triples: foreground, background, column after the last; null = all plain. */
    private final int @Nullable [] runs;
    /** Marks of the cells that have any, in their order; null = none. */
    private final String @Nullable [] marks;

    CompactRow(Row row) {
        length = row.wrapped() ? row.columns() : row.length();
        wrapped = row.wrapped();
        int all = 0;
        int marked = 0;
        int changes = 1;
        for (int x = 0; x < length; x++) {
            all |= row.code(x);
            marked += (row.code(x) & Cell.MARKED) != 0 ? 1 : 0;
            changes += x > 0 && !sameRendition(row, x - 1, x) ? 1 : 0;
        }
        latin = all < 0x100 ? latin(row) : null;
        codes = all < 0x100 ? null : codes(row);
        boolean plain = length == 0 || (changes == 1 && row.foreground(0) == 0 && row.background(0) == 0);
        runs = plain ? null : runs(row, changes);
        marks = marked == 0 ? null : marks(row, marked);
    }

    private static boolean sameRendition(Row row, int a, int b) {
        return row.foreground(a) == row.foreground(b) && row.background(a) == row.background(b);
    }

    private byte[] latin(Row row) {
        var made = new byte[length];
        for (int x = 0; x < length; x++) {
            made[x] = (byte) row.code(x);
        }
        return made;
    }

    private int[] codes(Row row) {
        var made = new int[length];
        for (int x = 0; x < length; x++) {
            made[x] = row.code(x);
        }
        return made;
    }

    private int[] runs(Row row, int count) {
        var made = new int[count * RUN];
        int run = 0;
        for (int x = 0; x < length; x++) {
            if (x > 0 && !sameRendition(row, x - 1, x)) {
                run++;
            }
            made[run * RUN] = row.foreground(x);
            made[run * RUN + 1] = row.background(x);
            made[run * RUN + 2] = x + 1;
        }
        return made;
    }

    private String[] marks(Row row, int count) {
        var made = new String[count];
        int next = 0;
        for (int x = 0; x < length; x++) {
            if ((row.code(x) & Cell.MARKED) != 0) {
                made[next++] = row.marks(x);
            }
        }
        return made;
    }

    int length() {
        return length;
    }

    boolean wrapped() {
        return wrapped;
    }

    /** Writes the cells into a row that is emptied for it; what does not fit is left out. */
    void expand(Row into) {
        into.clear(0);
        int end = Math.min(length, into.columns());
        int run = 0;
        int mark = 0;
        for (int x = 0; x < end; x++) {
            int code = latin != null ? latin[x] & 0xFF : codes != null ? codes[x] : 0;
            if (runs == null) {
                into.set(x, code, 0, 0);
            } else {
                run += x == runs[run * RUN + 2] ? 1 : 0;
                into.set(x, code, runs[run * RUN], runs[run * RUN + 1]);
            }
            if (marks != null && (code & Cell.MARKED) != 0) {
                into.putMarks(x, marks[mark++]);
            }
        }
        into.wrapped(wrapped);
    }

    /** Rough size in memory, in bytes. */
    int bytes() {
        int size = HEADER + (latin != null ? length : 4 * length);
        size += runs == null ? 0 : 16 + 4 * runs.length;
        size += marks == null ? 0 : marks.length * 64;
        return size;
    }
}
