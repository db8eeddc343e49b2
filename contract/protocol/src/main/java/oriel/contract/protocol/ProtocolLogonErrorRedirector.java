package oriel.contract.protocol;

/**
 * Receives what the logon process has to say ({@code IWRdsProtocolLogonErrorRedirector}).
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
     * {@code RedirectMessage}: a message box of the logon process.
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
     * @param status NTSTATUS of the failure
     * @param subStatus NTSTATUS that says more where the account is valid, else 0
     * @param caption title
     * @param message text
     * @param boxType type bits of the system's message box
     * @return what becomes of it
     * @throws ProtocolException counts as <em>not handled</em>
     */
    LogonErrorRedirectorResponse redirectLogonError(
            int status, int subStatus, String caption, String message, int boxType) throws ProtocolException;
}
