package oriel.contract.protocol;

import java.util.Map;

/**
 * Result of a call across the contract ({@code HRESULT}). Any number may occur; the named ones are those Oriel gives.
 *
 * @param value the number; negative = failure
 */
public record HResult(int value) {

    /** Success. */
    public static final HResult S_OK = new HResult(0);
    /** "I do not do this": an answer rather than a failure. */
    public static final HResult E_NOTIMPL = new HResult(0x80004001);
    /** The operation was ended before it was done. */
    public static final HResult E_ABORT = new HResult(0x80004004);
    /** It failed, for a reason that has no number of its own. */
    public static final HResult E_FAIL = new HResult(0x80004005);
    /** Something happened that must not happen. */
    public static final HResult E_UNEXPECTED = new HResult(0x8000FFFF);
    /** Not allowed. */
    public static final HResult E_ACCESSDENIED = new HResult(0x80070005);
    /** An argument is wrong. */
    public static final HResult E_INVALIDARG = new HResult(0x80070057);
    /** There is no such thing ({@code ERROR_NOT_FOUND}). */
    public static final HResult E_NOT_FOUND = new HResult(0x80070490);
    /** Not in this state ({@code ERROR_INVALID_STATE}). */
    public static final HResult E_INVALID_STATE = new HResult(0x8007139F);
    /** It took too long ({@code ERROR_TIMEOUT}). */
    public static final HResult E_TIMEOUT = new HResult(0x800705B4);
    /** The peer is gone ({@code ERROR_CONNECTION_ABORTED}). */
    public static final HResult E_CONNECTION_ABORTED = new HResult(0x800704D4);
    /** The call came from inside a call of the other side ({@code RPC_E_CANTCALLOUT_ININPUTSYNCCALL}). */
    public static final HResult E_CALLED_BACK = new HResult(0x8001010D);
    /** There are too many already ({@code ERROR_TOO_MANY_SESS}). */
    public static final HResult E_TOO_MANY = new HResult(0x80070045);

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(S_OK.value, "S_OK"),
            Map.entry(E_NOTIMPL.value, "E_NOTIMPL"),
            Map.entry(E_ABORT.value, "E_ABORT"),
            Map.entry(E_FAIL.value, "E_FAIL"),
            Map.entry(E_UNEXPECTED.value, "E_UNEXPECTED"),
            Map.entry(E_ACCESSDENIED.value, "E_ACCESSDENIED"),
            Map.entry(E_INVALIDARG.value, "E_INVALIDARG"),
            Map.entry(E_NOT_FOUND.value, "E_NOT_FOUND"),
            Map.entry(E_INVALID_STATE.value, "E_INVALID_STATE"),
            Map.entry(E_TIMEOUT.value, "E_TIMEOUT"),
            Map.entry(E_CONNECTION_ABORTED.value, "E_CONNECTION_ABORTED"),
            Map.entry(E_CALLED_BACK.value, "E_CALLED_BACK"),
            Map.entry(E_TOO_MANY.value, "E_TOO_MANY"));

    /**
     * Whether it is a failure.
     *
     * @return true for every negative number
     */
    public boolean failed() {
        return value < 0;
    }

    /** The name, or the number in hexadecimal where it has none. */
    @Override
    public String toString() {
        return NAMES.getOrDefault(value, "0x%08X".formatted(value));
    }
}
