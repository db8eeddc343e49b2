package oriel.interop;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
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
import oriel.licensing.LicensingPolicies;
import oriel.licensing.NoLicensing;
import oriel.rdp.RdpProvider;
import oriel.service.RemoteDesktopService;
import oriel.service.ServiceConfiguration;

/** The same parts as the program's, assembled in the test's own process, so that it can look at the session's screen itself. */
final class HostedOriel implements AutoCloseable {

    static final String USER = "ada";
    static final String PASSWORD = "engine no 1";

    private final RemoteDesktopService service;
    private final int port;
    private final Watched desktops;

    private HostedOriel(RemoteDesktopService service, int port, Watched desktops) {
        this.service = service;
        this.port = port;
        this.desktops = desktops;
    }

    static HostedOriel start() throws Exception {
        Path home = Files.createTempDirectory("hosted-oriel");
        Path key = home.resolve("key.pem");
        Path certificate = home.resolve("certificate.pem");
        Tool.require("openssl", "openssl");
        Tool.run(
                Map.of(),
                List.of(
                        "openssl",
                        "req",
                        "-x509",
                        "-newkey",
                        "ec",
                        "-pkeyopt",
                        "ec_paramgen_curve:P-256",
                        "-nodes",
                        "-subj",
                        "/CN=localhost",
                        "-days",
                        "2",
                        "-keyout",
                        key.toString(),
                        "-out",
                        certificate.toString()));
        LocalUsers users = LocalUsers.open(home.resolve("users"), LockoutPolicy.DEFAULT, Clock.systemUTC());
        users.add(USER, PASSWORD.toCharArray(), Set.of());
        int port = OrielServer.freePort();
        var listener = new ListenerConfiguration(
                "RDP-Tcp",
                "rdp",
                true,
                Map.of(
                        "address", InetAddress.getLoopbackAddress().getHostAddress() + ":" + port,
                        "certificate", certificate.toString(),
                        "key", key.toString()));
        Watched desktops = new Watched(new EmbeddedDesktopProvider(Optional.of(System.getProperty("user.name"))));
        RemoteDesktopService service = new RemoteDesktopService(
                ServiceConfiguration.builder("localhost", "embedded", List.of(listener))
                        .build(),
                List.of(new RdpProvider()),
                List.of(desktops),
                users,
                LicensingPolicies.all(new NoLicensing()),
                Clock.systemUTC());
        service.start();
        return new HostedOriel(service, port, desktops);
    }

    int port() {
        return port;
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

    @Override
    public void close() {
        service.close();
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
