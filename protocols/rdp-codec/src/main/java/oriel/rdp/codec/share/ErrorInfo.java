package oriel.rdp.codec.share;

/**
 * Values of the field errorInfo — MS-RDPBCGR, section 2.2.5.1.1. Those from 0x10C9 on say what a client did wrong; codes of the
 * connection broker and others not listed survive as numbers.
 */
public final class ErrorInfo {
    /** ERRINFO_NONE: No error. */
    public static final int NONE = 0x00000000;

    /** ERRINFO_RPC_INITIATED_DISCONNECT: an administrator disconnected the session. */
    public static final int RPC_INITIATED_DISCONNECT = 0x00000001;

    /** ERRINFO_RPC_INITIATED_LOGOFF: an administrator logged the session off. */
    public static final int RPC_INITIATED_LOGOFF = 0x00000002;

    /** ERRINFO_IDLE_TIMEOUT: the session was idle too long. */
    public static final int IDLE_TIMEOUT = 0x00000003;

    /** ERRINFO_LOGON_TIMEOUT: the session was active too long. */
    public static final int LOGON_TIMEOUT = 0x00000004;

    /** ERRINFO_DISCONNECTED_BY_OTHERCONNECTION: another client took the session over. */
    public static final int DISCONNECTED_BY_OTHERCONNECTION = 0x00000005;

    /** ERRINFO_OUT_OF_MEMORY: the server is out of memory. */
    public static final int OUT_OF_MEMORY = 0x00000006;

    /** ERRINFO_SERVER_DENIED_CONNECTION: the server denied the connection. */
    public static final int SERVER_DENIED_CONNECTION = 0x00000007;

    /** ERRINFO_SERVER_INSUFFICIENT_PRIVILEGES: the user may not use remote access. */
    public static final int SERVER_INSUFFICIENT_PRIVILEGES = 0x00000009;

    /** ERRINFO_SERVER_FRESH_CREDENTIALS_REQUIRED: saved credentials are not accepted. */
    public static final int SERVER_FRESH_CREDENTIALS_REQUIRED = 0x0000000A;

    /** ERRINFO_RPC_INITIATED_DISCONNECT_BYUSER: the user disconnected the session by a tool. */
    public static final int RPC_INITIATED_DISCONNECT_BYUSER = 0x0000000B;

    /** ERRINFO_LOGOFF_BY_USER: the user logged off. */
    public static final int LOGOFF_BY_USER = 0x0000000C;

    /** ERRINFO_CLOSE_STACK_ON_DRIVER_NOT_READY: the display driver is not ready. */
    public static final int CLOSE_STACK_ON_DRIVER_NOT_READY = 0x0000000F;

    /** ERRINFO_SERVER_DWM_CRASH: the server's compositor failed. */
    public static final int SERVER_DWM_CRASH = 0x00000010;

    /** ERRINFO_CLOSE_STACK_ON_DRIVER_FAILURE: the display driver failed. */
    public static final int CLOSE_STACK_ON_DRIVER_FAILURE = 0x00000011;

    /** ERRINFO_CLOSE_STACK_ON_DRIVER_IFACE_FAILURE: the display driver's interface failed. */
    public static final int CLOSE_STACK_ON_DRIVER_IFACE_FAILURE = 0x00000012;

    /** ERRINFO_SERVER_WINLOGON_CRASH: the server's logon failed. */
    public static final int SERVER_WINLOGON_CRASH = 0x00000017;

    /** ERRINFO_SERVER_CSRSS_CRASH: a system process of the server failed. */
    public static final int SERVER_CSRSS_CRASH = 0x00000018;

    /** ERRINFO_SERVER_SHUTDOWN: the server shuts down. */
    public static final int SERVER_SHUTDOWN = 0x00000019;

    /** ERRINFO_SERVER_REBOOT: the server restarts. */
    public static final int SERVER_REBOOT = 0x0000001A;

