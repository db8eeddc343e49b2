package oriel.contract.protocol;

/**
 * Second interface of a connection that takes its graphics from the RemoteFX pipeline
 * ({@code IWRdsRemoteFXGraphicsConnection}; page of that name, both methods marked as not to be used).
 *
 * @deprecated Documented and withdrawn at once, and gone from present headers (Q44). It is here so that the contract is
 *     whole; the service never asks a connection for it.
 */
@Deprecated
public interface RemoteFxGraphicsConnection {

    /**
     * {@code EnableRemoteFXGraphics}: whether the connection wants RemoteFX graphics.
     *
     * @return whether it does
     * @throws ProtocolException no such graphics
     */
    boolean enableRemoteFxGraphics() throws ProtocolException;

    /**
     * {@code GetVirtualChannelTransport}: the maker of graphics channels ({@code IWRdsGraphicsChannelManager}, an interface
     * outside this contract).
     *
     * @return that object, owned by the caller
     * @throws ProtocolException no such graphics
     */
    Object getVirtualChannelTransport() throws ProtocolException;
}
