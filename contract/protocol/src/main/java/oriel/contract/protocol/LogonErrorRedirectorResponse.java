package oriel.contract.protocol;

/** What becomes of a redirected logon message ({@code WTS_LOGON_ERROR_REDIRECTOR_RESPONSE}; page of that name). */
public enum LogonErrorRedirectorResponse {
    /** Initial value only. */
    INVALID(0),
    /** Let the next one, or the logon screen, deal with it. */
    NOT_HANDLED(1),
    /** Dealt with; show it on the logon screen too. */
    HANDLED_SHOW(2),
    /** Dealt with; neither next redirector nor logon screen; ask for credentials again. */
    HANDLED_DONT_SHOW(3),
    /** Dealt with; the logon screen stays hidden; do not ask the user, start over with what the provider offers (Q39). */
    HANDLED_DONT_SHOW_START_OVER(4);

    private final int value;

    LogonErrorRedirectorResponse(int value) {
        this.value = value;
    }

    /**
     * The number of the original.
     *
     * @return its value in {@code wtsdefs.h}
     */
    public int value() {
        return value;
    }
}
