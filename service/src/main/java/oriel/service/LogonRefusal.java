package oriel.service;

import java.time.Duration;
import oriel.contract.desktop.LogonMessage;
import oriel.identity.Refusal;

/**
 * What a refused logon is called on each side.
 *
 * @param message   for the logon screen
 * @param status    NTSTATUS for the logon error redirector (logon-shadow-settings.md, section 1.4; MS-ERREF)
 * @param subStatus NTSTATUS that says more where the account is valid, else 0
 * @param text      for the redirector and the log
 */
record LogonRefusal(LogonMessage message, int status, int subStatus, String text) {

    private static final int STATUS_LOGON_FAILURE = 0xC000006D;
    private static final int STATUS_ACCOUNT_RESTRICTION = 0xC000006E;
    private static final int STATUS_ACCOUNT_DISABLED = 0xC0000072;

    static LogonRefusal of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.WrongCredentials _ ->
                new LogonRefusal(
                        LogonMessage.of(LogonMessage.Kind.WRONG_CREDENTIALS),
                        STATUS_LOGON_FAILURE,
                        0,
                        "The user name or the password is wrong.");
            case Refusal.SlowedDown(Duration delay) -> {
                long seconds = roundedUp(delay.toMillis(), 1000);
                yield new LogonRefusal(
                        LogonMessage.of(LogonMessage.Kind.SLOW_DOWN, Long.toString(seconds)),
                        STATUS_ACCOUNT_RESTRICTION,
                        0,
                        "Too many failures; try again in " + seconds + " s.");
            }
            case Refusal.LockedOut(Duration remaining) -> {
                long minutes = roundedUp(remaining.toMillis(), 60_000);
                yield new LogonRefusal(
                        LogonMessage.of(LogonMessage.Kind.LOCKED_OUT, Long.toString(minutes)),
                        STATUS_ACCOUNT_RESTRICTION,
                        0,
                        "Too many failures; locked for " + minutes + " min.");
            }
            case Refusal.Disabled _ ->
                new LogonRefusal(
                        LogonMessage.of(LogonMessage.Kind.ACCOUNT_DISABLED),
                        STATUS_ACCOUNT_RESTRICTION,
                        STATUS_ACCOUNT_DISABLED,
                        "The account is switched off.");
        };
    }

    private static long roundedUp(long millis, long unit) {
        return Math.max(1, Math.ceilDiv(millis, unit));
    }
}
