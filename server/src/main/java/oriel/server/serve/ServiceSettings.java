package oriel.server.serve;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import oriel.contract.desktop.DesktopRequest.InitialProgram;
import oriel.contract.protocol.ListenerConfiguration;
import oriel.contract.protocol.SettingType;
import oriel.contract.protocol.Settings;
import oriel.contract.protocol.Settings.Setting;
import oriel.identity.LockoutPolicy;
import oriel.server.certificate.CertificateFiles;
import oriel.server.config.Configuration;
import oriel.server.config.DesktopKeys;
import oriel.server.config.Keys;
import oriel.server.config.Kind.Address;
import oriel.server.home.Home;
import oriel.service.Deadlines;
import oriel.service.Limits;
import oriel.service.Policy;
import oriel.service.ServiceConfiguration;
import oriel.service.Sharing;

/** Says what the configuration says in the words of the service and its parts. */
public final class ServiceSettings {

    private final Configuration configuration;
    private final Home home;

    /**
     * Reads from a configuration.
     *
     * @param configuration the configuration
     * @param home          where relative paths begin
     */
    public ServiceSettings(Configuration configuration, Home home) {
        this.configuration = configuration;
        this.home = home;
    }

    ServiceConfiguration service(String hostName, String desktop, List<ListenerConfiguration> listeners) {
        return ServiceConfiguration.builder(hostName, desktop, listeners)
                .locale(locale())
                .deadlines(deadlines())
                .limits(limits())
                .policy(policy())
                .traceDirectory(home.traceDirectory())
                .build();
    }

    List<ListenerConfiguration> listeners() {
        return configuration.listeners().stream().map(this::listener).toList();
    }

    private ListenerConfiguration listener(Configuration.Named listener) {
        List<CertificateFiles> files = certificates(listener);
        Map<String, String> values = new HashMap<>();
        values.put("address", Address.written(listener.get(Keys.LISTENER_ADDRESS)));
        values.put(
                "certificate",
                joined(files.stream().map(CertificateFiles::certificateFile).toList()));
        values.put("key", joined(files.stream().map(CertificateFiles::keyFile).toList()));
        for (var number : List.of(
                Keys.LISTENER_CONNECTIONS,
                Keys.LISTENER_RATE,
                Keys.LISTENER_HALF_OPEN_PER_ADDRESS,
                Keys.LISTENER_HALF_OPEN)) {
            values.put(number.path(), listener.get(number).toString());
        }
        for (var span : List.of(Keys.LISTENER_STEP_TIMEOUT, Keys.LISTENER_WRITE_TIMEOUT)) {
            values.put(span.path(), Long.toString(listener.get(span).toSeconds()));
        }
        values.put(Keys.LISTENER_SOUND_CODEC.path(), listener.get(Keys.LISTENER_SOUND_CODEC));
        values.put(
                "setup-timeout",
                Long.toString(
                        Math.max(1, configuration.get(Keys.DEADLINES_SETUP).toSeconds())));
        return new ListenerConfiguration(
                listener.name(), listener.get(Keys.LISTENER_PROVIDER), listener.get(Keys.LISTENER_ENABLED), values);
    }

    private static String joined(List<Path> files) {
        return String.join(",", files.stream().map(Path::toString).toList());
    }

    /**
     * The certificates of a listener.
     *
     * @param listener the listener
     * @return files by their absolute paths; those that Oriel makes itself if none are configured
     */
    public List<CertificateFiles> certificates(Configuration.Named listener) {
        String[] certificates = listener.get(Keys.LISTENER_CERTIFICATE).split(",");
        String[] keys = listener.get(Keys.LISTENER_KEY).split(",");
        if (listener.get(Keys.LISTENER_CERTIFICATE).isEmpty()) {
            return List.of(new CertificateFiles(home.certificateFile(), home.keyFile()));
        }
        List<CertificateFiles> files = new ArrayList<>();
        for (int i = 0; i < certificates.length && i < keys.length; i++) {
            files.add(new CertificateFiles(resolved(certificates[i]), resolved(keys[i])));
        }
        return files;
    }

