package oriel.rdp.codec.info;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Logon Errors Info (TS_LOGON_ERRORS_INFO) — MS-RDPBCGR, section 2.2.10.1.1.4.1.1.
 *
 * @param notificationType {@link #SESSION_CONTINUE} and the others, or an NTSTATUS
 * @param notificationData session identifier, or {@link #FAILED_BAD_PASSWORD} and the others
 */
public record LogonErrors(int notificationType, int notificationData) {
    /** LOGON_FAILED_BAD_PASSWORD. */
    public static final int FAILED_BAD_PASSWORD = 0x0000_0000;

    /** LOGON_FAILED_UPDATE_PASSWORD. */
    public static final int FAILED_UPDATE_PASSWORD = 0x0000_0001;

    /** LOGON_FAILED_OTHER. */
    public static final int FAILED_OTHER = 0x0000_0002;

    /** LOGON_WARNING. */
    public static final int WARNING = 0x0000_0003;

    /** LOGON_MSG_SESSION_CONTINUE: the logon goes on. */
    public static final int SESSION_CONTINUE = 0xFFFF_FFFE;

    /** LOGON_MSG_SESSION_TERMINATE: the logon ends silently. */
    public static final int SESSION_TERMINATE = 0xFFFF_FFFD;

    /** LOGON_MSG_DISCONNECT_REFUSED: the server shows that a disconnection was refused. */
    public static final int DISCONNECT_REFUSED = 0xFFFF_FFF9;

    /** LOGON_MSG_NO_PERMISSION: the server shows that there is no permission. */
    public static final int NO_PERMISSION = 0xFFFF_FFFA;

    /** LOGON_MSG_BUMP_OPTIONS: the server offers to end another session. */
    public static final int BUMP_OPTIONS = 0xFFFF_FFFB;

    /** LOGON_MSG_RECONNECT_OPTIONS: the server offers sessions to reconnect to. */
    public static final int RECONNECT_OPTIONS = 0xFFFF_FFFC;

    /** Size in bytes. */
    public static final int SIZE = 4 /* ErrorNotificationType */ + 4 /* ErrorNotificationData */;

    static LogonErrors decode(WireReader in) {
        in.named("Logon Errors Info", "MS-RDPBCGR 2.2.10.1.1.4.1.1");
        return new LogonErrors(in.i32("ErrorNotificationType"), in.i32("ErrorNotificationData"));
    }

    void encode(WireWriter out) {
        out.i32(notificationType).i32(notificationData);
    }
}