    /** ERRINFO_LICENSE_INTERNAL: licensing failed. */
    public static final int LICENSE_INTERNAL = 0x00000100;

    /** ERRINFO_LICENSE_NO_LICENSE_SERVER: there is no licence server. */
    public static final int LICENSE_NO_LICENSE_SERVER = 0x00000101;

    /** ERRINFO_LICENSE_NO_LICENSE: there is no licence. */
    public static final int LICENSE_NO_LICENSE = 0x00000102;

    /** ERRINFO_LICENSE_BAD_CLIENT_MSG: the client's licensing message is wrong. */
    public static final int LICENSE_BAD_CLIENT_MSG = 0x00000103;

    /** ERRINFO_LICENSE_HWID_DOESNT_MATCH_LICENSE: the licence is another machine's. */
    public static final int LICENSE_HWID_DOESNT_MATCH_LICENSE = 0x00000104;

    /** ERRINFO_LICENSE_BAD_CLIENT_LICENSE: the client's licence is wrong. */
    public static final int LICENSE_BAD_CLIENT_LICENSE = 0x00000105;

    /** ERRINFO_LICENSE_CANT_FINISH_PROTOCOL: licensing cannot be finished. */
    public static final int LICENSE_CANT_FINISH_PROTOCOL = 0x00000106;

    /** ERRINFO_LICENSE_CLIENT_ENDED_PROTOCOL: the client ended licensing. */
    public static final int LICENSE_CLIENT_ENDED_PROTOCOL = 0x00000107;

    /** ERRINFO_LICENSE_BAD_CLIENT_ENCRYPTION: the client's licensing message is encrypted wrongly. */
    public static final int LICENSE_BAD_CLIENT_ENCRYPTION = 0x00000108;

    /** ERRINFO_LICENSE_CANT_UPGRADE_LICENSE: the licence cannot be upgraded. */
    public static final int LICENSE_CANT_UPGRADE_LICENSE = 0x00000109;

    /** ERRINFO_LICENSE_NO_REMOTE_CONNECTIONS: the licence allows no remote connections. */
    public static final int LICENSE_NO_REMOTE_CONNECTIONS = 0x0000010A;

    /** ERRINFO_UNKNOWNPDUTYPE2: unknown pduType2. */
    public static final int UNKNOWNPDUTYPE2 = 0x000010C9;

    /** ERRINFO_UNKNOWNPDUTYPE: unknown pduType. */
    public static final int UNKNOWNPDUTYPE = 0x000010CA;

    /** ERRINFO_DATAPDUSEQUENCE: a data PDU out of sequence. */
    public static final int DATAPDUSEQUENCE = 0x000010CB;

    /** ERRINFO_CONTROLPDUSEQUENCE: a control PDU out of sequence. */
    public static final int CONTROLPDUSEQUENCE = 0x000010CD;

    /** ERRINFO_INVALIDCONTROLPDUACTION: a wrong action in a Control PDU. */
    public static final int INVALIDCONTROLPDUACTION = 0x000010CE;

    /** ERRINFO_INVALIDINPUTPDUTYPE: a wrong input event. */
    public static final int INVALIDINPUTPDUTYPE = 0x000010CF;

    /** ERRINFO_INVALIDINPUTPDUMOUSE: a wrong mouse event. */
    public static final int INVALIDINPUTPDUMOUSE = 0x000010D0;

    /** ERRINFO_INVALIDREFRESHRECTPDU: a wrong Refresh Rect PDU. */
    public static final int INVALIDREFRESHRECTPDU = 0x000010D1;

    /** ERRINFO_CREATEUSERDATAFAILED: the server could not make its user data. */
    public static final int CREATEUSERDATAFAILED = 0x000010D2;

    /** ERRINFO_CONNECTFAILED: the client's connection could not be made. */
    public static final int CONNECTFAILED = 0x000010D3;

