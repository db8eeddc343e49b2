package oriel.contract.protocol;

/** Stands for a session towards a provider; valid until {@code DisconnectNotify}. */
public interface SessionHandle {

    /**
     * Which session.
     *
     * @return its identifier
     */
    SessionId session();
}
