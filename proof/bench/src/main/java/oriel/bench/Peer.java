package oriel.bench;

import java.io.IOException;
import java.util.List;

/**
 * A remote desktop server that runs and is measured.
 *
 * @param name      as the table shows it
 * @param port      where it listens, on 127.0.0.1
 * @param process   the server
 * @param company   what else was started for it
 */
record Peer(String name, int port, Process process, List<Process> company) implements AutoCloseable {

    /** Starts a server and waits until it accepts. */
    interface Start {
        Peer start() throws IOException, InterruptedException;
    }

    ProcessTree processes() {
        return new ProcessTree(process.toHandle());
    }

    @Override
    public void close() {
        Programs.end(process);
        company.forEach(Programs::end);
    }
}