    /** ERRINFO_CONFIRMACTIVEWRONGSHAREID: a wrong share in a Confirm Active PDU. */
    public static final int CONFIRMACTIVEWRONGSHAREID = 0x000010D4;

    /** ERRINFO_CONFIRMACTIVEWRONGORIGINATOR: a wrong originator in a Confirm Active PDU. */
    public static final int CONFIRMACTIVEWRONGORIGINATOR = 0x000010D5;

    /** ERRINFO_PERSISTENTKEYPDUBADLENGTH: a Persistent Key List PDU of a wrong length. */
    public static final int PERSISTENTKEYPDUBADLENGTH = 0x000010DA;

    /** ERRINFO_PERSISTENTKEYPDUILLEGALFIRST: a first Persistent Key List PDU that is not the first. */
    public static final int PERSISTENTKEYPDUILLEGALFIRST = 0x000010DB;

    /** ERRINFO_PERSISTENTKEYPDUTOOMANYTOTALKEYS: too many keys. */
    public static final int PERSISTENTKEYPDUTOOMANYTOTALKEYS = 0x000010DC;

    /** ERRINFO_PERSISTENTKEYPDUTOOMANYCACHEKEYS: too many keys for a cache. */
    public static final int PERSISTENTKEYPDUTOOMANYCACHEKEYS = 0x000010DD;

    /** ERRINFO_INPUTPDUBADLENGTH: an Input Event PDU of a wrong length. */
    public static final int INPUTPDUBADLENGTH = 0x000010DE;

    /** ERRINFO_BITMAPCACHEERRORPDUBADLENGTH: a Bitmap Cache Error PDU of a wrong length. */
    public static final int BITMAPCACHEERRORPDUBADLENGTH = 0x000010DF;

    /** ERRINFO_SECURITYDATATOOSHORT: a security header that is too short. */
    public static final int SECURITYDATATOOSHORT = 0x000010E0;

    /** ERRINFO_VCHANNELDATATOOSHORT: a virtual channel PDU that is too short. */
    public static final int VCHANNELDATATOOSHORT = 0x000010E1;

    /** ERRINFO_SHAREDATATOOSHORT: a share data header that is too short. */
    public static final int SHAREDATATOOSHORT = 0x000010E2;

    /** ERRINFO_BADSUPPRESSOUTPUTPDU: a wrong Suppress Output PDU. */
    public static final int BADSUPPRESSOUTPUTPDU = 0x000010E3;

    /** ERRINFO_CONFIRMACTIVEPDUTOOSHORT: a Confirm Active PDU that is too short. */
    public static final int CONFIRMACTIVEPDUTOOSHORT = 0x000010E5;

    /** ERRINFO_CAPABILITYSETTOOSMALL: a capability set that is too small. */
    public static final int CAPABILITYSETTOOSMALL = 0x000010E7;

    /** ERRINFO_CAPABILITYSETTOOLARGE: a capability set that is too large. */
    public static final int CAPABILITYSETTOOLARGE = 0x000010E8;

    /** ERRINFO_NOCURSORCACHE: no pointer cache. */
    public static final int NOCURSORCACHE = 0x000010E9;

    /** ERRINFO_BADCAPABILITIES: wrong capabilities. */
    public static final int BADCAPABILITIES = 0x000010EA;

    /** ERRINFO_VIRTUALCHANNELDECOMPRESSIONERR: virtual channel data that cannot be decompressed. */
    public static final int VIRTUALCHANNELDECOMPRESSIONERR = 0x000010EC;

    /** ERRINFO_INVALIDVCCOMPRESSIONTYPE: a compression type that was not agreed. */
    public static final int INVALIDVCCOMPRESSIONTYPE = 0x000010ED;

    /** ERRINFO_INVALIDCHANNELID: a wrong channel. */
    public static final int INVALIDCHANNELID = 0x000010EF;

