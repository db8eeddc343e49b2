package oriel.rdp.codec.info;

/** Values of the field performanceFlags of the Extended Info Packet — MS-RDPBCGR, section 2.2.1.11.1.1.1. */
public final class PerformanceFlags {
    /** PERF_DISABLE_WALLPAPER. */
    public static final int DISABLE_WALLPAPER = 0x01;

    /** PERF_DISABLE_FULLWINDOWDRAG. */
    public static final int DISABLE_FULLWINDOWDRAG = 0x02;

    /** PERF_DISABLE_MENUANIMATIONS. */
    public static final int DISABLE_MENUANIMATIONS = 0x04;

    /** PERF_DISABLE_THEMING. */
    public static final int DISABLE_THEMING = 0x08;

    /** PERF_DISABLE_CURSOR_SHADOW. */
    public static final int DISABLE_CURSOR_SHADOW = 0x20;

    /** PERF_DISABLE_CURSORSETTINGS: no blinking cursor. */
    public static final int DISABLE_CURSORSETTINGS = 0x40;

    /** PERF_ENABLE_FONT_SMOOTHING. */
    public static final int ENABLE_FONT_SMOOTHING = 0x80;

    /** PERF_ENABLE_DESKTOP_COMPOSITION. */
    public static final int ENABLE_DESKTOP_COMPOSITION = 0x100;

    private PerformanceFlags() {}
}
