package oriel.service;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import oriel.contract.protocol.HResult;
import oriel.contract.protocol.ProtocolException;

/** Who may come in: connections are counted, in all and, until somebody has logged on, per client address. */
final class Admission {

    private final Limits limits;
    private final Set<ClientConnection> live = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> unauthenticated = new HashMap<>(); // guarded by this
    private int connections; // guarded by this
    private volatile boolean stopping;
    private volatile boolean draining;

    Admission(Limits limits) {
        this.limits = limits;
    }

    /**
     * A client is announced; on success it is counted.
     *
     * @param address address of the client; empty = unknown, not counted per address
     * @throws ProtocolException if it cannot be taken on
     */
    synchronized void admit(String address) throws ProtocolException {
        if (stopping) {
            throw new ProtocolException(HResult.E_ABORT, "the service stops");
        }
        if (connections >= limits.connections()) {
            throw new ProtocolException(HResult.E_TOO_MANY, "there are " + connections + " connections already");
        }
        int already = unauthenticated.getOrDefault(address, 0);
        if (!address.isEmpty() && already >= limits.unauthenticatedPerAddress()) {
            throw new ProtocolException(
                    HResult.E_TOO_MANY, "there are " + already + " connections without logon from " + address);
        }
        connections++;
        unauthenticated.merge(address, 1, Integer::sum);
    }

    void enter(ClientConnection connection) {
        live.add(connection);
    }

    /** Somebody has logged on who came from that address, or the connection has ended before. */
    synchronized void known(String address) {
        unauthenticated.computeIfPresent(address, (_, count) -> count == 1 ? null : count - 1);
    }

    void leave(ClientConnection connection) {
        if (live.remove(connection)) {
            synchronized (this) {
                connections--;
            }
        }
    }

    Collection<ClientConnection> live() {
        return List.copyOf(live);
    }

    void stop() {
        stopping = true;
    }

    void drain(boolean on) {
        draining = on;
    }

    boolean draining() {
        return draining;
    }

    /**
     * Whether one more session with a user may be made.
     *
     * @param sessions how many there are
     * @return why not; empty = it may
     */
    Optional<String> refusal(int sessions) {
        if (draining) {
            return Optional.of("the host takes no new sessions");
        }
        return sessions >= limits.sessions()
                ? Optional.of("there are " + sessions + " sessions already")
                : Optional.empty();
    }
}
