package oriel.server.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import oriel.server.certificate.CertificateFiles;
import oriel.server.certificate.SelfSigned;
import oriel.server.command.CommandException;
import oriel.server.command.ExitCode;
import oriel.server.config.Configuration;
import oriel.server.config.Keys;
import oriel.server.home.Home;
import oriel.server.home.HostName;
import oriel.server.home.PrivateFiles;

/** The certificates that listeners use. */
final class Certificates {

    /** A certificate and who uses it. */
    private record Use(String listener, CertificateFiles files) {}

    private final List<Use> uses = new ArrayList<>();
    private final Home home;
    private final Clock clock;

    Certificates(Configuration configuration, ServiceSettings settings, Home home, Clock clock) {
        this.home = home;
        this.clock = clock;
        for (Configuration.Named listener : configuration.listeners()) {
            if (listener.get(Keys.LISTENER_ENABLED)) {
                settings.certificates(listener).forEach(files -> uses.add(new Use(listener.name(), files)));
            }
        }
    }

    /** Makes the one that is ours to make, if it is used and missing. */
    void makeMissing() throws CommandException, IOException {
        boolean used =
                uses.stream().anyMatch(use -> use.files().certificateFile().equals(home.certificateFile()));
        if (!used || Files.exists(home.certificateFile()) || Files.exists(home.keyFile())) {
            return;
        }
        try {
            SelfSigned.make(HostName.all(), clock.instant(), home.certificateFile(), home.keyFile());
        } catch (GeneralSecurityException e) {
            throw new CommandException(ExitCode.CANNOT_START, "no certificate can be made: " + e.getMessage());
        }
    }

    /**
     * Checks them all; the first is the one to show. That the pair made by us belongs together needs no proof at every
     * start: signing and verifying with cold code takes a quarter of a second.
     */
    List<X509Certificate> check() throws CommandException {
        List<X509Certificate> checked = new ArrayList<>();
        for (Use use : uses) {
            try {
                checked.add(isOurs(use) ? use.files().read() : use.files().check());
            } catch (IOException e) {
                throw new CommandException(ExitCode.CANNOT_START, "listener " + use.listener() + ": " + e.getMessage());
            }
        }
        return checked;
    }

    private boolean isOurs(Use use) {
        return use.files().certificateFile().equals(home.certificateFile());
    }

    /** Keys that others can read, each as one line; those that are missing are the business of {@link #check}. */
    List<String> warnings() throws IOException {
        List<String> warnings = new ArrayList<>();
        for (Use use : uses) {
            if (Files.exists(use.files().keyFile())
                    && PrivateFiles.openToOthers(use.files().keyFile())) {
                warnings.add("the key " + use.files().keyFile() + " can be read by others: chmod 600 it");
            }
        }
        return warnings;
    }
}
