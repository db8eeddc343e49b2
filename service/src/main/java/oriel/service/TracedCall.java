package oriel.service;

import java.time.Instant;

/**
 * One call between service and provider.
 *
 * @param at     when it began
 * @param call   name as the contract spells it, e.g. {@code GetClientData}
 * @param from   who called, e.g. {@code Service} or {@code Listener}
 * @param to     who was called, e.g. {@code Connection}, {@code LicenseConnection}, {@code LogonErrorRedirector}
 * @param result how it ended: name of the HRESULT, e.g. {@code S_OK}, or its number in hexadecimal
 * @param micros how long it took, in microseconds
 * @param note   what is worth knowing beside that: the reason of a failure, the session named; possibly empty, no secrets
 */
public record TracedCall(Instant at, String call, String from, String to, String result, long micros, String note) {

    /**
     * Whether the call has failed; "not implemented" is an answer, not a failure.
     *
     * @return true if it neither succeeded nor answered "not implemented"
     */
    public boolean failed() {
        return !result.equals("S_OK") && !result.equals("E_NOTIMPL");
    }
}
