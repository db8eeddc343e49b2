package oriel.service;

import oriel.contract.protocol.SessionEvent;
import oriel.contract.protocol.SessionId;

/** Hears of session events (administration.md, section 3), codes 1 … 9. */
@FunctionalInterface
public interface SessionListener {

    /**
     * A session has changed. Called one event at a time, in the order of the events, on a thread of the service's.
     *
     * @param session which session
     * @param event   what happened
     */
    void sessionChanged(SessionId session, SessionEvent event);
}
