package oriel.contract.protocol;

import java.util.List;

/**
 * One side of a shadow: {@code Start} and {@code Stop} on the watcher's connection, {@code DoTarget} and {@code Stop}
 * on the watched one. Implemented by the provider, given by {@code GetShadowConnection}, called by the service
 * ({@code IWRdsProtocolShadowConnection}; page <em>IWRdsProtocolShadowConnection (wtsprotocol.h)</em>).
 */
public interface ProtocolShadowConnection {

    /**
     * {@code Start}: on the watcher's side. The provider goes on by {@link ProtocolShadowCallback#invokeTargetShadow}
     * on another thread.
     *
     * @param serverName server of the target session (Q19), not of the watcher
     * @param targetSessionId number of the target session
     * @param hotKey virtual-key code of Windows that ends the shadow, 0 … 255
     * @param hotKeyModifiers bits 1 shift, 2 control, 4 alt
     * @param callback way back to the service, kept until {@link #stop()}
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
