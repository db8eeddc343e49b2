package oriel.server.serve;

import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import oriel.server.certificate.CertificateFiles;
import oriel.server.config.Kind.Address;
import oriel.server.home.Home;
import oriel.server.rest.RestServer;
import oriel.service.ListenerStatus;

/** What a start prints. */
final class Banner {

    private final PrintStream out;

    Banner(PrintStream out) {
        this.out = out;
    }

    void print(
            Home home,
            List<ListenerStatus> listeners,
            Optional<X509Certificate> certificate,
            Optional<FirstUser> firstUser,
            String anyUser) {
        for (ListenerStatus listener : listening(listeners)) {
            row("address", listener.address() + "  (" + listener.name() + ", " + listener.provider() + ")");
        }
        certificate.ifPresent(shown -> {
            row("certificate", "SHA-256 " + CertificateFiles.fingerprint(shown));
            row(
                    "",
                    "valid until " + LocalDate.ofInstant(shown.getNotAfter().toInstant(), ZoneOffset.UTC) + " for "
                            + String.join(", ", CertificateFiles.names(shown)));
        });
        firstUser.ifPresent(user -> row(
                "first user",
                user.name() + "  password " + user.password() + "  (shown only now; oriel users passwd changes it)"));
        row("state", home.state().toString());
        row("log", home.logFile().toString());
        listening(listeners).stream()
                .filter(listener -> listener.provider().equals("rdp"))
                .findFirst()
                .ifPresent(listener -> row("try", client(listener, certificate, anyUser)));
    }

    /** Who may log on beside Oriel's own users. */
    void linuxAccounts() {
        row("accounts", "those of this host may log on too, with their own passwords");
    }

    /** Where programs ask, and where the secret is that they need. */
    void rest(InetSocketAddress address, Path tokenFile) {
        row("rest", "http://" + Address.written(address) + RestServer.ROOT + "  (token in " + tokenFile + ")");
    }

    private static String client(ListenerStatus listener, Optional<X509Certificate> certificate, String user) {
        InetSocketAddress address = new Address()
                .parse(listener.address())
                .map(ServiceSettings::reachable)
                .orElseThrow(() -> new IllegalStateException("an address that was valid: " + listener.address()));
        String trust = certificate
                .map(shown -> " /cert:fingerprint:sha256:" + CertificateFiles.fingerprint(shown))
                .orElse("");
        return "xfreerdp /v:" + Address.written(address) + " /u:" + user + trust;
    }

    void ready(List<ListenerStatus> listeners, Duration sinceStart) {
        String all = listening(listeners).stream()
                .map(listener -> listener.name() + " " + listener.address())
                .collect(Collectors.joining(", "));
        out.println("ready  " + all + String.format(Locale.ROOT, "  (%.2f s)", sinceStart.toMillis() / 1000.0));
        out.flush();
    }

    private static List<ListenerStatus> listening(List<ListenerStatus> listeners) {
        return listeners.stream()
                .filter(listener -> listener.state() == ListenerStatus.State.LISTENING)
                .toList();
    }

    private void row(String name, String value) {
        out.println("%-12s %s".formatted(name, value));
    }
}
