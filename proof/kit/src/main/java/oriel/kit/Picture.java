package oriel.kit;

import java.util.List;

/**
 * The call sequences as the documentation draws them (sequences.md), for comparing traces with. Where the picture leaves out
 * that a call may be repeated or is optional (the licence exchange, the optional interfaces), so do these lists.
 */
public final class Picture {

    /** Start, as seen by manager and listener (section 1). */
    public static final List<String> START =
            List.of("Initialize", "CreateListener", "GetSettings", "StartListen", "NotifyServiceStateChange");

    /** From contact to the attached session with its logon screen (section 3.1, steps 1 to 18). */
    public static final List<String> CONNECT = List.of(
            "GetLogonErrorRedirector",
            "OnReady",
            "AcceptConnection",
            "GetClientData",
            "GetClientMonitorData",
            "GetUserCredentials",
            "GetLicenseConnection",
            "RequestLicensingCapabilities",
            "ProtocolComplete",
            "AuthenticateClientToSession",
            "NotifySessionId",
            "GetInputHandles",
            "GetVideoHandle",
            "ConnectNotify",
            "NotifyCommandProcessCreated");

    /** Logging on in the new session (section 3.1, steps 19 to 21). */
    public static final List<String> LOGON =
            List.of("IsUserAllowedToLogon", "SessionArbitrationEnumeration", "LogonNotify");

    /** Logging on and being moved to an existing session (section 4.2). */
    public static final List<String> RECONNECT_BY_ARBITRATION = List.of(
            "IsUserAllowedToLogon",
            "SessionArbitrationEnumeration",
            "DisconnectNotify",
            "NotifySessionId",
            "GetInputHandles",
            "GetVideoHandle",
            "ConnectNotify",
            "LogonNotify");

    /** What follows when the client has proved its right to an existing session (section 4.1). */
    public static final List<String> AUTO_RECONNECT = List.of(
            "AuthenticateClientToSession",
            "NotifySessionId",
            "GetInputHandles",
            "GetVideoHandle",
            "ConnectNotify",
            "LogonNotify");

    /** The end of a connection that has shown a session (section 5.1). */
    public static final List<String> DISCONNECT = List.of("PreDisconnect", "DisconnectNotify", "Close");

    /** Stop, as seen by manager and listener (section 6). */
    public static final List<String> STOP = List.of("NotifyServiceStateChange", "StopListen", "Uninitialize");

    private Picture() {}
}
