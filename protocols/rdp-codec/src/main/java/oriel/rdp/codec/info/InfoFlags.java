package oriel.rdp.codec.info;

/** Values of the field flags of the Info Packet — MS-RDPBCGR, section 2.2.1.11.1.1. */
public final class InfoFlags {
    /** INFO_MOUSE: there is a mouse. */
    public static final int MOUSE = 0x0000_0001;

    /** INFO_DISABLECTRLALTDEL: no secure attention sequence is needed at logon. */
    public static final int DISABLECTRLALTDEL = 0x0000_0002;

    /** INFO_AUTOLOGON: log on with the credentials given. */
    public static final int AUTOLOGON = 0x0000_0008;

    /** INFO_UNICODE: texts are UTF-16LE, and codePage holds a locale. */
    public static final int UNICODE = 0x0000_0010;

    /** INFO_MAXIMIZESHELL: the alternate shell is to be maximized. */
    public static final int MAXIMIZESHELL = 0x0000_0020;

    /** INFO_LOGONNOTIFY: the client wants to be told of the logon. */
    public static final int LOGONNOTIFY = 0x0000_0040;

    /** INFO_COMPRESSION: the type in {@link #COMPRESSION_TYPE_MASK} is the best the client can do. */
    public static final int COMPRESSION = 0x0000_0080;

    /** INFO_ENABLEWINDOWSKEY. */
    public static final int ENABLEWINDOWSKEY = 0x0000_0100;

    /** CompressionTypeMask: 0 is RDP 4.0, 1 is RDP 5.0, 2 is RDP 6.0, 3 is RDP 6.1. */
    public static final int COMPRESSION_TYPE_MASK = 0x0000_1E00;

    /** Place of the compression type. */
    public static final int COMPRESSION_TYPE_SHIFT = 9;

    /** INFO_REMOTECONSOLEAUDIO: audio plays at the server's console. */
    public static final int REMOTECONSOLEAUDIO = 0x0000_2000;

    /** INFO_FORCE_ENCRYPTED_CS_PDU: all PDUs of the client are encrypted. */
    public static final int FORCE_ENCRYPTED_CS_PDU = 0x0000_4000;

    /** INFO_RAIL: remote programs. */
    public static final int RAIL = 0x0000_8000;

    /** INFO_LOGONERRORS: the client understands logon errors in Save Session Info PDUs. */
    public static final int LOGONERRORS = 0x0001_0000;

    /** INFO_MOUSE_HAS_WHEEL. */
    public static final int MOUSE_HAS_WHEEL = 0x0002_0000;

    /** INFO_PASSWORD_IS_SC_PIN: the password is the PIN of a smart card. */
    public static final int PASSWORD_IS_SC_PIN = 0x0004_0000;

    /** INFO_NOAUDIOPLAYBACK. */
    public static final int NOAUDIOPLAYBACK = 0x0008_0000;

    /** INFO_USING_SAVED_CREDS. */
    public static final int USING_SAVED_CREDS = 0x0010_0000;

    /** INFO_AUDIOCAPTURE: audio recording may be redirected. */
    public static final int AUDIOCAPTURE = 0x0020_0000;

    /** INFO_VIDEO_DISABLE. */
    public static final int VIDEO_DISABLE = 0x0040_0000;

    /** INFO_HIDEF_RAIL_SUPPORTED. */
    public static final int HIDEF_RAIL_SUPPORTED = 0x0200_0000;

    private InfoFlags() {}
}
