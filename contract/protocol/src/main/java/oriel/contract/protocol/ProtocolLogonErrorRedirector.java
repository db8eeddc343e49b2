package oriel.contract.protocol;

/**
 * Receives what the logon process has to say, before or instead of the logon screen. Implemented by the provider, given
 * by {@code GetLogonErrorRedirector}, called by the service on the logon thread between steps 18 and 21, let go of when
 * the connection closes ({@code IWRdsProtocolLogonErrorRedirector}; page <em>IWRdsProtocolLogonErrorRedirector
 * (wtsprotocol.h)</em>).
 */
public interface ProtocolLogonErrorRedirector {

    /**
     * {@code OnBeginPainting}: the logon user interface is ready to draw.
     *
     * @throws ProtocolException the service logs it and goes on
     */
    void onBeginPainting() throws ProtocolException;

    /**
     * {@code RedirectStatus}: a progress text of the logon process.
     *
     * @param message progress text
     * @return what becomes of it
     * @throws ProtocolException counts as <em>not handled</em>
     */
    LogonErrorRedirectorResponse redirectStatus(String message) throws ProtocolException;

    /**
     * {@code RedirectMessage}: a message box of the logon process. No button travels back: a box with a choice is best
     * left to the logon screen, <em>not handled</em>.
     *
     * @param caption title
     * @param message text
     * @param boxType type bits of the system's message box
     * @return what becomes of it
     * @throws ProtocolException counts as <em>not handled</em>
     */
    LogonErrorRedirectorResponse redirectMessage(String caption, String message, int boxType) throws ProtocolException;

    /**
     * {@code RedirectLogonError}: an authentication failure (Q18).
     *
     * @param status of {@link NtStatus}, the failure
     * @param subStatus of {@link NtStatus}, says more where the account is valid, else 0
     * @param caption title
     * @param message text
     * @param boxType type bits of the system's message box
     * @return what becomes of it
     * @throws ProtocolException counts as <em>not handled</em>
     */
    LogonErrorRedirectorResponse redirectLogonError(
            int status, int subStatus, String caption, String message, int boxType) throws ProtocolException;
}
