package oriel.server.command;

/** What the program's exit codes mean; {@code oriel --help} says it too. */
public final class ExitCode {

    /** Done. */
    public static final int DONE = 0;
    /** It did not work; the line on standard error says why. */
    public static final int FAILED = 1;
    /** The command line is wrong. */
    public static final int USAGE = 2;
    /** The service is not running. */
    public static final int NOT_RUNNING = 3;
    /** There is no session, user or trace of that name. */
    public static final int NOT_FOUND = 4;
    /** The configuration cannot be used. */
    public static final int CONFIGURATION = 5;
    /** The service cannot start: port taken, key unreadable, already running. */
    public static final int CANNOT_START = 6;
    /** Files or the control socket belong to somebody else. */
    public static final int NOT_ALLOWED = 7;

    /** The same, for the help; 8 is the launcher's. */
    static final String HELP = """
            Exit codes:
              0  done
              1  it did not work; standard error says why
              2  wrong command line
              3  the service is not running
              4  no such session, user or trace
              5  the configuration cannot be used
              6  the service cannot start: port taken, key unreadable, already running
              7  files or the control socket belong to somebody else
              8  no suitable JDK, or the build failed
            """;

    private ExitCode() {}
}
