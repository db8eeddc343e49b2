package oriel.server.doctor;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import oriel.server.certificate.CertificateFiles;
import oriel.server.config.Configuration;
import oriel.server.config.Keys;
import oriel.server.config.Kind.Address;
import oriel.server.control.ControlClient;
import oriel.server.home.Home;
import oriel.server.home.PrivateFiles;

/** Checks of what listeners need. */
final class ListenerChecks {

    private static final Duration SOON = Duration.ofDays(30);

    private ListenerChecks() {}

    static Finding port(Configuration.Named listener, Home home) {
        String name = "port";
        InetSocketAddress address = listener.get(Keys.LISTENER_ADDRESS);
        String shown = listener.name() + " " + Address.written(address);
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(address.getHostString(), address.getPort()));
            return Finding.good(name, shown + " is free");
        } catch (BindException e) {
            if (serviceRuns(home)) {
                return Finding.good(name, shown + " is taken; the service runs");
            }
            boolean forbidden = String.valueOf(e.getMessage()).contains("ermission");
            return Finding.fails(
                    name,
                    shown + ": " + e.getMessage(),
                    forbidden
                            ? "choose a port from 1024, or allow it: sysctl net.ipv4.ip_unprivileged_port_start"
                            : "find who has it (ss -ltnp), or choose another: oriel serve --rdp HOST:PORT");
        } catch (IOException | IllegalArgumentException e) {
            return Finding.fails(
                    name, shown + ": " + e.getMessage(), "correct listener." + listener.name() + ".address");
        }
    }

    private static boolean serviceRuns(Home home) {
        try (var client = ControlClient.connect(home.controlSocket()).orElse(null)) {
            return client != null;
        } catch (IOException e) {
            return false;
        }
    }

    static Finding certificate(CertificateFiles files, Clock clock) {
        String name = "certificate";
        if (!Files.exists(files.certificateFile()) && !Files.exists(files.keyFile())) {
            return Finding.good(name, files.certificateFile() + " is not there yet; the first start makes it");
        }
        try {
            X509Certificate certificate = files.check();
            if (PrivateFiles.openToOthers(files.keyFile())) {
                return Finding.doubtful(
                        name, "the key " + files.keyFile() + " can be read by others", "chmod 600 " + files.keyFile());
            }
            return validity(certificate, clock.instant());
        } catch (IOException e) {
            return Finding.fails(name, String.valueOf(e.getMessage()), "correct certificate and key of the listener");
        }
    }

    private static Finding validity(X509Certificate certificate, Instant now) {
        String name = "certificate";
        Instant end = certificate.getNotAfter().toInstant();
        List<String> names = CertificateFiles.names(certificate);
        String found = "valid until " + end + " for " + String.join(", ", names);
        if (end.isBefore(now) || certificate.getNotBefore().toInstant().isAfter(now)) {
            return Finding.fails(
                    name, "not valid now: " + found, "renew it; if Oriel made it, delete it and start again");
        }
        if (names.isEmpty()) {
            return Finding.doubtful(name, found, "it names no host (subject alternative name): clients will complain");
        }
        return end.isBefore(now.plus(SOON))
                ? Finding.doubtful(name, found, "renew it soon")
                : Finding.good(name, found);
    }
}
