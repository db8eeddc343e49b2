package oriel.server.toml;

/** A document is not TOML. The message is one clause and does not name the line: {@link #line()} does. */
public final class TomlException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;

    TomlException(int line, String message) {
        super(message);
        this.line = line;
    }

    /**
     * Where.
     *
     * @return line, counted from 1
     */
    public int line() {
        return line;
    }
}
