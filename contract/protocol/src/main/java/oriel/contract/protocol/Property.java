package oriel.contract.protocol;

import java.util.UUID;

/** Identifiers for {@code QueryProperty} (connection.md, section 2; Q24, Q25), and Oriel's own. */
public final class Property {

    /** May this initial program run? In: text, text, unsigned. Out: text, text, unsigned. */
    public static final UUID ALLOWED_INITIAL_APP = UUID.fromString("c77d1b30-5be1-4c6b-a0e1-bd6d2e5c9fcc");
    /** Size of the logon screen. Out: unsigned; empty = the default (Q24). */
    public static final UUID LOGON_SCREEN_SIZE = UUID.fromString("8b8e0fe7-0804-4a0e-b279-8660b1df0049");
    /** Library of the remote audio enumerator. Out: text. */
    public static final UUID AUDIOENUM_DLL = UUID.fromString("9bf4fa97-c883-4c2a-80ab-5a39c9af00db");
    /** Which media formats the client can render. In: binary. Out: binary. */
    public static final UUID MF_FORMAT_SUPPORT = UUID.fromString("41869ad0-6332-4dc8-95d5-db749e2f1d94");
    /** Time zone of the client with its key name. Out: binary. */
    public static final UUID DYNAMIC_TIME_ZONE_INFORMATION = UUID.fromString("0cdfd28e-d0b9-4c1f-a5eb-6d1f6c6535b9");
    /** Whether fast reconnect is wanted. Out: unsigned, 0 none, 1 basic, 2 enhanced. */
    public static final UUID GET_FAST_RECONNECT = UUID.fromString("6212d757-0043-4862-99c3-9f3059ac2a3b");
    /** Whose sessions are meant by enhanced fast reconnect. Out: text. */
    public static final UUID GET_FAST_RECONNECT_USER_SID = UUID.fromString("197c427a-0135-4b6d-9c5e-e6579a0ab625");
    /** Universal apps under a custom shell. Out: unsigned, 0 no, 1 yes. */
    public static final UUID ENABLE_UNIVERSAL_APPS_FOR_CUSTOM_SHELL =
            UUID.fromString("ed2c3fda-338d-4d3f-81a3-e767310d908e");
    /** Whether to warn before the idle limit strikes. Out: unsigned, 0 no, 1 yes. */
    public static final UUID IDLE_TIME_WARNING = UUID.fromString("693f7ff5-0c4e-4d17-b8e0-1f70325e5d58");
    /** Whether the cursor must not blink. Out: unsigned, 0 no, 1 yes. */
    public static final UUID CURSOR_BLINK_DISABLED = UUID.fromString("4b150580-fea4-4d3c-9de4-7433a66618f7");
    /** Oriel's own: name of the picture codec in use. Out: text. */
    public static final UUID ORIEL_CODEC = UUID.fromString("6f1d2f5e-6f0a-4c39-9a25-0d5e6a1c7b01");
    /** Oriel's own: how the link is protected, e.g. {@code TLSv1.3}. Out: text. */
    public static final UUID ORIEL_SECURITY = UUID.fromString("6f1d2f5e-6f0a-4c39-9a25-0d5e6a1c7b02");
    /** Oriel's own: last measured round-trip time. Out: unsigned, microseconds; empty = not measured yet. */
    public static final UUID ORIEL_ROUND_TRIP_TIME = UUID.fromString("6f1d2f5e-6f0a-4c39-9a25-0d5e6a1c7b03");
    /**
     * Oriel's own: the client's monitors as they are now. Out: eight unsigned per monitor: left and top, measured from the left upper
     * corner of the rectangle around all of them; width and height; 1 for the primary one, else 0; scale in percent, 100 … 500;
     * width and height of the glass in millimetres, 0 = unknown.
     */
    public static final UUID ORIEL_MONITOR_LAYOUT = UUID.fromString("6f1d2f5e-6f0a-4c39-9a25-0d5e6a1c7b04");

    private Property() {}
}
