package oriel.contract.protocol;

/** Bits of {@code PerformanceFlags} ({@code WRDS_PERF_…}); combined with OR. */
public final class PerformanceFlags {

    /** No desktop background. */
    public static final int DISABLE_WALLPAPER = 0x001;
    /** Only outlines move when windows are dragged. */
    public static final int DISABLE_FULLWINDOWDRAG = 0x002;
    /** No menu animation. */
    public static final int DISABLE_MENUANIMATIONS = 0x004;
    /** No themes. */
    public static final int DISABLE_THEMING = 0x008;
    /** Enhanced graphics. */
    public static final int ENABLE_ENHANCED_GRAPHICS = 0x010;
    /** No pointer shadow. */
    public static final int DISABLE_CURSOR_SHADOW = 0x020;
    /** No cursor blinking. */
    public static final int DISABLE_CURSORSETTINGS = 0x040;
    /** Smooth fonts. */
    public static final int ENABLE_FONT_SMOOTHING = 0x080;
    /** Desktop composition. */
    public static final int ENABLE_DESKTOP_COMPOSITION = 0x100;

    private PerformanceFlags() {}
}
