package oriel.desktop.embedded.pty;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A leader that this program has started itself. */
record OwnLeader(Process process, Libc libc) implements PtyLeader {

    private static final Logger LOG = LoggerFactory.getLogger(OwnLeader.class);

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public CompletableFuture<Integer> onExit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    @Override
    public void hangUp() {
        signalGroup(Libc.SIGHUP);
        signalGroup(Libc.SIGCONT);
    }

    @Override
    public void kill() {
        signalGroup(Libc.SIGKILL);
        process.destroyForcibly();
    }

    private void signalGroup(int signal) {
        try {
            if (process.isAlive()) {
                libc.kill((int) -process.pid(), signal);
            }
        } catch (IOException e) {
            LOG.debug("Process group {} did not get signal {}: {}.", process.pid(), signal, e.getMessage());
        }
    }
}
