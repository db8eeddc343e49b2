package oriel.contract.protocol;

/**
 * What {@code GetClientMonitorData} answers.
 *
 * @param count   number of monitors, at least 1
 * @param primary zero-based index of the primary one (Q12)
 */
public record ClientMonitors(int count, int primary) {

    /** One monitor, the primary one. */
    public static final ClientMonitors ONE = new ClientMonitors(1, 0);

    /** Checks the range. */
    public ClientMonitors {
        if (count < 1 || primary < 0 || primary >= count) {
            throw new IllegalArgumentException("primary monitor " + primary + " of " + count);
        }
    }
}
