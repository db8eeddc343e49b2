package oriel.contract.protocol;

/**
 * Second interface of a connection whose display is an indirect display ({@code IWRdsWddmIddProps}).
 */
public interface WddmIddProps {

    /**
     * {@code GetHardwareId}: plug-and-play id of the display (Q30).
     *
     * @return the id
     * @throws ProtocolException no indirect display is used
     */
    String getHardwareId() throws ProtocolException;

    /**
     * {@code OnDriverLoad}: the virtual display was plugged into the session.
     *
     * @param sessionId number of the session
     * @param driver stands for the display that was plugged in
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
     * {@code EnableWddmIdd}: called before {@code GetVideoHandle}.
     *
     * @param enabled whether the service uses the indirect display mode
     * @throws ProtocolException the service logs it and goes on
     */
    void enableWddmIdd(boolean enabled) throws ProtocolException;
}
