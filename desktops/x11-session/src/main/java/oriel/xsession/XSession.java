package oriel.xsession;

import java.nio.file.Path;
import java.util.Optional;

/** An X11 session that runs. Safe to use from many threads. */
public interface XSession {

    /**
     * Number of its display.
     *
     * @return e.g. 10 for {@code :10}
     */
    int display();

    /**
     * The socket of its X server.
     *
     * @return path of a Unix socket
     */
    Path socket();

    /**
     * What opens the X server: the secret of MIT-MAGIC-COOKIE-1.
     *
     * @return 16 bytes, a copy
     */
    byte[] cookie();

    /**
     * The user its processes run as, to whom shared memory must be opened.
     *
     * @return user id
     */
    int uid();

    /**
     * Name of the desktop for users, e.g. {@code Xfce}.
     *
     * @return the name
     */
    String desktop();

    /**
     * Where what its programs play can be read as raw samples: 16-bit signed little-endian, two channels, 44,100 frames per second.
     *
     * @return path of a FIFO that the service may read; empty = the session is silent
     */
    Optional<Path> sound();

    /**
     * File with what its programs wrote, owned by the user.
     *
     * @return the path
     */
    Path log();

    /**
     * What it uses now.
     *
     * @return a snapshot
     */
    SessionFigures figures();

    /** Ends every process of the session and clears away what it had. Blocks until that is so. Stopping twice is no error. */
    void stop();
}
