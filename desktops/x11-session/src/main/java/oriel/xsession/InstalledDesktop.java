package oriel.xsession;

/**
 * A desktop that this host offers.
 *
 * @param id      its id in configuration, e.g. {@code xfce}
 * @param name    its name for users, e.g. {@code Xfce}
 * @param command what starts it, for the shell
 * @param tag     what programs find in XDG_CURRENT_DESKTOP
 * @param managed whether it brings its own window manager
 */
public record InstalledDesktop(String id, String name, String command, String tag, boolean managed) {}
