package oriel.xsession;

import java.util.Optional;

/**
 * What an X11 session is started with.
 *
 * @param number   number of the session in the service, for names of files and for logs
 * @param account  name of the Linux account its processes run as; empty = whoever starts them
 * @param screen   extent of its screen
 * @param desktop  id of the desktop, e.g. {@code xfce}; empty = the best that is found
 * @param program  program to run in place of a desktop
 * @param keyboard layout of the client's keyboard
 * @param locale   locale of the user, e.g. {@code fr_FR.UTF-8}; empty = that of the account or the host
 * @param timeZone time zone of the client, e.g. {@code Europe/Paris}; empty = that of the host
 * @param limits   how much it may use
 * @param sound    whether programs may play sound that is carried to the client
 */
public record SessionOrder(
        int number,
        String account,
        ScreenPlan screen,
        String desktop,
        Optional<Program> program,
        Keyboard keyboard,
        String locale,
        String timeZone,
        SessionLimits limits,
        boolean sound) {

    /**
     * Extent of a session's screen.
     *
     * @param width         at the start, in pixels
     * @param height        at the start, in pixels
     * @param largestWidth  the largest width it may be given later, in pixels
     * @param largestHeight the largest height it may be given later, in pixels
     * @param dpi           dots per inch that programs are told, 96 at the usual scale
     */
    public record ScreenPlan(int width, int height, int largestWidth, int largestHeight, int dpi) {}

    /**
     * A program to run in place of a desktop.
     *
     * @param commandLine program and arguments, for the user's shell
     * @param directory   where it starts; empty = the user's home
     */
    public record Program(String commandLine, String directory) {}

    /**
     * A keyboard in the words of XKB (xkeyboard-config(7)).
     *
     * @param layout  e.g. {@code fr}
     * @param variant e.g. {@code oss}; empty = the usual one
     */
    public record Keyboard(String layout, String variant) {

        /** The layout of the United States. */
        public static final Keyboard US = new Keyboard("us", "");
    }
}
