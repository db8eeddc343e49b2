package oriel.xsession;

/** Starts X11 sessions: by itself, or through the privileged helper. Safe to use from many threads. */
public interface SessionStarter {

    /**
     * Starts a session: X server and desktop. Blocks until the X server can be connected to.
     *
     * @param order what is wanted
     * @param watch hears of its end
     * @return the session; ended by {@link XSession#stop}
     * @throws StartFailedException if it could not be started; nothing of it is left
     * @throws InterruptedException if the thread was interrupted; nothing of it is left
     */
    XSession start(SessionOrder order, SessionWatch watch) throws StartFailedException, InterruptedException;
}
