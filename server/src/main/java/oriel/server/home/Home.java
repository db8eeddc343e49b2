package oriel.server.home;

import java.nio.file.Path;
import java.util.Map;

/**
 * The directories of one installation.
 *
 * @param config where the configuration is
 * @param state  where users, certificates and traces are
 * @param run    where the control socket is
 * @param log    where the log is
 */
public record Home(Path config, Path state, Path run, Path log) {

    /**
     * Finds the directories. {@code ORIEL_HOME} holds them all; without it they are the XDG directories of the user, or
     * those of the system for root.
     *
     * @param environment the environment of the process
     * @param root        whether this is root
     * @param userHome    home directory of the user
     * @return the directories; none need exist
     */
    public static Home locate(Map<String, String> environment, boolean root, Path userHome) {
        String home = environment.getOrDefault("ORIEL_HOME", "");
        if (!home.isEmpty()) {
            Path base = Path.of(home).toAbsolutePath().normalize();
            return new Home(base.resolve("config"), base.resolve("state"), base.resolve("run"), base.resolve("log"));
        }
        if (root) {
            return new Home(
                    Path.of("/etc/oriel"), Path.of("/var/lib/oriel"), Path.of("/run/oriel"), Path.of("/var/log/oriel"));
        }
        Path config = xdg(environment, "XDG_CONFIG_HOME", userHome.resolve(".config"));
        Path state = xdg(environment, "XDG_STATE_HOME", userHome.resolve(".local/state"));
        Path run = xdg(environment, "XDG_RUNTIME_DIR", state.resolve("run"));
        return new Home(config, state, run, state.resolve("log"));
    }

    /**
     * Finds the directories of the present user.
     *
     * @param environment the environment of the process
     * @return the directories; none need exist
     */
    public static Home ofUser(Map<String, String> environment) {
        return locate(
                environment,
                System.getProperty("user.name", "").equals("root"),
                Path.of(System.getProperty("user.home", "/")));
    }

    /** The specification wants paths that are not absolute to be ignored. */
    private static Path xdg(Map<String, String> environment, String variable, Path fallback) {
        Path named = Path.of(environment.getOrDefault(variable, ""));
        return named.isAbsolute()
                ? named.resolve("oriel")
                : fallback.endsWith("run") ? fallback : fallback.resolve("oriel");
    }

    /**
     * The configuration.
     *
     * @return its file
     */
    public Path configurationFile() {
        return config.resolve("oriel.toml");
    }

    /**
     * The accounts.
     *
     * @return their file
     */
    public Path usersFile() {
        return config.resolve("users");
    }

    /**
     * The certificate that Oriel makes itself.
     *
     * @return its file, PEM
     */
    public Path certificateFile() {
        return state.resolve("certificate.pem");
    }

    /**
     * The key of the certificate that Oriel makes itself.
     *
     * @return its file, PEM
     */
    public Path keyFile() {
        return state.resolve("certificate.key");
    }

    /**
     * The secret of the REST interface.
     *
     * @return its file
     */
    public Path restToken() {
        return state.resolve("rest-token");
    }

    /**
     * Traces of connections that are over.
     *
     * @return their directory
     */
    public Path traceDirectory() {
        return state.resolve("traces");
    }

    /**
     * The log.
     *
     * @return its file
     */
    public Path logFile() {
        return log.resolve("oriel.log");
    }

    /**
     * Where the command line talks to the service.
     *
     * @return a Unix socket
     */
    public Path controlSocket() {
        return run.resolve("control");
    }

    /**
     * Held locked while an instance runs.
     *
     * @return its file
     */
    public Path lockFile() {
        return run.resolve("lock");
    }
}
