package oriel.rdp;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import oriel.contract.protocol.HResult;
import oriel.contract.protocol.ProtocolException;
import oriel.contract.protocol.ProtocolListener;
import oriel.contract.protocol.ProtocolManager;
import oriel.contract.protocol.ProtocolSettings;
import oriel.contract.protocol.ProviderEnvironment;
import oriel.contract.protocol.ServiceState;
import oriel.contract.protocol.SessionEvent;
import oriel.contract.protocol.SessionId;
import oriel.contract.protocol.SettingType;
import oriel.contract.protocol.Settings;

/** The root object of the RDP provider: makes listeners and keeps what all connections share. */
final class RdpManager implements ProtocolManager {

    private final ProviderEnvironment environment;
    private final LongSupplier clock;
    private final AutoReconnectCookies cookies = new AutoReconnectCookies(new SecureRandom());
    private final AtomicReference<Settings> policy = new AtomicReference<>(Settings.notConfigured(SettingType.MACHINE));
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, RdpListener> listeners = new HashMap<>();
    private @Nullable Housekeeper housekeeper;

    /**
     * Makes a manager.
     *
     * @param clock nanoseconds, for what is done from time to time
     */
    RdpManager(ProviderEnvironment environment, LongSupplier clock) {
        this.environment = environment;
        this.clock = clock;
    }

    @Override
    public void initialize(ProtocolSettings settings, Settings initial) throws ProtocolException {
        lock.lock();
        try {
            if (housekeeper != null) {
                throw new ProtocolException(HResult.E_INVALID_STATE, "already initialised");
            }
            policy.set(initial);
            housekeeper = new Housekeeper();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public ProtocolListener createListener(String listenerName) throws ProtocolException {
        lock.lock();
        try {
            if (housekeeper == null) {
                throw new ProtocolException(HResult.E_INVALID_STATE, "not initialised");
            }
            RdpListener old = listeners.get(listenerName);
            if (old != null && old.isListening()) {
                throw new ProtocolException(HResult.E_INVALIDARG, "listener " + listenerName + " exists already");
            }
            var options = ListenerOptions.of(environment.listener(listenerName));
            var listener = new RdpListener(listenerName, options, cookies, housekeeper, policy::get, clock);
            listeners.put(listenerName, listener);
            return listener;
        } finally {
            lock.unlock();
        }
    }

    /** Drain is the service's business: it refuses in {@code OnConnected} and tells returning users from new ones. */
    @Override
    public void notifyServiceStateChange(ServiceState state) {
        // nothing to do
    }

    @Override
    public void notifySessionOfServiceStart(SessionId session) {
        // nothing is kept per session that could be taken up again
    }

    @Override
    public void notifySessionOfServiceStop(SessionId session) {
        cookies.forget(session);
    }

    @Override
    public void notifySessionStateChange(SessionId session, SessionEvent event) {
        if (event.equals(SessionEvent.LOGOFF)) {
            cookies.forget(session);
        }
    }

    @Override
    public void notifySettingsChange(Settings settings) {
        policy.set(settings);
        lock.lock();
        try {
            listeners.values().forEach(RdpListener::lookAtCertificateAgain);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void uninitialize() {
        lock.lock();
        try {
            listeners.clear();
            if (housekeeper != null) {
                housekeeper.close();
                housekeeper = null;
            }
        } finally {
            lock.unlock();
        }
    }
}
