package oriel.desktop.embedded.pty;

import java.util.concurrent.CompletableFuture;

/** The first process on a terminal: the leader of a session of its own. Methods may be called from any thread. */
public interface PtyLeader {

    /**
     * Its process id, which is also that of its session and group.
     *
     * @return the id
     */
    long pid();

    /**
     * How it ended.
     *
     * @return completes with its exit status
     */
    CompletableFuture<Integer> onExit();

    /** Hangs its process group up. */
    void hangUp();

    /** Kills its process group. */
    void kill();
}
