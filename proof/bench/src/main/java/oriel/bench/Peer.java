package oriel.bench;

import java.io.IOException;

/** A remote desktop server that is measured. */
interface Peer extends AutoCloseable {

    /** Name and version, as the table shows it. */
    String name();

    /** Starts the server and waits until it accepts. */
    void start() throws IOException, InterruptedException;

    /** Where it listens, on 127.0.0.1. */
    int port();

    /** Its processes. */
    ProcessTree processes();

    @Override
    void close();
}
