package oriel.desktop.embedded.terminal;

/** Answers to a program's questions. They are short and, apart from numbers, fixed: nothing a program sent comes back. */
final class Reports {

    private static final String CSI = "\u001B[";
    private static final String DCS = "\u001BP";
    private static final String ST = "\u001B\\";

    private final Terminal terminal;

    Reports(Terminal terminal) {
        this.terminal = terminal;
    }

    /** DA1: a VT220 with selective erase (6), national sets (9) and colour (22). */
    void primaryAttributes() {
        terminal.reply(CSI + "?62;6;9;22c");
    }

    /** DA2: as xterm, by the version whose behaviour programs may expect. */
    void secondaryAttributes() {
        terminal.reply(CSI + ">41;330;0c");
    }

    /** DA3: no unit number. */
    void tertiaryAttributes() {
        terminal.reply(DCS + "!|00000000" + ST);
    }

    /** XTVERSION. */
    void version() {
        terminal.reply(DCS + ">|Oriel(1)" + ST);
    }

    /** DSR: 5 asks whether all is well, 6 where the cursor is. */
    void status(int what) {
        if (what == 5) {
            terminal.reply(CSI + "0n");
        } else if (what == 6) {
            terminal.reply(CSI + place() + "R");
        }
    }

    /** DECDSR; printer, user-defined keys and locator get their "there is none". */
    void decStatus(int what) {
        switch (what) {
            case 6 -> terminal.reply(CSI + "?" + place() + ";1R");
            case 15 -> terminal.reply(CSI + "?13n");
            case 25 -> terminal.reply(CSI + "?21n");
            case 26 -> terminal.reply(CSI + "?27;1;0;0n");
            case 55, 53 -> terminal.reply(CSI + "?50n");
            default -> {}
        }
    }

    private String place() {
        int row = terminal.cursor.row - (terminal.cursor.origin ? terminal.top() : 0);
        return (row + 1) + ";" + (terminal.cursor.column + 1);
    }

    /** XTWINOPS: only sizes are told; the window belongs to the user. */
    void window(int what) {
        if (what == 18 || what == 19) {
            terminal.reply(CSI + (what - 10) + ";" + terminal.rows() + ";" + terminal.columns() + "t");
        }
    }

    /** DECRQM: 1 set, 2 reset, 0 unknown. */
    void mode(int mode, boolean isPrivate) {
        boolean on = isPrivate ? terminal.modes.dec(mode) : terminal.modes.ansi(mode);
        int value = !Modes.known(mode, isPrivate) ? 0 : on ? 1 : 2;
        terminal.reply(CSI + (isPrivate ? "?" : "") + mode + ";" + value + "$y");
    }

    /** DECRQSS. */
    void setting(String what) {
        String value = switch (what) {
            case "m" -> Rendition.report(terminal.cursor) + "m";
            case "r" -> (terminal.top() + 1) + ";" + terminal.bottom() + "r";
            case " q" -> terminal.cursorStyle() + " q";
            case "\"p" -> "62;1\"p";
            case "\"q" -> ((terminal.cursor.background & Cell.PROTECTED) != 0 ? 1 : 0) + "\"q";
            default -> "";
        };
        terminal.reply(DCS + (value.isEmpty() ? "0$r" : "1$r" + value) + ST);
    }
}
