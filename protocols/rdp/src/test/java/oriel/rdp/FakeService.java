package oriel.rdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import oriel.contract.desktop.KeyboardLocks;
import oriel.contract.desktop.KeyboardSink;
import oriel.contract.desktop.MonitorLayout;
import oriel.contract.desktop.PointerSink;
import oriel.contract.desktop.Screen;
import oriel.contract.desktop.VideoEndpoint;
import oriel.contract.protocol.ClientData;
import oriel.contract.protocol.ConnectionSettings;
import oriel.contract.protocol.ErrorInfo;
import oriel.contract.protocol.InputHandles;
import oriel.contract.protocol.ListenerConfiguration;
import oriel.contract.protocol.ProtocolConnection;
import oriel.contract.protocol.ProtocolConnectionCallback;
import oriel.contract.protocol.ProtocolException;
import oriel.contract.protocol.ProtocolListener;
import oriel.contract.protocol.ProtocolListenerCallback;
import oriel.contract.protocol.ProtocolManager;
import oriel.contract.protocol.ProtocolSettings;
import oriel.contract.protocol.ProviderEnvironment;
import oriel.contract.protocol.SessionId;
import oriel.contract.protocol.SettingLevel;
import oriel.contract.protocol.SettingType;
import oriel.contract.protocol.Settings;
import oriel.contract.protocol.SmallRect;
import oriel.contract.protocol.UserCredential;
import oriel.contract.protocol.UserToken;

/**
 * A service as small as a test needs it: runs the connection sequence of each client on a thread of its own, logs everybody on,
 * and remembers what the provider said.
 */
final class FakeService implements ProtocolListenerCallback, ProviderEnvironment, ProtocolSettings, AutoCloseable {

    /** One client, as the service sees it. */
    final class Client implements ProtocolConnectionCallback {

        final ProtocolConnection connection;
        final int id;
        final CountDownLatch ready = new CountDownLatch(1);
        final CountDownLatch broken = new CountDownLatch(1);
        final AtomicInteger timesBroken = new AtomicInteger();
        final CompletableFuture<ClientData> data = new CompletableFuture<>();
        final CompletableFuture<Optional<UserCredential>> credential = new CompletableFuture<>();
        final CompletableFuture<Optional<SessionId>> provedSession = new CompletableFuture<>();

        /** Done when the sequence has run to its end, or failed with the reason it ended. */
        final CompletableFuture<SessionId> sequence = new CompletableFuture<>();

        private @Nullable InputHandles input;
        private @Nullable VideoEndpoint video;

        Client(ProtocolConnection connection, int id) {
            this.connection = connection;
            this.id = id;
        }

        @Override
        public void onReady() {
            ready.countDown();
        }

        @Override
        public void brokenConnection(int reason, int source) {
            timesBroken.incrementAndGet();
            broken.countDown();
        }

        @Override
        public void stopScreenUpdates() {
            throw new AssertionError("not expected");
        }

        @Override
        public void redrawWindow(Optional<SmallRect> area) {
            throw new AssertionError("not expected");
        }

        @Override
        public int getConnectionId() {
            return id;
        }

        private void run() {
            try {
                connection.getLogonErrorRedirector();
                ready.await();
                connection.acceptConnection();
                data.complete(connection.getClientData(ClientData.builder().build()));
                connection.getClientMonitorData();
                credential.complete(connection.getUserCredentials());
                license();
                Optional<SessionId> proved = connection.authenticateClientToSession();
                provedSession.complete(proved);
                SessionId session =
                        proved.orElseGet(() -> new SessionId(UUID.randomUUID(), nextSession.incrementAndGet()));
                attach(session);
                connection.notifyCommandProcessCreated(session.sessionId());
                connection.isUserAllowedToLogon(session.sessionId(), TOKEN, "", "anna");
                connection.sessionArbitrationEnumeration(TOKEN, false);
                connection.logonNotify(
                        TOKEN, "anna", "", session, ConnectionSettings.builder().build());
                sequence.complete(session);
                broken.await();
                disconnect(ErrorInfo.NONE);
            } catch (ProtocolException | RuntimeException e) {
                data.completeExceptionally(e);
                sequence.completeExceptionally(e);
                connection.close();
            } catch (InterruptedException e) {
                sequence.completeExceptionally(e);
                connection.close();
            }
        }

        private void license() throws ProtocolException {
            var courier = connection.getLicenseConnection();
            courier.requestLicensingCapabilities();
            for (byte[] packet : licensePackets) {
                courier.sendClientLicense(packet);
                licenseAnswers.add(courier.requestClientLicense());
            }
            courier.protocolComplete(1);
        }

