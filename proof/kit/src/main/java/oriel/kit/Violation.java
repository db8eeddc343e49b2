package oriel.kit;

import java.util.Locale;

/**
 * One breach of the contract.
 *
 * @param party      who broke it
 * @param connection number of the connection in the order of {@code OnConnected}, from 1; 0 = manager and listeners
 * @param call       the call, spelled as in the contract
 * @param what       what is wrong with it, one clause
 */
public record Violation(Party party, int connection, String call, String what) {

    /** The two sides of the contract. */
    public enum Party {
        /** The service called what it must not call. */
        SERVICE,
        /** The provider called, answered or took its time as it must not. */
        PROVIDER
    }

    @Override
    public String toString() {
        return party.name().toLowerCase(Locale.ROOT) + (connection == 0 ? "" : ", connection " + connection) + ": "
                + call + " " + what;
    }
}
