package oriel.contract.protocol;

import java.util.Map;

/**
 * Why a client is disconnected, as {@code SetErrorInfo} and {@code PreDisconnect} carry it (Q20; administration.md, section
 * 9; for RDP, MS-RDPBCGR 2.2.5.1.1). Any number may occur.
 *
 * @param code the number
 */
public record ErrorInfo(int code) {

    /** No reason. */
    public static final ErrorInfo NONE = new ErrorInfo(0);
    /** Disconnected by an administrator. */
    public static final ErrorInfo DISCONNECTED_BY_ADMIN = new ErrorInfo(0x1);
    /** Logged off by an administrator. */
    public static final ErrorInfo LOGGED_OFF_BY_ADMIN = new ErrorInfo(0x2);
    /** The idle limit was reached. */
    public static final ErrorInfo IDLE_TIMEOUT = new ErrorInfo(0x3);
    /** The limit of connected or active sessions was reached. */
    public static final ErrorInfo LOGON_TIMEOUT = new ErrorInfo(0x4);
    /** Another client took the session over. */
    public static final ErrorInfo DISCONNECTED_BY_OTHER_CONNECTION = new ErrorInfo(0x5);
    /** The host has no memory left. */
    public static final ErrorInfo OUT_OF_MEMORY = new ErrorInfo(0x6);
    /** The host refuses the connection. */
    public static final ErrorInfo SERVER_DENIED_CONNECTION = new ErrorInfo(0x7);
    /** The user may not log on here. */
    public static final ErrorInfo INSUFFICIENT_PRIVILEGES = new ErrorInfo(0x9);
    /** Disconnected by a tool in the user's own session. */
    public static final ErrorInfo DISCONNECTED_BY_USER = new ErrorInfo(0xB);
    /** Logged off by the user. */
    public static final ErrorInfo LOGGED_OFF_BY_USER = new ErrorInfo(0xC);
    /** The display could not be started. */
    public static final ErrorInfo DISPLAY_FAILED = new ErrorInfo(0x11);
    /** The logon process ended. */
    public static final ErrorInfo LOGON_PROCESS_ENDED = new ErrorInfo(0x17);
    /** The session's desktop ended. */
    public static final ErrorInfo SESSION_PROCESS_ENDED = new ErrorInfo(0x18);
    /** The host shuts down. */
    public static final ErrorInfo SERVER_SHUTDOWN = new ErrorInfo(0x19);
    /** The host reboots. */
    public static final ErrorInfo SERVER_REBOOT = new ErrorInfo(0x1A);
    /** Licensing: internal error. */
    public static final ErrorInfo LICENSE_INTERNAL = new ErrorInfo(0x100);
    /** Licensing: no licence server. */
    public static final ErrorInfo LICENSE_NO_SERVER = new ErrorInfo(0x101);
    /** Licensing: no licence available. */
    public static final ErrorInfo LICENSE_NONE_AVAILABLE = new ErrorInfo(0x102);
    /** Licensing: bad message from the client. */
    public static final ErrorInfo LICENSE_BAD_CLIENT_MESSAGE = new ErrorInfo(0x103);
    /** Licensing: the hardware id does not match. */
    public static final ErrorInfo LICENSE_HARDWARE_ID_MISMATCH = new ErrorInfo(0x104);
    /** Licensing: bad client licence. */
    public static final ErrorInfo LICENSE_BAD_CLIENT_LICENSE = new ErrorInfo(0x105);
    /** Licensing: the exchange could not be finished. */
    public static final ErrorInfo LICENSE_NOT_FINISHED = new ErrorInfo(0x106);
    /** Licensing: the client ended the exchange. */
    public static final ErrorInfo LICENSE_CLIENT_ENDED = new ErrorInfo(0x107);
    /** Licensing: bad encryption by the client. */
    public static final ErrorInfo LICENSE_BAD_ENCRYPTION = new ErrorInfo(0x108);
    /** Licensing: the licence cannot be upgraded. */
    public static final ErrorInfo LICENSE_NO_UPGRADE = new ErrorInfo(0x109);
    /** Licensing: no remote connections are licensed. */
    public static final ErrorInfo LICENSE_NO_REMOTE_CONNECTIONS = new ErrorInfo(0x10A);

    private static final Map<Integer, String> TEXTS = Map.ofEntries(
            Map.entry(0x0, "no reason"),
            Map.entry(0x1, "disconnected by an administrator"),
            Map.entry(0x2, "logged off by an administrator"),
            Map.entry(0x3, "idle limit reached"),
            Map.entry(0x4, "time limit reached"),
            Map.entry(0x5, "replaced by another connection"),
            Map.entry(0x6, "host out of memory"),
            Map.entry(0x7, "connection refused by the host"),
            Map.entry(0x9, "insufficient privileges"),
            Map.entry(0xB, "disconnected by the user"),
            Map.entry(0xC, "logged off by the user"),
            Map.entry(0x11, "display could not be started"),
            Map.entry(0x17, "logon process ended"),
            Map.entry(0x18, "desktop ended"),
            Map.entry(0x19, "host shuts down"),
            Map.entry(0x1A, "host reboots"));

    /**
     * Says it in words.
     *
     * @return a clause, or the number where there are no words
     */
    public String text() {
        return TEXTS.getOrDefault(
                code,
                code >= 0x100 && code <= 0x10A
                        ? "licensing failed (0x%X)".formatted(code)
                        : "code 0x%X".formatted(code));
    }
}
