package oriel.server.command;

/** A verb could not do what it was asked. The message is one clause for standard error. */
public final class CommandException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    /**
     * Says why.
     *
     * @param exitCode one of {@link ExitCode}
     * @param message  why, and what can be done about it
     */
    public CommandException(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /**
     * What the process ends with.
     *
     * @return one of {@link ExitCode}
     */
    public int exitCode() {
        return exitCode;
    }
}
