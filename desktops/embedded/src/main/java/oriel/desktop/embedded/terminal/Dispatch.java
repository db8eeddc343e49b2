package oriel.desktop.embedded.terminal;

/** From functions to what they do: the tables of ECMA-48, DEC and xterm. */
final class Dispatch implements Functions {

    private final Terminal terminal;
    private final Cursor cursor;
    private final Reports reports;
    private final Commands commands;

    Dispatch(Terminal terminal) {
        this.terminal = terminal;
        this.cursor = terminal.cursor;
        this.reports = new Reports(terminal);
        this.commands = new Commands(terminal);
    }

    @Override
    public void print(int codePoint) {
        terminal.print(codePoint);
    }

    @Override
    public void control(int code) {
        switch (code) {
            case 0x07 -> terminal.bell();
            case 0x08 -> terminal.backspace();
            case 0x09 -> terminal.tab(1);
            case 0x0A, 0x0B, 0x0C -> terminal.lineFeed();
            case 0x0D -> terminal.toColumn(0);
            case 0x0E -> cursor.shift(1);
            case 0x0F -> cursor.shift(0);
            default -> {}
        }
    }

    @Override
    public void escape(int intermediate, int last) {
        switch (intermediate) {
            case 0 -> plainEscape(last);
            case '(', ')', '*', '+' -> cursor.designate(intermediate - '(', Charset.of(last));
            case '-', '.', '/' -> cursor.designate(intermediate - '-' + 1, Charset.ASCII); // 96-character sets
            case '#' -> {
                if (last == '8') {
                    terminal.alignmentPattern();
                }
            }
            default -> {}
        }
    }

    private void plainEscape(int last) {
        switch (last) {
            case '7' -> terminal.saveCursor();
            case '8' -> terminal.restoreCursor();
            case '=' -> terminal.modes.setDec(Modes.KEYPAD, true);
            case '>' -> terminal.modes.setDec(Modes.KEYPAD, false);
            case 'D' -> terminal.index();
            case 'E' -> {
                terminal.toColumn(0);
                terminal.index();
            }
            case 'H' -> terminal.setTab();
            case 'M' -> terminal.reverseIndex();
            case 'N' -> cursor.singleShift(2);
            case 'O' -> cursor.singleShift(3);
            case 'Z' -> reports.primaryAttributes();
            case 'c' -> terminal.reset();
            case 'n' -> cursor.shift(2);
            case 'o' -> cursor.shift(3);
            default -> {}
        }
    }

    @Override
    public void controlSequence(int prefix, int intermediate, int last, Parameters p) {
        if (intermediate != 0) {
            withIntermediate(prefix, intermediate, last, p);
            return;
        }
        switch (prefix) {
            case 0 -> standard(last, p);
            case '?' -> dec(last, p);
            case '>' -> secondary(last, p);
            case '=' -> {
                if (last == 'c' && p.get(0, 0) == 0) {
                    reports.tertiaryAttributes();
                }
            }
            default -> {}
        }
    }

    private void standard(int last, Parameters p) {
        int count = p.count(0);
        switch (last) {
            case '@' -> terminal.insertCells(count);
            case 'A' -> terminal.moveRows(-count);
            case 'B', 'e' -> terminal.moveRows(count);
            case 'C', 'a' -> terminal.moveColumns(count);
            case 'D' -> terminal.moveColumns(-count);
            case 'E' -> {
                terminal.moveRows(count);
                terminal.toColumn(0);
            }
            case 'F' -> {
                terminal.moveRows(-count);
                terminal.toColumn(0);
            }
            case 'G', '`' -> terminal.toColumn(count - 1);
            case 'H', 'f' -> terminal.moveTo(count - 1, p.count(1) - 1);
            case 'I' -> terminal.tab(count);
            case 'J' -> terminal.eraseInDisplay(p.get(0, 0), false);
            case 'K' -> terminal.eraseInLine(p.get(0, 0), false);
            case 'L' -> terminal.insertLines(count);
            case 'M' -> terminal.deleteLines(count);
            case 'P' -> terminal.deleteCells(count);
            case 'S' -> terminal.scrollUp(count);
            case 'T' -> {
                if (p.size() < 2) { // with five it is xterm's highlight tracking
                    terminal.scrollDown(count);
                }
            }
            case 'X' -> terminal.eraseCells(count);
            case 'Z' -> terminal.backTab(count);
            case '^' -> terminal.scrollDown(count);
            case 'b' -> terminal.repeat(count);
            case 'd' -> terminal.moveTo(count - 1, cursor.column);
            default -> settings(last, p);
        }
    }

