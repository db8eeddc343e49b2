package oriel.contract.protocol;

import java.util.List;

/** What {@code SessionArbitrationEnumeration} answers (Q10). */
public sealed interface Arbitration {

    /** The service shall arbitrate itself ({@code E_NOTIMPL}). */
    record UseDefault() implements Arbitration {}

    /**
     * These sessions are candidates. Those that no longer exist or are not disconnected are skipped; none left means that
     * the service arbitrates itself.
     *
     * @param sessionIds numbers of sessions
     */
    record Candidates(List<Integer> sessionIds) implements Arbitration {

        /** Copies the list. */
        public Candidates {
            sessionIds = List.copyOf(sessionIds);
        }
    }
}