    /** ERRINFO_VCHANNELSTOOMANY: too many virtual channels. */
    public static final int VCHANNELSTOOMANY = 0x000010F0;

    /** ERRINFO_REMOTEAPPSNOTENABLED: remote programs are not enabled. */
    public static final int REMOTEAPPSNOTENABLED = 0x000010F3;

    /** ERRINFO_CACHECAPNOTSET: a cache capability is missing. */
    public static final int CACHECAPNOTSET = 0x000010F4;

    /** ERRINFO_BITMAPCACHEERRORPDUBADLENGTH2: a Bitmap Cache Error PDU of a wrong length. */
    public static final int BITMAPCACHEERRORPDUBADLENGTH2 = 0x000010F5;

    /** ERRINFO_BADMONITORDATA: wrong monitor data. */
    public static final int BADMONITORDATA = 0x00001129;

    /** ERRINFO_VCDATATOOLONG: virtual channel data that is too long. */
    public static final int VCDATATOOLONG = 0x0000112B;

    /** ERRINFO_BADFRAMEACKDATA: a wrong Frame Acknowledge PDU. */
    public static final int BADFRAMEACKDATA = 0x0000112C;

    /** ERRINFO_GRAPHICSMODENOTSUPPORTED: the graphics mode is not supported. */
    public static final int GRAPHICSMODENOTSUPPORTED = 0x0000112D;

    /** ERRINFO_GRAPHICSSUBSYSTEMRESETFAILED: graphics could not be reset. */
    public static final int GRAPHICSSUBSYSTEMRESETFAILED = 0x0000112E;

    /** ERRINFO_GRAPHICSSUBSYSTEMFAILED: graphics failed. */
    public static final int GRAPHICSSUBSYSTEMFAILED = 0x0000112F;

    /** ERRINFO_TIMEZONEKEYNAMELENGTHTOOSHORT: the length of a time zone's key name is too small. */
    public static final int TIMEZONEKEYNAMELENGTHTOOSHORT = 0x00001130;

    /** ERRINFO_TIMEZONEKEYNAMELENGTHTOOLONG: the length of a time zone's key name is too large. */
    public static final int TIMEZONEKEYNAMELENGTHTOOLONG = 0x00001131;

    /** ERRINFO_DYNAMICDSTDISABLEDFIELDMISSING: the field dynamicDaylightTimeDisabled is missing. */
    public static final int DYNAMICDSTDISABLEDFIELDMISSING = 0x00001132;

    /** ERRINFO_VCDECODINGERROR: virtual channel data that cannot be decoded. */
    public static final int VCDECODINGERROR = 0x00001133;

    /** ERRINFO_VIRTUALDESKTOPTOOLARGE: the desktop is too large. */
    public static final int VIRTUALDESKTOPTOOLARGE = 0x00001134;

    /** ERRINFO_MONITORGEOMETRYVALIDATIONFAILED: the monitors do not fit together. */
    public static final int MONITORGEOMETRYVALIDATIONFAILED = 0x00001135;

    /** ERRINFO_INVALIDMONITORCOUNT: a wrong number of monitors. */
    public static final int INVALIDMONITORCOUNT = 0x00001136;

    /** ERRINFO_UPDATESESSIONKEYFAILED: session keys could not be renewed. */
    public static final int UPDATESESSIONKEYFAILED = 0x00001191;

    /** ERRINFO_DECRYPTFAILED: decryption failed. */
    public static final int DECRYPTFAILED = 0x00001192;

    /** ERRINFO_ENCRYPTFAILED: encryption failed. */
    public static final int ENCRYPTFAILED = 0x00001193;

    /** ERRINFO_ENCPKGMISMATCH: encryption packages do not match. */
    public static final int ENCPKGMISMATCH = 0x00001194;

    /** ERRINFO_DECRYPTFAILED2: decryption failed. */
    public static final int DECRYPTFAILED2 = 0x00001195;

    private ErrorInfo() {}
}
