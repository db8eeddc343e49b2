package oriel.contract.desktop;

import java.util.List;

/**
 * Something to tell the user during logon. The kind has a text in each language of the logon screen; the arguments fill its
 * gaps.
 *
 * @param kind      what is said
 * @param arguments values for the gaps, in the order the kind names them
 */
public record LogonMessage(Kind kind, List<String> arguments) {

    /** What can be said. */
    public enum Kind {
        /** Welcome; nothing is wrong. */
        WELCOME,
        /** The user name or the password is wrong. */
        WRONG_CREDENTIALS,
        /** Too many failures: wait. Argument: seconds to wait. */
        SLOW_DOWN,
        /** Too many failures: the account or address is locked. Argument: minutes until it is free again. */
        LOCKED_OUT,
        /** The account is switched off. */
        ACCOUNT_DISABLED,
        /** The account's time is over. */
        ACCOUNT_EXPIRED,
        /** The password has expired and no new one was set. */
        PASSWORD_EXPIRED,
        /** The account has no shell to log on with. */
        NO_SHELL,
        /** Nobody can log on at present. */
        LOGON_UNAVAILABLE,
        /** The account may not log on here. Argument: the reason, possibly empty. */
        NOT_ALLOWED,
        /** The host takes no new sessions now. */
        DRAINING,
        /** The session is locked. Argument: its user. */
        SESSION_LOCKED,
        /** The desktop could not be started. Argument: the reason. */
        DESKTOP_FAILED,
        /** The desktop has ended unexpectedly. Argument: the reason. */
        DESKTOP_ENDED,
        /** No licence. Argument: the reason. */
        NO_LICENSE,
        /** This host has no licences to give. */
        NO_LICENSES_HERE,
        /** All licences are in use. */
        NO_LICENSE_LEFT,
        /** The licence was taken back. */
        LICENSE_REVOKED,
        /** The temporary licence has expired. */
        LICENSE_EXPIRED,
        /** The licences cannot be looked up. */
        LICENSES_UNREACHABLE,
        /** Checking the credentials. */
        SIGNING_IN,
        /** Preparing the desktop. */
        PREPARING_DESKTOP,
        /** Going back to the existing session. */
        RECONNECTING,
        /** Logging off. */
        LOGGING_OFF,
        /** Other text, said as it is. Argument: the text. */
        TEXT
    }

    /** Copies the arguments. */
    public LogonMessage {
        arguments = List.copyOf(arguments);
    }

    /**
     * Makes a message.
     *
     * @param kind      what is said
     * @param arguments values for its gaps
     * @return the message
     */
    public static LogonMessage of(Kind kind, String... arguments) {
        return new LogonMessage(kind, List.of(arguments));
    }
}
