package oriel.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import oriel.contract.desktop.ClientView;
import oriel.contract.desktop.Desktop;
import oriel.contract.desktop.DesktopProvider;
import oriel.contract.desktop.DesktopRequest;
import oriel.contract.desktop.LogonScreen;
import oriel.contract.desktop.Screen;
import oriel.contract.desktop.Size;
import oriel.contract.protocol.ListenerConfiguration;
import oriel.desktop.embedded.EmbeddedDesktopProvider;
import oriel.identity.LocalUsers;
import oriel.identity.LockoutPolicy;
import oriel.kit.CallLog;
import oriel.kit.ContractChecker;
import oriel.licensing.LicensingPolicies;
import oriel.licensing.LicensingPolicy;
import oriel.licensing.NoLicensing;
import oriel.rdp.RdpProvider;
import oriel.service.RemoteDesktopService;
import oriel.service.ServiceConfiguration;
import oriel.service.SessionState;
import oriel.service.SessionStatus;

/** The same parts as the program's, assembled in the test's own process, so that it can look at the session's screen itself. */
final class HostedOriel implements AutoCloseable {

    static final String USER = "ada";
    static final String PASSWORD = "engine no 1";

    /** A user who has no session when the other one has. */
    static final String OTHER_USER = "grace";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** How long a notice may take; more than a good provider needs even where the machine stalls. */
    private static final Duration NOTICE_LIMIT = Duration.ofSeconds(1);

    private final RemoteDesktopService service;
    private final ContractChecker contract;
    private final int port;
    private final Watched desktops;

    private HostedOriel(RemoteDesktopService service, ContractChecker contract, int port, Watched desktops) {
        this.service = service;
        this.contract = contract;
        this.port = port;
        this.desktops = desktops;
    }

    static HostedOriel start() throws Exception {
        return start(new NoLicensing());
    }

    static HostedOriel start(LicensingPolicy licensing) throws Exception {
        return start(licensing, new EmbeddedDesktopProvider(Optional.of(System.getProperty("user.name"))));
    }

    /** With desktops of another kind, under the name of the embedded ones. */
    static HostedOriel start(LicensingPolicy licensing, DesktopProvider provider) throws Exception {
        return start(licensing, provider, Map.of());
    }

    /** The same, with further values of the listener. */
    static HostedOriel start(LicensingPolicy licensing, DesktopProvider provider, Map<String, String> values)
            throws Exception {
        Path home = Files.createTempDirectory("hosted-oriel");
        Path key = home.resolve("key.pem");
        Path certificate = home.resolve("certificate.pem");
        Certificates.write(certificate, key);
        LocalUsers users = LocalUsers.open(home.resolve("users"), LockoutPolicy.DEFAULT, Clock.systemUTC());
        users.add(USER, PASSWORD.toCharArray(), Set.of());
        users.add(OTHER_USER, PASSWORD.toCharArray(), Set.of());
        int port = OrielServer.freePort();
        Map<String, String> all = new HashMap<>(values);
        all.put("address", InetAddress.getLoopbackAddress().getHostAddress() + ":" + port);
        all.put("certificate", certificate.toString());
        all.put("key", key.toString());
        var listener = new ListenerConfiguration("RDP-Tcp", "rdp", true, all);
        Watched desktops = new Watched(provider);
        ContractChecker contract = ContractChecker.around(new RdpProvider(), NOTICE_LIMIT);
        RemoteDesktopService service = new RemoteDesktopService(
                ServiceConfiguration.builder("localhost", "embedded", List.of(listener))
                        .build(),
                List.of(contract.provider()),
                List.of(desktops),
                users,
                LicensingPolicies.all(licensing),
                Clock.systemUTC());
        service.start();
        return new HostedOriel(service, contract, port, desktops);
    }

    int port() {
        return port;
    }

    RemoteDesktopService service() {
        return service;
    }

    /** What was called on the connections so far, the oldest first. */
    List<CallLog> connections() {
        return contract.connectionLogs();
    }

    /** Waits until there is exactly one session and it is in this state. */
    SessionStatus awaitOnlySession(SessionState state) throws Exception {
        List<SessionStatus> last = new ArrayList<>();
        Tool.await("one session that is " + state, PATIENCE, () -> {
            last.clear();
            last.addAll(service.sessions());
            return last.size() == 1 && last.getFirst().state() == state;
        });
        return last.getFirst();
    }

    /** Waits until every connection has been closed. */
    void awaitAllClosed() throws Exception {
        Tool.await(
                "the end of every connection",
                PATIENCE,
                () -> connections().stream().allMatch(log -> log.names().contains("Close")));
    }

    boolean hasDesktop() {
        return desktops.last.get() != null;
    }

    /** The pixels of the session's screen, as the session draws them. */
    Pixels session() {
        Desktop desktop = desktops.last.get();
        if (desktop == null) {
            throw new AssertionError("no desktop was started");
        }
        Screen screen = desktop.screen();
        Size size = screen.size();
        int[] rgb = new int[size.width() * size.height()];
        screen.read(0, 0, size.width(), size.height(), rgb, 0, size.width());
        return new Pixels(size.width(), size.height(), rgb);
    }

    /** Stops the service; service and provider must have kept the contract from its start to its stop. */
    @Override
    public void close() {
        service.close();
        contract.assertKept();
        assertThat(connections()).allSatisfy(log -> assertThat(log.names()).containsOnlyOnce("Close"));
    }

    /** The embedded desktop, and a hand on the last one that was started. */
    private record Watched(DesktopProvider inner, AtomicReference<@Nullable Desktop> last) implements DesktopProvider {

        Watched(DesktopProvider inner) {
            this(inner, new AtomicReference<>());
        }

        @Override
        public String name() {
            return inner.name();
        }

        @Override
        public LogonScreen openLogonScreen(String hostName, ClientView view) {
            return inner.openLogonScreen(hostName, view);
        }

        @Override
        public Desktop start(DesktopRequest request) throws java.io.IOException {
            Desktop desktop = inner.start(request);
            last.set(desktop);
            return desktop;
        }
    }
}
