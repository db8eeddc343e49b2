package oriel.contract.protocol;

import java.util.List;

/**
 * One side of a shadow ({@code IWRdsProtocolShadowConnection}).
 */
public interface ProtocolShadowConnection {

    /**
     * {@code Start}: on the watcher's side.
     *
     * @param serverName server of the target session (Q19)
     * @param targetSessionId number of the target session
     * @param hotKey virtual-key code that ends the shadow
     * @param hotKeyModifiers bits for shift, control, alt
     * @param callback way back to the service
     * @throws ProtocolException the shadow does not begin
     */
    void start(String serverName, int targetSessionId, int hotKey, int hotKeyModifiers, ProtocolShadowCallback callback)
            throws ProtocolException;

    /**
     * {@code Stop}: ends the shadow on this side.
     *
     * @throws ProtocolException the service drops the connection
     */
    void stop() throws ProtocolException;

    /**
     * {@code DoTarget}: on the target's side.
     *
     * @param parameters the four opaque blocks of {@link ProtocolShadowCallback#invokeTargetShadow}
     * @param clientName name of the watching client
     * @throws ProtocolException the shadow ends on both sides
     */
    void doTarget(List<byte[]> parameters, String clientName) throws ProtocolException;
}
