package oriel.contract.protocol;

import java.util.List;
import java.util.OptionalInt;

/**
 * Second interface of a connection: picks a session for enhanced fast reconnect
 * ({@code IWRdsEnhancedFastReconnectArbitrator}; page <em>IWRdsEnhancedFastReconnectArbitrator (wtsprotocol.h)</em>,
 * Windows Server 2022). Optional; asked between {@code ProtocolComplete} and the creation of a session if
 * {@link Property#GET_FAST_RECONNECT} answers 2.
 */
public interface EnhancedFastReconnectArbitrator {

    /**
     * {@code GetSessionForEnhancedFastReconnect}: which of these sessions belongs to this client?
     *
     * @param sessionIds numbers of the sessions of the user that {@link Property#GET_FAST_RECONNECT_USER_SID} named
     * @return the session that belongs to this client; empty = none of these (Q31)
     * @throws ProtocolException treated like empty
     */
    OptionalInt getSessionForEnhancedFastReconnect(List<Integer> sessionIds) throws ProtocolException;
}
