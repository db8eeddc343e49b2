package oriel.contract.protocol;

import java.util.List;

/**
 * The way of a shadow connection back to the service ({@code IWRdsProtocolShadowCallback}; page
 * <em>IWRdsProtocolShadowCallback (wtsprotocol.h)</em>). Implemented by the service, given in {@code Start}, called on
 * threads of the provider that are not inside a service call, dropped when the shadow ends.
 */
public interface ProtocolShadowCallback {

    /**
     * {@code StopShadow}: end the shadow; either side may ask, the service stops both (Q19).
     *
     * @throws ProtocolException if no shadow runs
     */
    void stopShadow() throws ProtocolException;

    /**
     * {@code InvokeTargetShadow}: reach the target session, check whether it may be shadowed, and call its
     * {@code DoTarget}. Lasts until that has returned or was refused.
     *
     * @param targetServerName server of the target session
     * @param targetSessionId number of the target session
     * @param parameters four blocks of bytes, opaque to the service
     * @param clientName name of the watching client
     * @throws ProtocolException if the target cannot be reached, is not allowed, or declined
     */
    void invokeTargetShadow(String targetServerName, int targetSessionId, List<byte[]> parameters, String clientName)
            throws ProtocolException;
}
