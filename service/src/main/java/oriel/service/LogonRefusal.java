package oriel.service;

import static oriel.contract.protocol.NtStatus.STATUS_ACCOUNT_DISABLED;
import static oriel.contract.protocol.NtStatus.STATUS_ACCOUNT_RESTRICTION;
import static oriel.contract.protocol.NtStatus.STATUS_LOGON_FAILURE;
import static oriel.contract.protocol.NtStatus.STATUS_NO_LOGON_SERVERS;
import static oriel.contract.protocol.NtStatus.STATUS_PASSWORD_EXPIRED;
import static oriel.contract.protocol.NtStatus.STATUS_SUCCESS;

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
            case Refusal.AccountExpired _ ->
                restricted(
                        LogonMessage.of(LogonMessage.Kind.ACCOUNT_EXPIRED),
                        STATUS_ACCOUNT_DISABLED,
                        "The account has expired.");
            case Refusal.PasswordExpired _ ->
                restricted(
                        LogonMessage.of(LogonMessage.Kind.PASSWORD_EXPIRED),
                        STATUS_PASSWORD_EXPIRED,
                        "The password has expired and was not changed.");
            case Refusal.NoShell _ ->
                restricted(
                        LogonMessage.of(LogonMessage.Kind.NO_SHELL),
                        STATUS_ACCOUNT_DISABLED,
                        "The account has no shell to log on with.");
            case Refusal.NotAllowed(String reason) ->
                restricted(
                        LogonMessage.of(LogonMessage.Kind.NOT_ALLOWED, reason),
                        STATUS_SUCCESS,
                        "The account may not log on here: " + reason);
            case Refusal.GivenUp _ ->
                new LogonRefusal(
                        LogonMessage.of(LogonMessage.Kind.WELCOME), STATUS_LOGON_FAILURE, 0, "The user has given up.");
            case Refusal.Unavailable(String reason) ->
                new LogonRefusal(
                        LogonMessage.of(LogonMessage.Kind.LOGON_UNAVAILABLE),
                        STATUS_NO_LOGON_SERVERS,
                        0,
                        "Nobody can log on: " + reason);
        };
    }

    private static LogonRefusal restricted(LogonMessage message, int subStatus, String text) {
        return new LogonRefusal(message, STATUS_ACCOUNT_RESTRICTION, subStatus, text);
    }

    private static long roundedUp(long millis, long unit) {
        return Math.max(1, Math.ceilDiv(millis, unit));
    }
}
