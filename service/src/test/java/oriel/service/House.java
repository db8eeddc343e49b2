package oriel.service;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import oriel.contract.protocol.ListenerConfiguration;
import oriel.contract.protocol.ProtocolException;
import oriel.kit.ConnectionScript;
import oriel.kit.ContractChecker;
import oriel.kit.ScriptedConnection;
import oriel.kit.ScriptedProvider;
import oriel.kit.Violation;
import oriel.licensing.LicensingPolicies;
import oriel.licensing.LicensingPolicy;
import oriel.licensing.NoLicensing;

/** A service with a scripted provider and desktops that only remember. */
final class House implements AutoCloseable {

    /** How long a test waits for what must happen: long, since machines stall; a good service never needs it. */
    static final Duration PATIENCE = Duration.ofSeconds(40);

    /** Deadlines that do not strike in a test. */
    static final Deadlines CALM = new Deadlines(PATIENCE, PATIENCE, PATIENCE, PATIENCE, PATIENCE, PATIENCE);

    /** Deadlines that a test can wait for, and that do not strike a good provider on a machine that stalls. */
    static final Deadlines SHORT = new Deadlines(
            Duration.ofMillis(6000),
            Duration.ofMillis(1500),
            Duration.ofMillis(1500),
            Duration.ofMillis(1500),
            Duration.ofMillis(600),
            Duration.ofMillis(3000));

    private static final Set<String> QUERIES = Set.of("GetProtocolStatus", "GetLastInputTime", "QueryProperty");

    final ScriptedProvider provider;
    final FakeDesktops desktops = new FakeDesktops();
    final FakeAuthentication authentication = new FakeAuthentication();
    final FakeClock clock = new FakeClock();
    final RemoteDesktopService service;
    private final List<ContractChecker> checkers;

    private House(
            ScriptedProvider provider,
            List<ListenerConfiguration> listeners,
            List<ScriptedProvider> protocols,
            LicensingPolicy licensing,
            UnaryOperator<ServiceConfiguration.Builder> change) {
        this.provider = provider;
        this.checkers = protocols.stream().map(ContractChecker::around).toList();
        var configuration =
                ServiceConfiguration.builder("host", "fake", listeners).deadlines(CALM);
        service = new RemoteDesktopService(
                change.apply(configuration).build(),
                checkers.stream().map(ContractChecker::provider).toList(),
                List.of(desktops),
                authentication,
                LicensingPolicies.all(licensing),
                clock);
    }

    /** A house of two providers whose service was not started yet. */
    static House with(ScriptedProvider first, ScriptedProvider second, Deadlines deadlines) {
        return new House(
                first,
                List.of(first.configuration(), second.configuration()),
                List.of(first, second),
                new NoLicensing(),
                configuration -> configuration.deadlines(deadlines));
    }

    /** A house with these listeners whose service was not started yet. */
    static House with(ScriptedProvider provider, List<ListenerConfiguration> listeners) {
        return new House(provider, listeners, List.of(provider), new NoLicensing(), configuration -> configuration);
    }

    /** A house whose service has started. */
    static House open() {
        return open(configuration -> configuration);
    }

    static House open(UnaryOperator<ServiceConfiguration.Builder> change) {
        House house = closed(change);
        house.service.start();
        return house;
    }

    /** A house whose service was not started yet. */
    static House closed(UnaryOperator<ServiceConfiguration.Builder> change) {
        return closed(new NoLicensing(), change);
    }

    /** A house with this licensing policy, whose service has started. */
    static House licensed(LicensingPolicy licensing) {
        House house = closed(licensing, configuration -> configuration);
        house.service.start();
        return house;
    }

    private static House closed(LicensingPolicy licensing, UnaryOperator<ServiceConfiguration.Builder> change) {
        var provider = ScriptedProvider.listening("Test-Tcp");
        return new House(provider, List.of(provider.configuration()), List.of(provider), licensing, change);
    }

    /** A client whose user has sent good credentials. */
    static ConnectionScript user(String name) {
        return ScriptedConnection.builder().user(name, "secret");
    }

    /** A client arrives, and its user is logged on when this returns. */
    ScriptedConnection logOn(String user) throws ProtocolException, InterruptedException {
        return logOn(user(user));
    }

    ScriptedConnection logOn(ConnectionScript script) throws ProtocolException, InterruptedException {
        ScriptedConnection client = provider.connect(script);
        client.awaitCall("LogonNotify", PATIENCE);
        await(() -> session(client).state() == SessionState.ACTIVE);
        return client;
    }

    /** The calls that a client has received, without the queries that come at any time. */
    static List<String> sequence(ScriptedConnection client) {
        return client.calls().stream().filter(call -> !QUERIES.contains(call)).toList();
    }

    /** The session that a client was attached to last. */
    SessionStatus session(ScriptedConnection client) {
        int number = trace(client).sessionId();
        return service.sessions().stream()
                .filter(session -> session.id() == number)
                .findFirst()
                .orElseThrow(() -> new AssertionError("session " + number + " has ended"));
    }

    Trace trace(ScriptedConnection client) {
        int number = client.callback().getConnectionId();
        return service.traces().stream()
                .filter(trace -> trace.connectionId() == number)
                .findFirst()
                .orElseThrow(() -> new AssertionError("connection " + number + " has no trace"));
    }

    /** The trace of a client, once its connection is closed. */
    Trace ended(ScriptedConnection client) throws InterruptedException {
        await(() -> trace(client).endedAt().isPresent());
        return trace(client);
    }

    /** The next thing the service made or asked for. */
    static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        T next = queue.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        if (next == null) {
            throw new AssertionError("nothing came within " + PATIENCE);
        }
        return next;
    }

    static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("it did not happen within " + PATIENCE);
            }
            Thread.sleep(2);
        }
    }

    /** Stops the service, which must have kept the contract until then, whatever its provider did. */
    @Override
    public void close() {
        service.close();
        checkers.forEach(checker -> checker.assertKeptBy(Violation.Party.SERVICE));
    }
}
