package oriel.desktop.embedded.terminal;

/**
 * Tells control functions from text. A state machine over code points after the one Paul Flo Williams drew for the VT500
 * ("A parser for DEC's ANSI-compatible video terminals"), with two differences: strings take any character, as they are
 * UTF-8, and they may end with BEL, as xterm allows.
 *
 * <p>Whatever comes in, the machine holds at most {@value #LONGEST_STRING} characters and {@link Parameters#MOST} numbers; a
 * longer string is ignored as a whole.
 */
final class Parser {

    static final int LONGEST_STRING = 4096;

    private static final int BEL = 0x07;
    private static final int CANCEL = 0x18;
    private static final int SUBSTITUTE = 0x1A;
    private static final int ESC = 0x1B;
    private static final int DELETE = 0x7F;
    private static final int STRING_TERMINATOR = 0x9C;
    /** Stands for intermediates that no function has: more than one. */
    private static final int UNKNOWN_INTERMEDIATE = 0xFF;

    private enum State {
        GROUND,
        ESCAPE,
        SEQUENCE,
        SEQUENCE_IGNORED,
        COMMAND,
        DEVICE_CONTROL,
        /** Start of string, privacy message, application program command, and what is too long or unknown. */
        STRING_IGNORED,
        /** ESC inside a string: a backslash completes the terminator. */
        STRING_ESCAPE
    }

    private final Functions functions;
    private final Parameters parameters = new Parameters();
    private final StringBuilder string = new StringBuilder();
    private State state = State.GROUND;
    private State stringState = State.GROUND;
    private int prefix;
    private int intermediate;
    private int deviceFunction;
    /** A control sequence inside DCS: its final byte begins the string. */
    private boolean deviceHeader;

    Parser(Functions functions) {
        this.functions = functions;
    }

    /** Whether the next character is text unless it is a control. */
    boolean inText() {
        return state == State.GROUND;
    }

    void accept(int c) {
        if (c == ESC) {
            escapeBegins();
        } else if (c == CANCEL || c == SUBSTITUTE) {
            state = State.GROUND;
        } else if (c >= 0x80 && c <= 0x9F) {
            eightBitControl(c);
        } else {
            switch (state) {
                case GROUND -> text(c);
                case ESCAPE -> escape(c);
                case SEQUENCE -> sequence(c);
                case SEQUENCE_IGNORED -> ignoredSequence(c);
                case COMMAND, DEVICE_CONTROL, STRING_IGNORED -> string(c);
                case STRING_ESCAPE -> stringEscape(c);
            }
        }
    }

    private void escapeBegins() {
        if (state == State.COMMAND || state == State.DEVICE_CONTROL || state == State.STRING_IGNORED) {
            stringState = state;
            state = State.STRING_ESCAPE;
        } else {
            begin(State.ESCAPE);
        }
    }

    private void begin(State next) {
        state = next;
        prefix = 0;
        intermediate = 0;
        parameters.clear();
    }

    /** A C1 control is short for ESC and the character 0x40 below it. */
    private void eightBitControl(int c) {
        if (c == STRING_TERMINATOR) {
            stringEnds();
        } else {
            begin(State.ESCAPE);
            escape(c - 0x40);
        }
    }

    private void text(int c) {
        if (c < 0x20) {
            functions.control(c);
        } else if (c != DELETE) {
            functions.print(c);
        }
    }

    private void escape(int c) {
        if (c < 0x20) {
            functions.control(c);
        } else if (c < 0x30) {
            collect(c);
        } else if (c < DELETE) {
            state = State.GROUND;
            if (intermediate == 0) {
                introducer(c);
            } else {
                functions.escape(intermediate, c);
            }
        } else if (c > DELETE) {
            state = State.GROUND;
        }
    }

    private void introducer(int c) {
        switch (c) {
            case '[' -> header(false);
            case 'P' -> header(true);
            case ']' -> beginString(State.COMMAND);
            case 'X', '^', '_' -> beginString(State.STRING_IGNORED);
            default -> functions.escape(0, c);
        }
    }

    private void header(boolean device) {
        begin(State.SEQUENCE);
        deviceHeader = device;
    }

    private void beginString(State next) {
        string.setLength(0);
        state = next;
    }

    private void collect(int c) {
        intermediate = intermediate == 0 ? c : UNKNOWN_INTERMEDIATE;
    }

    private void sequence(int c) {
        if (c < 0x20) {
            controlInSequence(c);
        } else if (c < 0x30) {
            collect(c);
        } else if (c < 0x40) {
            parameter(c);
        } else if (c < DELETE) {
            sequenceEnds(c);
        } else if (c > DELETE) {
            state = State.SEQUENCE_IGNORED;
        }
    }

    /** Controls act inside control sequences (ECMA-48 leaves it open, DEC does it), but not inside DCS. */
    private void controlInSequence(int c) {
        if (!deviceHeader) {
            functions.control(c);
        }
    }

    private void parameter(int c) {
        if (intermediate != 0) {
            state = State.SEQUENCE_IGNORED;
        } else if (c <= '9') {
            parameters.digit(c - '0');
        } else if (c <= ';') {
            parameters.separator(c == ':');
        } else if (prefix == 0 && parameters.size() == 0) {
            prefix = c;
        } else {
            state = State.SEQUENCE_IGNORED;
        }
    }

    private void sequenceEnds(int c) {
        if (deviceHeader) {
            deviceFunction = c;
            beginString(State.DEVICE_CONTROL);
        } else {
            state = State.GROUND;
            functions.controlSequence(prefix, intermediate, c, parameters);
        }
    }

    private void ignoredSequence(int c) {
        if (c < 0x20) {
            controlInSequence(c);
        } else if (c >= 0x40 && c < DELETE) {
            state = State.GROUND;
            if (deviceHeader) {
                beginString(State.STRING_IGNORED);
            }
        }
    }

    private void string(int c) {
        if (c == BEL && state == State.COMMAND) {
            stringEnds();
        } else if (c >= 0x20 && state != State.STRING_IGNORED) {
            string.appendCodePoint(c);
            if (string.length() > LONGEST_STRING) {
                beginString(State.STRING_IGNORED);
            }
        }
    }

    private void stringEscape(int c) {
        if (c == '\\') {
            state = stringState;
            stringEnds();
        } else {
            begin(State.ESCAPE); // anything else: the string is given up, and the escape sequence counts
            escape(c);
        }
    }

    private void stringEnds() {
        State ended = state == State.STRING_ESCAPE ? stringState : state;
        state = State.GROUND;
        String text = ended == State.COMMAND || ended == State.DEVICE_CONTROL ? string.toString() : "";
        string.setLength(0);
        if (ended == State.COMMAND) {
            functions.command(text);
        } else if (ended == State.DEVICE_CONTROL) {
            functions.deviceControl(prefix, intermediate, deviceFunction, text);
        }
    }
}