        /** The tail of the sequence; also what a move to another session does. */
        void attach(SessionId session) throws ProtocolException {
            connection.notifySessionId(session, () -> session);
            InputHandles handles = connection.getInputHandles();
            handles.keyboard().ifPresent(keyboard -> keyboard.open(keyboardSink));
            handles.mouse().ifPresent(mouse -> mouse.open(pointerSink));
            input = handles;
            video = connection.getVideoHandle().orElse(null);
            Screen shown = screen.get();
            if (video != null && shown != null) {
                video.open(shown, layouts::add);
            }
            connection.connectNotify(session.sessionId());
        }

        /** The session's keyboard has lamps. */
        void lamps(KeyboardLocks locks) {
            Objects.requireNonNull(input).keyboard().orElseThrow().show(locks);
        }

        void detach() throws ProtocolException {
            if (input != null) {
                input.keyboard().ifPresent(keyboard -> keyboard.close());
                input.mouse().ifPresent(mouse -> mouse.close());
            }
            if (video != null) {
                video.close();
            }
            connection.disconnectNotify();
        }

        void disconnect(ErrorInfo reason) throws ProtocolException {
            connection.setErrorInfo(reason);
            connection.preDisconnect(reason);
            detach();
            connection.close();
        }
    }

    private static final UserToken TOKEN = new UserToken() {
        @Override
        public String userName() {
            return "anna";
        }

        @Override
        public String domain() {
            return "";
        }

        @Override
        public Set<String> groups() {
            return Set.of();
        }
    };

    static final String LISTENER = "RDP-Tcp";

    final List<Client> clients = new CopyOnWriteArrayList<>();
    final List<byte[]> licensePackets = new ArrayList<>();
    final List<byte[]> licenseAnswers = new CopyOnWriteArrayList<>();
    final AtomicReference<@Nullable Screen> screen = new AtomicReference<>();
    final AtomicReference<Settings> policy = new AtomicReference<>(Settings.notConfigured(SettingType.MACHINE));

    /** Nanoseconds by which the provider's clock is ahead. */
    final AtomicLong slept = new AtomicLong();

    /** What clients have said of their monitors. */
    final LinkedBlockingQueue<MonitorLayout> layouts = new LinkedBlockingQueue<>();

    private final RecordedInput recorded = new RecordedInput();

    volatile KeyboardSink keyboardSink = recorded;
    volatile PointerSink pointerSink = recorded;
    volatile boolean refuse;

    private final LinkedBlockingQueue<Client> arrivals = new LinkedBlockingQueue<>();
    private final AtomicInteger nextSession = new AtomicInteger();
    private final Map<String, String> values;
    final ProtocolManager manager;
    final ProtocolListener listener;

    FakeService(Map<String, String> values) throws ProtocolException {
        this.values = values;
        manager = new RdpManager(this, () -> System.nanoTime() + slept.get());
        manager.initialize(this, policy.get());
        listener = manager.createListener(LISTENER);
        listener.startListen(this);
    }

    /** Waits for the next client to be announced. */
    Client next() throws InterruptedException {
        Client client = arrivals.poll(40, TimeUnit.SECONDS);
        if (client == null) {
            throw new AssertionError("no client was announced");
        }
        return client;
    }

    @Override
    public ProtocolConnectionCallback onConnected(ProtocolConnection connection, ConnectionSettings proposed)
            throws ProtocolException {
        if (refuse) {
            throw new ProtocolException(oriel.contract.protocol.HResult.E_TOO_MANY, "refused for a test");
        }
        Client client = new Client(connection, clients.size() + 1);
        clients.add(client);
        arrivals.add(client);
        Thread.startVirtualThread(client::run);
        return client;
    }

    @Override
    public String hostName() {
        return "testhost";
    }

    @Override
    public ListenerConfiguration listener(String name) {
        return new ListenerConfiguration(name, "rdp", true, values);
    }

    @Override
    public Settings getSettings(SettingType type, SettingLevel level) {
        return policy.get();
    }

    @Override
    public ConnectionSettings mergeSettings(
            Settings over, oriel.contract.protocol.ConnectionSettingLevel level, ConnectionSettings settings) {
        return settings;
    }

    @Override
    public void close() throws ProtocolException {
        listener.stopListen();
        for (Client client : clients) {
            client.connection.close();
        }
        manager.uninitialize();
    }
}