    private void settings(int last, Parameters p) {
        switch (last) {
            case 'c' -> {
                if (p.get(0, 0) == 0) {
                    reports.primaryAttributes();
                }
            }
            case 'g' -> tabClear(p.get(0, 0));
            case 'h' -> ansiModes(p, true);
            case 'l' -> ansiModes(p, false);
            case 'm' -> Rendition.select(cursor, p);
            case 'n' -> reports.status(p.get(0, 0));
            case 'r' -> terminal.margins(p.count(0) - 1, p.get(1, 0) == 0 ? terminal.rows() : p.get(1, 0));
            case 's' -> terminal.saveCursor();
            case 't' -> reports.window(p.get(0, 0));
            case 'u' -> terminal.restoreCursor();
            default -> {}
        }
    }

    private void tabClear(int what) {
        if (what == 0 || what == 3) {
            terminal.clearTab(what == 3);
        }
    }

    private void ansiModes(Parameters p, boolean on) {
        for (int i = 0; i < p.size(); i++) {
            terminal.modes.setAnsi(p.get(i, 0), on);
        }
    }

    private void dec(int last, Parameters p) {
        switch (last) {
            case 'J' -> terminal.eraseInDisplay(p.get(0, 0), true);
            case 'K' -> terminal.eraseInLine(p.get(0, 0), true);
            case 'h' -> decModes(p, true);
            case 'l' -> decModes(p, false);
            case 'n' -> reports.decStatus(p.get(0, 0));
            case 'r' -> {
                for (int i = 0; i < p.size(); i++) {
                    decMode(p.get(i, 0), terminal.modes.saved(p.get(i, 0)));
                }
            }
            case 's' -> {
                for (int i = 0; i < p.size(); i++) {
                    terminal.modes.save(p.get(i, 0));
                }
            }
            default -> {}
        }
    }

    private void decModes(Parameters p, boolean on) {
        for (int i = 0; i < p.size(); i++) {
            decMode(p.get(i, 0), on);
        }
    }

    private void decMode(int mode, boolean on) {
        terminal.modes.setDec(mode, on);
        switch (mode) {
            case Modes.REVERSE_SCREEN -> terminal.grid().changedAll();
            case Modes.ORIGIN -> {
                cursor.origin = on;
                terminal.moveTo(0, 0);
            }
            case Modes.AUTO_WRAP -> cursor.pendingWrap &= on;
            case Modes.ALTERNATE_OLD -> terminal.switchTo(on);
            case Modes.ALTERNATE -> alternate(on);
            case Modes.SAVE_CURSOR -> saveOrRestore(on);
            case Modes.ALTERNATE_SAVING -> alternateSaving(on);
            default -> {}
        }
    }

    /** 1047 leaves an empty screen behind. */
    private void alternate(boolean on) {
        if (!on && terminal.onAlternate()) {
            terminal.clearAlternate();
        }
        terminal.switchTo(on);
    }

    private void saveOrRestore(boolean save) {
        if (save) {
            terminal.saveCursor();
        } else {
            terminal.restoreCursor();
        }
    }

    /** 1049 keeps the cursor and finds an empty screen. Asking twice must not lose what was saved first. */
    private void alternateSaving(boolean on) {
        if (on == terminal.onAlternate()) {
            return;
        }
        if (on) {
            terminal.saveCursor();
            terminal.clearAlternate();
        }
        terminal.switchTo(on);
        if (!on) {
            terminal.restoreCursor();
        }
    }

    private void secondary(int last, Parameters p) {
        if (last == 'c' && p.get(0, 0) == 0) {
            reports.secondaryAttributes();
        } else if (last == 'q' && p.get(0, 0) == 0) {
            reports.version();
        }
    }

    private void withIntermediate(int prefix, int intermediate, int last, Parameters p) {
        switch (intermediate << 8 | last) {
            case '!' << 8 | 'p' -> terminal.softReset();
            case ' ' << 8 | 'q' -> terminal.cursorStyle(p.get(0, 0));
            case '"' << 8 | 'q' -> protect(p.get(0, 0) == 1);
            case '$' << 8 | 'p' -> reports.mode(p.get(0, 0), prefix == '?');
            default -> {}
        }
    }

    private void protect(boolean on) {
        cursor.background = on ? cursor.background | Cell.PROTECTED : cursor.background & ~Cell.PROTECTED;
    }

    @Override
    public void command(String text) {
        commands.run(text);
    }

    @Override
    public void deviceControl(int prefix, int intermediate, int last, String text) {
        if (prefix == 0 && last == 'q' && intermediate == '$') {
            reports.setting(text);
        } else if (prefix == 0 && last == 'q' && intermediate == '+') {
            terminal.reply("\u001BP0+r\u001B\\"); // XTGETTCAP: terminfo has it all
        }
    }
}
