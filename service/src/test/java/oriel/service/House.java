package oriel.service;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import oriel.contract.protocol.ProtocolException;
import oriel.contract.protocol.ProtocolProvider;
import oriel.kit.ConnectionScript;
import oriel.kit.ScriptedConnection;
import oriel.kit.ScriptedProvider;
import oriel.licensing.NoLicensing;

/** A service with a scripted provider and desktops that only remember. */
final class House implements AutoCloseable {

    /** How long a test waits for what must happen: long, since machines stall; a good service never needs it. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Deadlines that do not strike in a test. */
    static final Deadlines CALM = new Deadlines(PATIENCE, PATIENCE, PATIENCE, PATIENCE, PATIENCE, PATIENCE);

    /** Deadlines that a test can wait for. */
    static final Deadlines SHORT = new Deadlines(
            Duration.ofMillis(600),
            Duration.ofMillis(600),
            Duration.ofMillis(300),
            Duration.ofMillis(300),
            Duration.ofMillis(150),
            Duration.ofMillis(600));

    private static final Set<String> QUERIES = Set.of("GetProtocolStatus", "GetLastInputTime", "QueryProperty");

    final ScriptedProvider provider = ScriptedProvider.listening("Test-Tcp");
    final FakeDesktops desktops = new FakeDesktops();
    final FakeAuthentication authentication = new FakeAuthentication();
    final FakeClock clock = new FakeClock();
    final RemoteDesktopService service;

    private House(UnaryOperator<ServiceConfiguration.Builder> change, List<ProtocolProvider> more) {
        var configuration = ServiceConfiguration.builder("host", "fake", List.of(provider.configuration()))
                .deadlines(CALM);
        List<ProtocolProvider> protocols = new ArrayList<>(more);
        protocols.add(provider);
        service = new RemoteDesktopService(
                change.apply(configuration).build(),
                protocols,
                List.of(desktops),
                authentication,
                new NoLicensing(),
                clock);
    }

    /** A house whose service has started. */
    static House open() {
        return open(configuration -> configuration);
    }

    static House open(UnaryOperator<ServiceConfiguration.Builder> change) {
        House house = new House(change, List.of());
        house.service.start();
        return house;
    }

    /** A house whose service was not started yet. */
    static House closed(UnaryOperator<ServiceConfiguration.Builder> change, ProtocolProvider... more) {
        return new House(change, List.of(more));
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

    @Override
    public void close() {
        service.close();
    }
}
