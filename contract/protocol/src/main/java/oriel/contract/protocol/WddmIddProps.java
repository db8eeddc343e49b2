package oriel.contract.protocol;

/**
 * Second interface of a connection whose display is an indirect display, a virtual display that is plugged into the
 * session. Implemented by the provider; optional ({@code IWRdsWddmIddProps}; page <em>IWRdsWddmIddProps
 * (wtsprotocol.h)</em>).
 */
public interface WddmIddProps {

    /**
     * {@code GetHardwareId}: plug-and-play id by which the display is found (Q30: an output, whatever the page says).
     *
     * @return the id
     * @throws ProtocolException no indirect display is used
     */
    String getHardwareId() throws ProtocolException;

    /**
     * {@code OnDriverLoad}: the virtual display was plugged into the session.
     *
     * @param sessionId number of the session
     * @param driver stands for the display that was plugged in; the provider's to keep until {@link #onDriverUnload}
     * @throws ProtocolException the service logs it and goes on
     */
    void onDriverLoad(int sessionId, SessionHandle driver) throws ProtocolException;

    /**
     * {@code OnDriverUnload}: the virtual display was taken away.
     *
     * @param sessionId number of the session
     * @throws ProtocolException the service logs it and goes on
     */
    void onDriverUnload(int sessionId) throws ProtocolException;

    /**
     * {@code EnableWddmIdd}: called once per attachment, before {@code GetVideoHandle}.
     *
     * @param enabled whether the service uses the indirect display mode
     * @throws ProtocolException the service logs it and goes on
     */
    void enableWddmIdd(boolean enabled) throws ProtocolException;
}
