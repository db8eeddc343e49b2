package oriel.service;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.contract.protocol.ListenerSettingLevel;
import oriel.contract.protocol.ListenerSettings;
import oriel.contract.protocol.ProtocolListener;
import oriel.contract.protocol.ProtocolListenerCallback;

/** A provider's listener; each call goes through the gate, on a thread of its own. */
final class GuardedListener {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedListener.class);

    private final String name;
    private final ProtocolListener provided;
    private final Gate gate;
    private final Deadlines deadlines;

    GuardedListener(String name, ProtocolListener provided, Gate gate, Deadlines deadlines) {
        this.name = name;
        this.provided = provided;
        this.gate = gate;
        this.deadlines = deadlines;
    }

    /** Failure: no limit, default descriptor. */
    ListenerSettings getSettings() {
        try {
            return gate.callApart(
                    new Gate.Call(Party.LISTENER, "GetSettings", name, deadlines.call()),
                    () -> provided.getSettings(ListenerSettingLevel.LEVEL_1));
        } catch (CallFailed e) {
            LOG.warn("GetSettings of listener {} failed, no limit is assumed: {}", name, e.reason());
            return ListenerSettings.UNLIMITED;
        }
    }

    /** Failure: the listener is down. */
    void startListen(ProtocolListenerCallback callback) throws CallFailed {
        gate.callApart(new Gate.Call(Party.LISTENER, "StartListen", name, deadlines.call()), () -> {
            provided.startListen(callback);
            return true;
        });
    }

    /** Failure: logged. */
    void stopListen() {
        try {
            gate.callApart(new Gate.Call(Party.LISTENER, "StopListen", name, deadlines.call()), () -> {
                provided.stopListen();
                return true;
            });
        } catch (CallFailed e) {
            LOG.warn("StopListen of listener {} failed: {} ({})", name, e.reason(), e.result());
        }
    }
}
