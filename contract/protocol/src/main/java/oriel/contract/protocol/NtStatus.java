package oriel.contract.protocol;

/**
 * The {@code NTSTATUS} numbers that {@link ProtocolLogonErrorRedirector#redirectLogonError} names (page
 * <em>IWRdsProtocolLogonErrorRedirector::RedirectLogonError</em>; the numbers are those of MS-ERREF). Other numbers may
 * occur.
 */
public final class NtStatus {

    /** Nothing more to say; the sub-status of a failure that the account has no part in. */
    public static final int STATUS_SUCCESS = 0;
    /** The user has no quota left. */
    public static final int STATUS_QUOTA_EXCEEDED = 0xC0000044;
    /** No authority could be asked. */
    public static final int STATUS_NO_LOGON_SERVERS = 0xC000005E;
    /** User name or password is wrong. */
    public static final int STATUS_LOGON_FAILURE = 0xC000006D;
    /** The account is valid but may not log on now; the sub-status says why. */
    public static final int STATUS_ACCOUNT_RESTRICTION = 0xC000006E;
    /** Sub-status: not at this hour. */
    public static final int STATUS_INVALID_LOGON_HOURS = 0xC000006F;
    /** Sub-status: not from this machine. */
    public static final int STATUS_INVALID_WORKSTATION = 0xC0000070;
    /** Sub-status: the password has expired. */
    public static final int STATUS_PASSWORD_EXPIRED = 0xC0000071;
    /** Sub-status: the account is switched off. */
    public static final int STATUS_ACCOUNT_DISABLED = 0xC0000072;
    /** The kind of credentials is not known. */
    public static final int STATUS_BAD_VALIDATION_CLASS = 0xC00000A7;
    /** The way of authentication is not known. */
    public static final int STATUS_NO_SUCH_PACKAGE = 0xC00000FE;

    private NtStatus() {}
}
