package oriel.kit;

import oriel.contract.protocol.ConnectionSettings;
import oriel.contract.protocol.ListenerSettingLevel;
import oriel.contract.protocol.ListenerSettings;
import oriel.contract.protocol.ProtocolConnection;
import oriel.contract.protocol.ProtocolConnectionCallback;
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
import oriel.contract.protocol.Settings;

/** A provider under watch. */
record CheckedProvider(ProtocolProvider inner, ContractChecker checker) implements ProtocolProvider {

    @Override
    public String name() {
        return inner.name();
    }

    @Override
    public ProtocolManager activate(ProviderEnvironment environment) throws ProtocolException {
        return new Manager(inner.activate(environment), new ManagerRules(checker), checker);
    }

    /** A manager under watch. */
    private record Manager(ProtocolManager inner, ManagerRules rules, ContractChecker checker)
            implements ProtocolManager {

        @Override
        public void initialize(ProtocolSettings settings, Settings initial) throws ProtocolException {
            rules.run("Initialize", () -> inner.initialize(settings, initial));
        }

        @Override
        public ProtocolListener createListener(String listenerName) throws ProtocolException {
            rules.create(listenerName);
            try {
                ProtocolListener created = rules.call("CreateListener", () -> inner.createListener(listenerName));
                return new Listener(created, listenerName, rules, checker);
            } catch (ProtocolException | RuntimeException e) {
                rules.notCreated(listenerName);
                throw e;
            }
        }

        @Override
        public void notifyServiceStateChange(ServiceState state) throws ProtocolException {
            rules.run("NotifyServiceStateChange", () -> inner.notifyServiceStateChange(state));
        }

        @Override
        public void notifySessionOfServiceStart(SessionId session) throws ProtocolException {
            rules.run("NotifySessionOfServiceStart", () -> inner.notifySessionOfServiceStart(session));
        }

        @Override
        public void notifySessionOfServiceStop(SessionId session) throws ProtocolException {
            rules.run("NotifySessionOfServiceStop", () -> inner.notifySessionOfServiceStop(session));
        }

        @Override
        public void notifySessionStateChange(SessionId session, SessionEvent event) throws ProtocolException {
            rules.run("NotifySessionStateChange", () -> inner.notifySessionStateChange(session, event));
        }

        @Override
        public void notifySettingsChange(Settings settings) throws ProtocolException {
            rules.run("NotifySettingsChange", () -> inner.notifySettingsChange(settings));
        }

        @Override
        public void uninitialize() throws ProtocolException {
            rules.run("Uninitialize", inner::uninitialize);
        }
    }

    /** A listener under watch. */
    private record Listener(ProtocolListener inner, String name, ManagerRules rules, ContractChecker checker)
            implements ProtocolListener {

        @Override
        public ListenerSettings getSettings(ListenerSettingLevel level) throws ProtocolException {
            return rules.call("GetSettings", () -> inner.getSettings(level));
        }

        @Override
        public void startListen(ProtocolListenerCallback callback) throws ProtocolException {
            rules.start(name);
            try {
                rules.run("StartListen", () -> inner.startListen(new Announcing(callback, name, rules, checker)));
                rules.started(name);
            } catch (ProtocolException | RuntimeException e) {
                rules.notStarted(name);
                throw e;
            }
        }

        @Override
        public void stopListen() throws ProtocolException {
            rules.stop(name);
            try {
                rules.run("StopListen", inner::stopListen);
            } finally {
                rules.stopped(name);
            }
        }
    }

    /** A listener callback under watch. */
    private record Announcing(ProtocolListenerCallback inner, String name, ManagerRules rules, ContractChecker checker)
            implements ProtocolListenerCallback {

        @Override
        public ProtocolConnectionCallback onConnected(ProtocolConnection connection, ConnectionSettings proposed)
                throws ProtocolException {
            rules.arrives(name);
            return rules.callback("OnConnected", () -> {
                ConnectionRules watched = checker.announced();
                try {
                    CheckedConnection checked = CheckedConnection.of(connection, watched);
                    return new CheckedCallback(inner.onConnected(checked, proposed), watched);
                } catch (ProtocolException e) {
                    watched.refused();
                    throw e;
                }
            });
        }
    }
}
