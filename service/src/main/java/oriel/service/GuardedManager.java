package oriel.service;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.contract.protocol.ProtocolListener;
import oriel.contract.protocol.ProtocolManager;
import oriel.contract.protocol.ProtocolSettings;
import oriel.contract.protocol.RcmDrainState;
import oriel.contract.protocol.RcmServiceState;
import oriel.contract.protocol.ServiceState;
import oriel.contract.protocol.SessionEvent;
import oriel.contract.protocol.SessionId;
import oriel.contract.protocol.Settings;

/** A provider's manager; each call goes through the gate, on a thread of its own. Notices that fail are logged. */
final class GuardedManager {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedManager.class);

    private final String provider;
    private final ProtocolManager provided;
    private final Gate gate;
    private final Deadlines deadlines;

    GuardedManager(String provider, ProtocolManager provided, Gate gate, Deadlines deadlines) {
        this.provider = provider;
        this.provided = provided;
        this.gate = gate;
        this.deadlines = deadlines;
    }

    void initialize(ProtocolSettings settings, Settings initial) throws CallFailed {
        call("Initialize", "", deadlines.call(), () -> {
            provided.initialize(settings, initial);
            return true;
        });
    }

    GuardedListener createListener(String name) throws CallFailed {
        ProtocolListener listener = call("CreateListener", name, deadlines.call(), () -> provided.createListener(name));
        return new GuardedListener(name, listener, gate, deadlines);
    }

    void notifyServiceStateChange(RcmServiceState service, RcmDrainState drain) {
        notice(
                "NotifyServiceStateChange",
                service + " " + drain,
                () -> provided.notifyServiceStateChange(new ServiceState(service, drain)));
    }

    void notifySessionOfServiceStart(SessionId session) {
        notice(
                "NotifySessionOfServiceStart",
                "session " + session.sessionId(),
                () -> provided.notifySessionOfServiceStart(session));
    }

    void notifySessionOfServiceStop(SessionId session) {
        notice(
                "NotifySessionOfServiceStop",
                "session " + session.sessionId(),
                () -> provided.notifySessionOfServiceStop(session));
    }

    void notifySessionStateChange(SessionId session, SessionEvent event) {
        notice(
                "NotifySessionStateChange",
                "session " + session.sessionId() + " event " + event.code(),
                () -> provided.notifySessionStateChange(session, event));
    }

    void notifySettingsChange(Settings settings) {
        notice("NotifySettingsChange", "", () -> provided.notifySettingsChange(settings));
    }

    void uninitialize() {
        notice("Uninitialize", "", provided::uninitialize);
    }

    private void notice(String name, String note, Gate.VoidBody body) {
        try {
            call(name, note, deadlines.notice(), () -> {
                body.run();
                return true;
            });
        } catch (CallFailed e) {
            LOG.warn("{} of provider {} failed: {} ({})", name, provider, e.reason(), e.result());
        }
    }

    private <T> T call(String name, String note, Duration deadline, Gate.Body<T> body) throws CallFailed {
        return gate.callApart(new Gate.Call(Party.MANAGER, name, note, deadline), body);
    }
}
