package oriel.kit;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import oriel.contract.protocol.HResult;
import oriel.contract.protocol.ListenerConfiguration;
import oriel.contract.protocol.ListenerSettingLevel;
import oriel.contract.protocol.ListenerSettings;
import oriel.contract.protocol.ProtocolException;
import oriel.contract.protocol.ProtocolListener;
import oriel.contract.protocol.ProtocolListenerCallback;
import oriel.contract.protocol.ProtocolManager;
import oriel.contract.protocol.ProtocolProvider;
import oriel.contract.protocol.ProtocolSettings;
import oriel.contract.protocol.ProviderEnvironment;
import oriel.contract.protocol.ServiceState;
import oriel.contract.protocol.SessionEvent;
import oriel.contract.protocol.SessionId;
import oriel.contract.protocol.SettingLevel;
import oriel.contract.protocol.SettingType;
import oriel.contract.protocol.Settings;

/**
 * A provider without any wire. A test gives it to a service like any other, lets clients arrive with {@link #connect}, and
 * reads in {@link #log()} which calls reached its manager and listeners ({@code Initialize}, {@code CreateListener},
 * {@code GetSettings}, {@code StartListen} …).
 *
 * <pre>{@code
 * var provider = ScriptedProvider.listening("Test-Tcp");
 * // … a service starts with provider and provider.configuration() …
 * var client = provider.connect(ScriptedConnection.builder().user("ann", "secret"));
 * client.awaitCall("LogonNotify", Duration.ofSeconds(5));
 * client.breakConnection();
 * client.awaitCall("Close", Duration.ofSeconds(5));
 * }</pre>
 */
public final class ScriptedProvider extends ScriptedBase implements ProtocolProvider {

    private final String providerName;
    private final String listenerName;
    private final Map<String, ProtocolListenerCallback> listening = new ConcurrentHashMap<>();
    private volatile ListenerSettings listenerSettings = ListenerSettings.UNLIMITED;
    private volatile @Nullable ProtocolSettings settings;

    private ScriptedProvider(String providerName, String listenerName) {
        this.providerName = providerName;
        this.listenerName = listenerName;
    }

    /**
     * A provider named {@code scripted} with one listener.
     *
     * @param listenerName name of the listener entry, e.g. {@code Test-Tcp}
     * @return the provider
     */
    public static ScriptedProvider listening(String listenerName) {
        return new ScriptedProvider("scripted", listenerName);
    }

    /**
     * A provider with another name, where a test needs two.
     *
     * @param providerName name of the provider
     * @param listenerName name of its listener entry
     * @return the provider
     */
    public static ScriptedProvider named(String providerName, String listenerName) {
        return new ScriptedProvider(providerName, listenerName);
    }

    /**
     * The registration entry that lets a service start this provider's listener.
     *
     * @return the entry
     */
    public ListenerConfiguration configuration() {
        return new ListenerConfiguration(listenerName, providerName, true, Map.of());
    }

    /**
     * What {@code GetSettings} of its listeners answers from now on.
     *
     * @param answer the settings
     */
    public void listenerSettings(ListenerSettings answer) {
        listenerSettings = answer;
    }

    /**
     * The settings object the service gave in {@code Initialize}.
     *
     * @return the object; empty before {@code Initialize} and after {@code Uninitialize}
     */
    public Optional<ProtocolSettings> settings() {
        return Optional.ofNullable(settings);
    }

    /**
     * Whether the listener of {@link #configuration()} listens.
     *
     * @return whether {@code StartListen} has come and {@code StopListen} has not
     */
    public boolean isListening() {
        return listening.containsKey(listenerName);
    }

    /**
     * A client arrives at the listener of {@link #configuration()}: calls {@code OnConnected} on the present thread.
     *
     * @param script what the connection answers
     * @return the connection, with its callback
     * @throws ProtocolException if the service refused it
     */
    public ScriptedConnection connect(ConnectionScript script) throws ProtocolException {
        return connect(listenerName, script);
    }

    /**
     * A client arrives at a listener.
     *
     * @param listener name of the listener entry
     * @param script   what the connection answers
     * @return the connection, with its callback
     * @throws ProtocolException if the service refused it
     */
    public ScriptedConnection connect(String listener, ConnectionScript script) throws ProtocolException {
        ProtocolListenerCallback callback = listening.get(listener);
        if (callback == null) {
            throw new IllegalStateException("listener " + listener + " does not listen");
        }
        ScriptedConnection connection = script.build();
        connection.announced(callback.onConnected(connection, script.proposed));
        return connection;
    }

    @Override
    public String name() {
        return providerName;
    }

    @Override
    public ProtocolManager activate(ProviderEnvironment environment) throws ProtocolException {
        heard("activate");
        return new Manager();
    }

    /** Announces one more client where it listens, else reads policy. */
    @Override
    public void callBack() throws ProtocolException {
        ProtocolSettings readable = settings;
        if (isListening()) {
            connect(ScriptedConnection.builder());
        } else if (readable != null) {
            Settings ignored = readable.getSettings(SettingType.MACHINE, SettingLevel.LEVEL_1);
        }
    }

    private final class Manager implements ProtocolManager {

        @Override
        public void initialize(ProtocolSettings given, Settings initial) throws ProtocolException {
            settings = given;
            heard("Initialize", initial);
        }

        @Override
        public ProtocolListener createListener(String name) throws ProtocolException {
            heard("CreateListener", name);
            return new Listener(name);
        }

        @Override
        public void notifyServiceStateChange(ServiceState state) throws ProtocolException {
            heard("NotifyServiceStateChange", state);
        }

        @Override
        public void notifySessionOfServiceStart(SessionId session) throws ProtocolException {
            heard("NotifySessionOfServiceStart", session);
        }

        @Override
        public void notifySessionOfServiceStop(SessionId session) throws ProtocolException {
            heard("NotifySessionOfServiceStop", session);
        }

        @Override
        public void notifySessionStateChange(SessionId session, SessionEvent event) throws ProtocolException {
            heard("NotifySessionStateChange", session, event);
        }

        @Override
        public void notifySettingsChange(Settings changed) throws ProtocolException {
            heard("NotifySettingsChange", changed);
        }

        @Override
        public void uninitialize() throws ProtocolException {
            heard("Uninitialize");
            settings = null;
        }
    }

    private final class Listener implements ProtocolListener {

        private final String name;

        private Listener(String name) {
            this.name = name;
        }

        @Override
        public ListenerSettings getSettings(ListenerSettingLevel level) throws ProtocolException {
            heard("GetSettings", level);
            if (level != ListenerSettingLevel.LEVEL_1) {
                throw new ProtocolException(HResult.E_INVALIDARG, "unknown level " + level);
            }
            return listenerSettings;
        }

        @Override
        public void startListen(ProtocolListenerCallback callback) throws ProtocolException {
            listening.put(name, callback); // first: a client may arrive while the call still runs
            try {
                heard("StartListen", name);
            } catch (ProtocolException e) {
                listening.remove(name);
                throw e;
            }
        }

        @Override
        public void stopListen() throws ProtocolException {
            listening.remove(name);
            heard("StopListen", name);
        }
    }
}
