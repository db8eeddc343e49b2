package oriel.rdp.codec.gcc;

/** Flags of earlyCapabilityFlags: of the client in Client Core Data, of the server in Server Core Data. */
public final class EarlyCapability {
    /** RNS_UD_CS_SUPPORT_ERRINFO_PDU: the client understands Set Error Info PDUs. */
    public static final int SUPPORT_ERRINFO_PDU = 0x0001;

    /** RNS_UD_CS_WANT_32BPP_SESSION. */
    public static final int WANT_32BPP_SESSION = 0x0002;

    /** RNS_UD_CS_SUPPORT_STATUSINFO_PDU: the client understands Server Status Info PDUs. */
    public static final int SUPPORT_STATUSINFO_PDU = 0x0004;

    /** RNS_UD_CS_STRONG_ASYMMETRIC_KEYS: keys longer than 512 bits for Standard RDP Security. */
    public static final int STRONG_ASYMMETRIC_KEYS = 0x0008;

    /** RNS_UD_CS_RELATIVE_MOUSE_INPUT. */
    public static final int RELATIVE_MOUSE_INPUT = 0x0010;

    /** RNS_UD_CS_VALID_CONNECTION_TYPE: connectionType holds a value. */
    public static final int VALID_CONNECTION_TYPE = 0x0020;

    /** RNS_UD_CS_SUPPORT_MONITOR_LAYOUT_PDU. */
    public static final int SUPPORT_MONITOR_LAYOUT_PDU = 0x0040;

    /** RNS_UD_CS_SUPPORT_NETCHAR_AUTODETECT: network characteristics can be detected. */
    public static final int SUPPORT_NETCHAR_AUTODETECT = 0x0080;

    /** RNS_UD_CS_SUPPORT_DYNVC_GFX_PROTOCOL: the graphics pipeline. */
    public static final int SUPPORT_DYNVC_GFX_PROTOCOL = 0x0100;

    /** RNS_UD_CS_SUPPORT_DYNAMIC_TIME_ZONE: Client Info may hold dynamic daylight saving fields. */
    public static final int SUPPORT_DYNAMIC_TIME_ZONE = 0x0200;

    /** RNS_UD_CS_SUPPORT_HEARTBEAT_PDU. */
    public static final int SUPPORT_HEARTBEAT_PDU = 0x0400;

    /** RNS_UD_CS_SUPPORT_SKIP_CHANNELJOIN. */
    public static final int SUPPORT_SKIP_CHANNELJOIN = 0x0800;

    /** RNS_UD_SC_EDGE_ACTIONS_SUPPORTED_V1: of the server, edge gestures. */
    public static final int SC_EDGE_ACTIONS_SUPPORTED_V1 = 0x0001;

    /** RNS_UD_SC_DYNAMIC_DST_SUPPORTED: of the server, dynamic daylight saving time. */
    public static final int SC_DYNAMIC_DST_SUPPORTED = 0x0002;

    /** RNS_UD_SC_EDGE_ACTIONS_SUPPORTED_V2: of the server, edge gestures. */
    public static final int SC_EDGE_ACTIONS_SUPPORTED_V2 = 0x0004;

    /** RNS_UD_SC_SKIP_CHANNELJOIN_SUPPORTED: of the server, channels need not be joined. */
    public static final int SC_SKIP_CHANNELJOIN_SUPPORTED = 0x0008;

    private EarlyCapability() {}
}
