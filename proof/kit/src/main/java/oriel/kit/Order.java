package oriel.kit;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;

/**
 * The order of a connection's calls as a table (sequences.md, sections 3.1, 4 and 10): each sequence call with the sequence
 * calls it may follow. {@code PreDisconnect}, {@code DisconnectNotify} and {@code Close} depend on the attachment instead;
 * {@link ConnectionRules} holds their rules.
 */
final class Order {

    static final String ANNOUNCED = "OnConnected";

    /** Pure event notices, which return at once (README.md, section 6.2). */
    static final Set<String> NOTICES = Set.of(
            "NotifySessionId",
            "ConnectNotify",
            "NotifyCommandProcessCreated",
            "LogonNotify",
            "PreDisconnect",
            "DisconnectNotify");

    /** Calls that take the connection apart. */
    static final Set<String> TEARDOWN = Set.of("PreDisconnect", "DisconnectNotify", "Close");

    /** Calls whose failure leaves nothing but the end of the connection, or of licensing and then of the connection. */
    static final Set<String> FATAL = Set.of(
            "AcceptConnection",
            "GetClientData",
            "GetLicenseConnection",
            "RequestLicensingCapabilities",
            "SendClientLicense",
            "RequestClientLicense",
            "GetInputHandles",
            "GetVideoHandle",
            "IsUserAllowedToLogon");

    /** Calls of the licence exchange, after whose failure {@code ProtocolComplete} still comes. */
    static final Set<String> LICENSING =
            Set.of("RequestLicensingCapabilities", "SendClientLicense", "RequestClientLicense");

    /** Calls that may come at any time, from this sequence call on. */
    static final Map<String, String> ANY_TIME = Map.ofEntries(
            entry("SetErrorInfo", ANNOUNCED),
            entry("GetProtocolStatus", "AcceptConnection"),
            entry("GetLastInputTime", "AcceptConnection"),
            entry("CreateVirtualChannel", "AcceptConnection"),
            entry("QueryProperty", "AcceptConnection"),
            entry("SetConnectionSetting", "AcceptConnection"),
            entry("GetConnectionSetting", "AcceptConnection"),
            entry("GetHardwareId", "ProtocolComplete"),
            entry("EnableWddmIdd", "ProtocolComplete"),
            entry("OnDriverLoad", "NotifySessionId"),
            entry("OnDriverUnload", "NotifySessionId"),
            entry("GetClipboardHandle", "LogonNotify"),
            entry("GetSoundHandle", "LogonNotify"),
            entry("GetShadowConnection", "ConnectNotify"),
            entry("Start", "ConnectNotify"),
            entry("DoTarget", "ConnectNotify"),
            entry("Stop", "ConnectNotify"),
            entry("OnBeginPainting", "NotifySessionId"),
            entry("RedirectStatus", "NotifySessionId"),
            entry("RedirectMessage", "NotifySessionId"),
            entry("RedirectLogonError", "NotifySessionId"));

    /** Each sequence call with those it may follow. */
    static final Map<String, Set<String>> FOLLOWS = Map.ofEntries(
            entry("GetLogonErrorRedirector", Set.of(ANNOUNCED)),
            entry("AcceptConnection", Set.of("GetLogonErrorRedirector")),
            entry("GetClientData", Set.of("AcceptConnection")),
            entry("GetClientMonitorData", Set.of("GetClientData")),
            entry("GetSerializedUserCredential", Set.of("GetClientMonitorData")),
            entry("GetUserCredentials", Set.of("GetClientMonitorData", "GetSerializedUserCredential")),
            entry("GetLicenseConnection", Set.of("GetUserCredentials", "GetSerializedUserCredential")),
            entry("RequestLicensingCapabilities", Set.of("GetLicenseConnection")),
            entry(
                    "SendClientLicense",
                    Set.of("RequestLicensingCapabilities", "SendClientLicense", "RequestClientLicense")),
            entry("RequestClientLicense", Set.of("SendClientLicense")),
            entry(
                    "ProtocolComplete",
                    Set.of("RequestLicensingCapabilities", "SendClientLicense", "RequestClientLicense")),
            entry("AuthenticateClientToSession", Set.of("ProtocolComplete")),
            entry("GetSessionForEnhancedFastReconnect", Set.of("ProtocolComplete", "AuthenticateClientToSession")),
            entry(
                    "NotifySessionId",
                    Set.of("AuthenticateClientToSession", "GetSessionForEnhancedFastReconnect", "DisconnectNotify")),
            entry("GetInputHandles", Set.of("NotifySessionId")),
            entry("GetVideoHandle", Set.of("GetInputHandles")),
            entry("ConnectNotify", Set.of("GetVideoHandle")),
            entry("NotifyCommandProcessCreated", Set.of("ConnectNotify")),
            // after an enumeration only where the desktop could not be started and the user logs on once more
            entry("IsUserAllowedToLogon", Set.of("NotifyCommandProcessCreated", "SessionArbitrationEnumeration")),
            entry("SessionArbitrationEnumeration", Set.of("IsUserAllowedToLogon")),
            entry("LogonNotify", Set.of("SessionArbitrationEnumeration", "ConnectNotify")));

    private Order() {}
}
