package oriel.contract.protocol;

import java.util.List;

/**
 * The way of a shadow connection back to the service ({@code IWRdsProtocolShadowCallback}). Implemented by
 * the service.
 */
public interface ProtocolShadowCallback {

    /**
     * {@code StopShadow}: end the shadow; the service stops both sides.
     *
     * @throws ProtocolException if no shadow runs
     */
    void stopShadow() throws ProtocolException;

    /**
     * {@code InvokeTargetShadow}: reach the target session and call its {@code DoTarget}.
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
