package oriel.contract.desktop;

/**
 * Takes the monitors that a client has from now on: its window was resized, a monitor was plugged in. The session's end of
 * what display drivers call a mode change. Calls return at once; what the session makes of it is heard through {@link
 * ScreenWatcher#resized}.
 */
@FunctionalInterface
public interface LayoutSink {

    /**
     * The client has other monitors, or the same ones differently.
     *
     * @param layout how they lie now
     */
    void layout(MonitorLayout layout);
}