    private Path resolved(String path) {
        return home.config().resolve(path.strip()).normalize();
    }

    Locale locale() {
        String language = configuration.get(Keys.LANGUAGE);
        return language.equals("auto") ? Locale.getDefault() : Locale.of(language);
    }

    private Deadlines deadlines() {
        return new Deadlines(
                configuration.get(Keys.DEADLINES_SETUP),
                configuration.get(Keys.DEADLINES_LOGON),
                configuration.get(Keys.DEADLINES_CALL),
                configuration.get(Keys.DEADLINES_NOTICE),
                configuration.get(Keys.DEADLINES_GRACE),
                configuration.get(Keys.DEADLINES_TEARDOWN));
    }

    private Limits limits() {
        return new Limits(
                configuration.get(Keys.POLICY_CONNECTIONS),
                configuration.get(Keys.POLICY_SESSIONS),
                configuration.get(Keys.POLICY_CONNECTIONS_PER_ADDRESS));
    }

    Policy policy() {
        String program = configuration.get(Keys.POLICY_INITIAL_PROGRAM);
        return new Policy(
                machinePolicy(),
                configuration.get(Keys.POLICY_SINGLE_SESSION),
                configuration.get(Keys.POLICY_PROMPT_FOR_PASSWORD),
                configuration.get(Keys.POLICY_CLIENT_INITIAL_PROGRAM),
                program.isEmpty() ? Optional.empty() : Optional.of(new InitialProgram(program, "", true)),
                sharing());
    }

    private Sharing sharing() {
        String clipboard = configuration.get(DesktopKeys.CLIPBOARD);
        return new Sharing(
                clipboard.equals("both") || clipboard.equals("to-client"),
                clipboard.equals("both") || clipboard.equals("to-session"),
                configuration.get(DesktopKeys.CLIPBOARD_MEGABYTES) << 20,
                configuration.get(DesktopKeys.SOUND));
    }

    private Settings machinePolicy() {
        Settings silent = Settings.notConfigured(SettingType.MACHINE);
        return new Settings(
                SettingType.MACHINE,
                silent.disableClip(),
                silent.disableLpt(),
                silent.disableCcm(),
                silent.disableCdm(),
                silent.disableCpm(),
                silent.disablePnp(),
                silent.encryptionLevel(),
                silent.colorDepth(),
                silent.disableAutoReconnect(),
                silent.disableEncryption(),
                Setting.enabled(configuration.get(Keys.POLICY_RESET_BROKEN)),
                limit(configuration.get(Keys.POLICY_IDLE_LIMIT)),
                limit(configuration.get(Keys.POLICY_DISCONNECTED_LIMIT)),
                limit(configuration.get(Keys.POLICY_CONNECTED_LIMIT)),
                limit(configuration.get(Keys.POLICY_KEEP_ALIVE)));
    }

    private static Setting<Duration> limit(Duration limit) {
        return limit.isZero() ? Setting.notConfigured(limit) : Setting.enabled(limit);
    }

    LockoutPolicy lockout() {
        return new LockoutPolicy(
                configuration.get(Keys.LOCKOUT_SLOW_AFTER),
                configuration.get(Keys.LOCKOUT_FIRST_DELAY),
                configuration.get(Keys.LOCKOUT_LOCK_AFTER),
                configuration.get(Keys.LOCKOUT_LOCK_FOR),
                configuration.get(Keys.LOCKOUT_FORGET_AFTER));
    }

    /** Address at which somebody on this host reaches a listener. */
    static InetSocketAddress reachable(InetSocketAddress address) {
        String host = address.getHostString();
        boolean any = host.equals("0.0.0.0") || host.equals("::") || host.equals("*");
        return any ? InetSocketAddress.createUnresolved("127.0.0.1", address.getPort()) : address;
    }
}
