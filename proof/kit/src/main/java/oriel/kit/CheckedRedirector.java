package oriel.kit;

import oriel.contract.protocol.LogonErrorRedirectorResponse;
import oriel.contract.protocol.ProtocolException;
import oriel.contract.protocol.ProtocolLogonErrorRedirector;
import oriel.kit.Violation.Party;

/** A logon error redirector under watch. */
record CheckedRedirector(ProtocolLogonErrorRedirector inner, ConnectionRules rules)
        implements ProtocolLogonErrorRedirector {

    @Override
    public void onBeginPainting() throws ProtocolException {
        rules.run("OnBeginPainting", inner::onBeginPainting);
    }

    @Override
    public LogonErrorRedirectorResponse redirectStatus(String message) throws ProtocolException {
        return meaningful("RedirectStatus", rules.call("RedirectStatus", () -> inner.redirectStatus(message)));
    }

    @Override
    public LogonErrorRedirectorResponse redirectMessage(String caption, String message, int boxType)
            throws ProtocolException {
        return meaningful(
                "RedirectMessage",
                rules.call("RedirectMessage", () -> inner.redirectMessage(caption, message, boxType)));
    }

    @Override
    public LogonErrorRedirectorResponse redirectLogonError(
            int status, int subStatus, String caption, String message, int boxType) throws ProtocolException {
        return meaningful(
                "RedirectLogonError",
                rules.call(
                        "RedirectLogonError",
                        () -> inner.redirectLogonError(status, subStatus, caption, message, boxType)));
    }

    private LogonErrorRedirectorResponse meaningful(String call, LogonErrorRedirectorResponse response) {
        if (response == LogonErrorRedirectorResponse.INVALID) {
            rules.note(Party.PROVIDER, call, "answered INVALID, which only initialises variables");
        }
        if (response == LogonErrorRedirectorResponse.HANDLED_DONT_SHOW_START_OVER) {
            rules.startOver();
        }
        return response;
    }
}
