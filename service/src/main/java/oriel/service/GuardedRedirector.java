package oriel.service;

import java.time.Duration;
import oriel.contract.protocol.LogonErrorRedirectorResponse;
import oriel.contract.protocol.ProtocolLogonErrorRedirector;

/** A provider's logon error redirector; each call goes through the gate. A call that fails counts as "not handled". */
final class GuardedRedirector {

    private static final String CAPTION = "Logon";

    /** Type bits of a message box with one button and the warning sign (MB_OK, MB_ICONWARNING). */
    private static final int BOX_TYPE = 0x30;

    private final ProtocolLogonErrorRedirector provided;
    private final Gate gate;
    private final Duration deadline;

    GuardedRedirector(ProtocolLogonErrorRedirector provided, Gate gate, Duration deadline) {
        this.provided = provided;
        this.gate = gate;
        this.deadline = deadline;
    }

    void onBeginPainting() {
        call("OnBeginPainting", () -> {
            provided.onBeginPainting();
            return LogonErrorRedirectorResponse.NOT_HANDLED;
        });
    }

    LogonErrorRedirectorResponse redirectStatus(String message) {
        return call("RedirectStatus", () -> provided.redirectStatus(message));
    }

    LogonErrorRedirectorResponse redirectMessage(String message) {
        return call("RedirectMessage", () -> provided.redirectMessage(CAPTION, message, BOX_TYPE));
    }

    LogonErrorRedirectorResponse redirectLogonError(int status, int subStatus, String message) {
        return call(
                "RedirectLogonError", () -> provided.redirectLogonError(status, subStatus, CAPTION, message, BOX_TYPE));
    }

    private LogonErrorRedirectorResponse call(String name, Gate.Body<LogonErrorRedirectorResponse> body) {
        try {
            return gate.call(new Gate.Call(Party.LOGON_ERROR_REDIRECTOR, name, "", deadline), body);
        } catch (CallFailed e) {
            return LogonErrorRedirectorResponse.NOT_HANDLED; // the trace has the reason
        }
    }
}
