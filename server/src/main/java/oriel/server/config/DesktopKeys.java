package oriel.server.config;

import java.util.List;
import oriel.server.config.Kind.Text;
import oriel.server.config.Kind.Truth;
import oriel.server.config.Kind.Whole;
import oriel.server.config.Kind.Word;

/** The keys about desktops: which, for whom, how much of the host they may use, and what they share with their client. */
public final class DesktopKeys {

    /** A limit of a user's or group's table that leaves it to the general one. */
    public static final int AS_USUAL = -1;

    private static final int MOST_MEGABYTES = 1 << 24;
    private static final int MOST_PROCESSES = 4_000_000;
    private static final int MOST_PERCENT = 100_000;

    /** Kind of desktop. */
    public static final Key<String> KIND =
            new Key<>("desktop.kind", new Word(List.of("auto", "embedded", "x11")), "auto", false, """
            The desktop that users get: "x11" is a Linux desktop of this host, "embedded" is drawn by Oriel itself; "auto" takes
            the Linux desktop where an X server and a desktop are installed and the user has a Linux account.""");

    /** Account of terminals. */
    public static final Key<String> SHELL_USER =
            new Key<>("desktop.shell-user", new Text("the name of a Linux account"), "", false, """
            When Oriel runs as root: the Linux account whose shell the terminals of the embedded desktop run.
            \"\" = the account with the name of the user who is logged on; without one there is no shell. root takes logon.allow-root.""");

    /** Which Linux desktop. */
    public static final Key<String> X11 =
            new Key<>("desktop.x11", new Text("the id of an installed desktop, e.g. \"xfce\""), "", false, """
            Which of the installed Linux desktops users get; \"\" = the user's own ~/.xsession, else the best that is found.
            `oriel doctor` lists them.""");

    /** Largest width. */
    public static final Key<Integer> LARGEST_WIDTH = new Key<>(
            "desktop.largest-width",
            new Whole(640, 8192),
            3840,
            false,
            "The largest width that a Linux desktop can be given, in pixels, all monitors together.");

    /** Largest height. */
    public static final Key<Integer> LARGEST_HEIGHT =
            new Key<>("desktop.largest-height", new Whole(480, 8192), 2160, false, "The largest height, in pixels.");

    /** Processor limit. */
    public static final Key<Integer> PROCESSOR = new Key<>(
            "desktop.processor",
            new Whole(0, MOST_PERCENT),
            0,
            false,
            "Percent of one processor that a session's programs may use together, e.g. 200 for two; 0 = no limit.");

    /** Memory limit. */
    public static final Key<Integer> MEMORY = new Key<>(
            "desktop.memory-megabytes",
            new Whole(0, MOST_MEGABYTES),
            0,
            false,
            "Memory that a session's programs may use together, in MiB; 0 = no limit.");

    /** Process limit. */
    public static final Key<Integer> PROCESSES = new Key<>(
            "desktop.processes",
            new Whole(0, MOST_PROCESSES),
            2000,
            false,
            "How many processes and threads a session may have; 0 = no limit.");

    /** Clipboard. */
    public static final Key<String> CLIPBOARD = new Key<>(
            "policy.clipboard",
            new Word(List.of("both", "to-client", "to-session", "off")),
            "both",
            true,
            "In which direction what was copied can be pasted between client and session.");

    /** Largest clipboard. */
    public static final Key<Integer> CLIPBOARD_MEGABYTES = new Key<>(
            "policy.clipboard-megabytes", new Whole(1, 64), 16, true, "The most that can be pasted at once, in MiB.");

    /** Sound. */
    public static final Key<Boolean> SOUND = new Key<>(
            "policy.sound", new Truth(), true, true, "Whether what programs of a session play is heard at the client.");

    /** Kind of desktop of a user or group. */
    public static final Key<String> OF_KIND = new Key<>(
            "kind", new Word(List.of("default", "embedded", "x11")), "default", false, "The kind of desktop.");

    /** Linux desktop of a user or group. */
    public static final Key<String> OF_X11 = new Key<>(
            "x11",
            new Text("the id of an installed desktop"),
            "",
            false,
            "Which Linux desktop; \"\" = as desktop.x11.");

    /** Processor limit of a user or group. */
    public static final Key<Integer> OF_PROCESSOR = limit("processor", MOST_PERCENT, "Percent of one processor");

    /** Memory limit of a user or group. */
    public static final Key<Integer> OF_MEMORY = limit("memory-megabytes", MOST_MEGABYTES, "Memory in MiB");

    /** Process limit of a user or group. */
    public static final Key<Integer> OF_PROCESSES = limit("processes", MOST_PROCESSES, "Processes and threads");

    /** Sound of a user or group. */
    public static final Key<String> OF_SOUND = new Key<>(
            "sound", new Word(List.of("default", "on", "off")), "default", false, "Whether programs can play sound.");

    /** What a user's or group's table may hold. */
    static final List<Key<?>> SHARE = List.of(OF_KIND, OF_X11, OF_PROCESSOR, OF_MEMORY, OF_PROCESSES, OF_SOUND);

    /** What stands outside the named tables, about desktops. */
    static final List<Key<?>> GENERAL =
            List.of(KIND, SHELL_USER, X11, LARGEST_WIDTH, LARGEST_HEIGHT, PROCESSOR, MEMORY, PROCESSES);

    /** What stands among the policy keys. */
    static final List<Key<?>> POLICY = List.of(CLIPBOARD, CLIPBOARD_MEGABYTES, SOUND);

    private DesktopKeys() {}

    private static Key<Integer> limit(String name, int most, String what) {
        return new Key<>(
                name,
                new Whole(AS_USUAL, most),
                AS_USUAL,
                false,
                what + " at most; 0 = no limit, -1 = as the general key says.");
    }
}
