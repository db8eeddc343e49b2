package oriel.xsession;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * Numbers of displays. A number is taken for good by the lock file that the X server's process makes; here those are left out
 * that somebody has already, and no number is offered twice at a time.
 */
final class Displays {

    private static final int FIRST = 10;
    private static final int LAST = 4999;
    private static final Path SOCKETS = Path.of("/tmp/.X11-unix");

    private final BitSet offered = new BitSet();

    static Path socket(int display) {
        return SOCKETS.resolve("X" + display);
    }

    /** Takes a number that seems to be free. */
    synchronized int take() throws StartFailedException {
        String abstractOnes = abstractSockets();
        for (int display = offered.nextClearBit(FIRST); display <= LAST; display = offered.nextClearBit(display + 1)) {
            if (isFree(display, abstractOnes)) {
                offered.set(display);
                return display;
            }
        }
        throw new StartFailedException("no number of a display is free", List.of());
    }

    synchronized void release(int display) {
        offered.clear(display);
    }

    private static boolean isFree(int display, String abstractOnes) {
        return Stream.of(Path.of("/tmp/.X" + display + "-lock"), socket(display), keymap(display))
                        .noneMatch(path -> Files.exists(path, LinkOption.NOFOLLOW_LINKS))
                && !abstractOnes.contains("@" + socket(display) + "\n");
    }

    /**
     * Where an X server that is not root has its keymap compiled: one that was killed meanwhile leaves the file, and no other
     * user's server with this number could write it.
     */
    private static Path keymap(int display) {
        return Path.of("/tmp/server-" + display + ".xkm");
    }

    /** X servers in other containers may share our network and with it the sockets without a file. */
    private static String abstractSockets() {
        try {
            return Files.readString(Path.of("/proc/net/unix"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return ""; // the lock decides
        }
    }

    /** As root makes sure that the folder of the sockets is there: else an X server of a user has no socket with a file. */
    static void makeFolder() {
        try {
            Files.createDirectory(SOCKETS);
            Files.setAttribute(SOCKETS, "unix:mode", 0x3FF); // 1777
        } catch (IOException e) {
            // It is there already, as nearly always, or the X server will say what is wrong with it.
        }
    }
}
