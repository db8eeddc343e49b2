package oriel.kit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import oriel.contract.protocol.ProtocolProvider;

/**
 * Stands between a service and a provider, passes every call on, and notes what breaks the contract: calls outside of their
 * state or order (sequences.md, sections 3.2, 5.4, 6 and 10), calls back from inside a call, notices that block, exceptions
 * and nulls the contract does not know, endpoints that are used twice. A breach is noted, never prevented.
 *
 * <pre>{@code
 * var checker = ContractChecker.around(new RdpProvider(…));
 * // … a service runs with checker.provider(), clients come and go …
 * checker.assertKept();
 * }</pre>
 *
 * <p>All methods may be called from any thread.
 */
public final class ContractChecker {

    /** How long a notice may take before it counts as blocking; generous, since a busy machine delays everything. */
    public static final Duration NOTICE_LIMIT = Duration.ofMillis(250);

    private final List<Violation> violations = new ArrayList<>();
    private final List<ConnectionRules> connections = new ArrayList<>();
    private final CallLog managerLog = new CallLog();
    private final ProtocolProvider provider;
    private final Duration noticeLimit;

    private ContractChecker(ProtocolProvider provider, Duration noticeLimit) {
        this.provider = new CheckedProvider(provider, this);
        this.noticeLimit = noticeLimit;
    }

    /**
     * Checks a provider, and whoever calls it.
     *
     * @param provider the provider
     * @return the checker
     */
    public static ContractChecker around(ProtocolProvider provider) {
        return around(provider, NOTICE_LIMIT);
    }

    /**
     * Checks a provider, and whoever calls it.
     *
     * @param provider    the provider
     * @param noticeLimit how long a notice may take before it counts as blocking
     * @return the checker
     */
    public static ContractChecker around(ProtocolProvider provider, Duration noticeLimit) {
        return new ContractChecker(provider, noticeLimit);
    }

    /**
     * What the service gets in the provider's place.
     *
     * @return a provider of the same name
     */
    public ProtocolProvider provider() {
        return provider;
    }

    /**
     * The breaches so far, with the notices that have not come back in time among them.
     *
     * @return a snapshot, in the order in which they were noticed
     */
    public List<Violation> violations() {
        List<ConnectionRules> present;
        List<Violation> found;
        synchronized (this) {
            present = List.copyOf(connections);
            found = new ArrayList<>(violations);
        }
        present.forEach(rules -> rules.overdue(found));
        return found;
    }

    /**
     * Fails if there was a breach.
     *
     * @throws AssertionError names every breach
     */
    public void assertKept() {
        fail(violations());
    }

    /**
     * Fails if one side broke the contract, whatever the other did.
     *
     * @param party the side that must have kept it
     * @throws AssertionError names every breach of that side
     */
    public void assertKeptBy(Violation.Party party) {
        fail(violations().stream()
                .filter(violation -> violation.party() == party)
                .toList());
    }

    private static void fail(List<Violation> found) {
        if (!found.isEmpty()) {
            throw new AssertionError("the contract was broken " + found.size() + " times:"
                    + String.join(
                            "",
                            found.stream().map(violation -> "\n  " + violation).toList()));
        }
    }

    /**
     * The calls to manager and listeners, and {@code OnConnected}.
     *
     * @return the live log
     */
    public CallLog managerLog() {
        return managerLog;
    }

    /**
     * The calls in both directions of each connection, of its licence connection, redirector and shadow connection included.
     *
     * @return the live logs, in the order of {@code OnConnected}
     */
    public synchronized List<CallLog> connectionLogs() {
        return connections.stream().map(ConnectionRules::log).toList();
    }

    synchronized void note(Violation violation) {
        violations.add(violation);
    }

    synchronized ConnectionRules announced() {
        ConnectionRules rules = new ConnectionRules(this, connections.size() + 1, noticeLimit);
        connections.add(rules);
        return rules;
    }

    synchronized List<ConnectionRules> connections() {
        return List.copyOf(connections);
    }
}
