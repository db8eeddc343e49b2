package oriel.desktop.embedded.toolkit;

import java.util.Arrays;

/**
 * One line being edited: characters, caret, selection. Nothing of the text survives {@link #clear()} — the array is
 * allocated once and overwritten.
 */
final class EditBuffer {

    private final char[] characters;
    private int length;
    private int caret;
    private int anchor;

    EditBuffer(int longest) {
        characters = new char[longest];
    }

    int length() {
        return length;
    }

    int caret() {
        return caret;
    }

    int selectionStart() {
        return Math.min(caret, anchor);
    }

    int selectionEnd() {
        return Math.max(caret, anchor);
    }

    boolean hasSelection() {
        return caret != anchor;
    }

    char[] copy() {
        return Arrays.copyOf(characters, length);
    }

    String selection() {
        return new String(characters, selectionStart(), selectionEnd() - selectionStart());
    }

    void clear() {
        Arrays.fill(characters, '\0');
        length = 0;
        caret = 0;
        anchor = 0;
    }

    /** Replaces the selection; control characters are left out, and so is what does not fit. */
    void insert(String text) {
        deleteSelection();
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            int units = Character.charCount(codePoint);
            i += units;
            if (Character.isISOControl(codePoint)) {
                continue;
            }
            if (length + units > characters.length) {
                return;
            }
            System.arraycopy(characters, caret, characters, caret + units, length - caret);
            Character.toChars(codePoint, characters, caret);
            length += units;
            caret += units;
            anchor = caret;
        }
    }

    void deleteSelection() {
        delete(selectionStart(), selectionEnd());
    }

    /** Deletes the selection or, when there is none, what lies between the caret and a place. */
    void deleteTo(int place) {
        if (hasSelection()) {
            deleteSelection();
        } else {
            delete(Math.min(caret, place), Math.max(caret, place));
        }
    }

    private void delete(int from, int to) {
        System.arraycopy(characters, to, characters, from, length - to);
        int shorter = length - (to - from);
        Arrays.fill(characters, shorter, length, '\0');
        length = shorter;
        caret = from;
        anchor = from;
    }

    void moveTo(int place, boolean select) {
        caret = Math.clamp(place, 0, length);
        if (!select) {
            anchor = caret;
        }
    }

    void selectAll() {
        anchor = 0;
        caret = length;
    }

    void selectWord(int place) {
        moveTo(Math.min(place + 1, length), false);
        anchor = wordLeft();
        caret = anchor;
        while (caret < length && !Character.isWhitespace(characters[caret])) {
            caret++;
        }
    }

    int left() {
        boolean pair = caret >= 2 && Character.isSurrogatePair(characters[caret - 2], characters[caret - 1]);
        return Math.max(0, caret - (pair ? 2 : 1));
    }

    int right() {
        boolean pair = caret + 1 < length && Character.isSurrogatePair(characters[caret], characters[caret + 1]);
        return Math.min(length, caret + (pair ? 2 : 1));
    }

    int wordLeft() {
        int at = caret;
        while (at > 0 && Character.isWhitespace(characters[at - 1])) {
            at--;
        }
        while (at > 0 && !Character.isWhitespace(characters[at - 1])) {
            at--;
        }
        return at;
    }

    int wordRight() {
        int at = caret;
        while (at < length && !Character.isWhitespace(characters[at])) {
            at++;
        }
        while (at < length && Character.isWhitespace(characters[at])) {
            at++;
        }
        return at;
    }
}
