package oriel.system;

/**
 * What a function of PAM returned: a number of {@code security/_pam_types.h}.
 *
 * @param code the number, 0 = success
 */
public record PamResult(int code) {

    /** PAM_SUCCESS. */
    public static final PamResult SUCCESS = new PamResult(0);
    /** PAM_SERVICE_ERR. */
    public static final PamResult SERVICE_ERR = new PamResult(3);
    /** PAM_PERM_DENIED. */
    public static final PamResult PERM_DENIED = new PamResult(6);
    /** PAM_AUTH_ERR. */
    public static final PamResult AUTH_ERR = new PamResult(7);
    /** PAM_CRED_INSUFFICIENT. */
    public static final PamResult CRED_INSUFFICIENT = new PamResult(8);
    /** PAM_AUTHINFO_UNAVAIL. */
    public static final PamResult AUTHINFO_UNAVAIL = new PamResult(9);
    /** PAM_USER_UNKNOWN. */
    public static final PamResult USER_UNKNOWN = new PamResult(10);
    /** PAM_MAXTRIES. */
    public static final PamResult MAXTRIES = new PamResult(11);
    /** PAM_NEW_AUTHTOK_REQD. */
    public static final PamResult NEW_AUTHTOK_REQD = new PamResult(12);
    /** PAM_ACCT_EXPIRED. */
    public static final PamResult ACCT_EXPIRED = new PamResult(13);
    /** PAM_AUTHTOK_EXPIRED. */
    public static final PamResult AUTHTOK_EXPIRED = new PamResult(27);

    /**
     * Whether it went well.
     *
     * @return whether this is {@link #SUCCESS}
     */
    public boolean success() {
        return code == 0;
    }
}
