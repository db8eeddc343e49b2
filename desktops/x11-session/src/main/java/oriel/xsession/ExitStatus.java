package oriel.xsession;

/** How a process has ended, as the end of a sentence about it. */
final class ExitStatus {

    /** The JDK reports a process ended by a signal as this plus the signal, as shells do. */
    private static final int SIGNALS = 128;

    private ExitStatus() {}

    static String of(Process process) {
        return process.isAlive() ? "does not answer" : of(process.exitValue());
    }

    static String of(int status) {
        if (status > SIGNALS && status <= SIGNALS + 64) {
            return "was ended by signal " + (status - SIGNALS);
        }
        return switch (status) {
            case 0 -> "has ended";
            case 126, 127 -> "could not be run (status " + status + ")";
            default -> "failed with status " + status;
        };
    }
}
