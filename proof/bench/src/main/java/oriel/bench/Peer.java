package oriel.bench;

import java.util.List;

/**
 * A remote desktop server that runs and is measured.
 *
 * @param name        as the table shows it
 * @param port        where it listens, on 127.0.0.1
 * @param process     the server
 * @param company     what else was started for it
 * @param stockClient command line of the stock client that shows the desktop of one session, the same each time; empty = there
 *                    is none
 */
record Peer(String name, int port, Process process, List<Process> company, List<String> stockClient)
        implements AutoCloseable {

    /** The command line of FreeRDP's client for a server on this host. */
    static List<String> freerdp(int port, String user, String password) {
        return List.of(
                "xfreerdp",
                "/v:127.0.0.1:" + port,
                "/u:" + user,
                "/p:" + password,
                "/cert:ignore",
                "/sec:tls",
                "/bpp:32",
                "/size:1920x1080",
                "-decorations");
    }

    boolean isRdp() {
        return !name.equals("TigerVNC");
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
