package oriel.xsession;

/**
 * How much the processes of a session may use together.
 *
 * @param processor percent of one processor; 0 = no limit
 * @param memory    bytes of memory; 0 = no limit
 * @param processes how many processes and threads; 0 = no limit
 */
public record SessionLimits(int processor, long memory, int processes) {

    /** No limits. */
    public static final SessionLimits NONE = new SessionLimits(0, 0, 0);

    /** Checks that nothing is negative. */
    public SessionLimits {
        if (processor < 0 || memory < 0 || processes < 0) {
            throw new IllegalArgumentException("limits " + processor + ", " + memory + ", " + processes);
        }
    }
}
