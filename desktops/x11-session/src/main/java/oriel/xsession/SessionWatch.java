package oriel.xsession;

/** Hears how a session ends. */
@FunctionalInterface
public interface SessionWatch {

    /**
     * The session has ended by itself: its desktop has, or its X server. Called once, and not after {@link XSession#stop} was
     * called; everything of the session is gone by then.
     *
     * @param end how
     */
    void ended(SessionEnd end);
}
