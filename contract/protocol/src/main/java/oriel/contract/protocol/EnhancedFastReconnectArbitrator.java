package oriel.contract.protocol;

import java.util.List;
import java.util.OptionalInt;

/**
 * Second interface of a connection: picks a session for enhanced fast reconnect ({@code
 * IWRdsEnhancedFastReconnectArbitrator}).
 */
public interface EnhancedFastReconnectArbitrator {

    /**
     * {@code GetSessionForEnhancedFastReconnect}.
     *
     * @param sessionIds sessions of the user the connection named
     * @return the session that belongs to this client; empty = none of these (Q31)
     * @throws ProtocolException treated like empty
     */
    OptionalInt getSessionForEnhancedFastReconnect(List<Integer> sessionIds) throws ProtocolException;
}
