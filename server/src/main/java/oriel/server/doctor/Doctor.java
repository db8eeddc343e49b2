package oriel.server.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import oriel.helper.Privileges;
import oriel.identity.LocalUsers;
import oriel.identity.LockoutPolicy;
import oriel.server.config.Configuration;
import oriel.server.config.ConfigurationException;
import oriel.server.config.ConfigurationReader;
import oriel.server.config.Keys;
import oriel.server.config.LogonKeys;
import oriel.server.home.Home;
import oriel.server.licenses.LicenseFiles;
import oriel.server.serve.ServiceSettings;

/** Runs all checks; changes nothing. */
public final class Doctor {

    private final Home home;
    private final Map<String, String> environment;
    private final Clock clock = Clock.systemUTC();
    private final List<Finding> findings = new ArrayList<>();

    /**
     * Makes a doctor for an installation.
     *
     * @param home        its directories
     * @param environment the environment of the process
     */
    public Doctor(Home home, Map<String, String> environment) {
        this.home = home;
        this.environment = Map.copyOf(environment);
    }

    /**
     * Examines everything.
     *
     * @return what was found, in the order of the checks
     */
    public List<Finding> examine() {
        findings.add(HostChecks.java());
        findings.add(HostChecks.fonts());
        findings.add(HostChecks.terminal());
        findings.add(HostChecks.desktops());
        findings.addAll(FileChecks.directories(home));
        findings.add(FileChecks.disk("disk", existing(home.state())));
        findings.add(FileChecks.socketPath(home));
        findings.add(users());
        configuration().ifPresent(this::examine);
        return List.copyOf(findings);
    }

    private void examine(Configuration configuration) {
        var settings = new ServiceSettings(configuration, home);
        for (Configuration.Named listener : configuration.listeners()) {
            if (listener.get(Keys.LISTENER_ENABLED)) {
                findings.add(ListenerChecks.port(listener, home));
                settings.certificates(listener)
                        .forEach(files -> findings.add(ListenerChecks.certificate(files, clock)));
            }
        }
        if (Privileges.held()) {
            findings.add(HostChecks.accounts(configuration.get(LogonKeys.PAM_SERVICE)));
        }
        findings.addAll(LedgerChecks.of(LicenseFiles.of(home, configuration), clock));
        findings.add(HostChecks.clock(clock));
    }

    private Optional<Configuration> configuration() {
        Path file = home.configurationFile();
        try {
            Configuration configuration = ConfigurationReader.read(file, environment, Map.of());
            String found =
                    Files.exists(file) ? file + " is valid" : file + " is not there yet; the first start writes it";
            findings.add(
                    configuration.warnings().isEmpty()
                            ? Finding.good("configuration", found)
                            : Finding.doubtful("configuration", found, String.join("; ", configuration.warnings())));
            return Optional.of(configuration);
        } catch (ConfigurationException e) {
            findings.add(Finding.fails(
                    "configuration",
                    String.join("; ", e.problems()),
                    "correct the file; `oriel doctor` checks it again"));
            return Optional.empty();
        }
    }

    private Finding users() {
        try {
            int count = LocalUsers.open(home.usersFile(), LockoutPolicy.DEFAULT, clock)
                    .list()
                    .size();
            return count > 0
                    ? Finding.good("users", count == 1 ? "1 user may log on" : count + " users may log on")
                    : Finding.doubtful(
                            "users", "there are no users yet", "the first start makes one; `oriel users add NAME` too");
        } catch (IOException e) {
            return Finding.fails(
                    "users",
                    "the users file cannot be read: " + e.getMessage(),
                    "correct or restore " + home.usersFile());
        }
    }

    static Path existing(Path directory) {
        Path path = directory;
        while (path.getParent() != null && !Files.exists(path)) {
            path = path.getParent();
        }
        return path;
    }
}
