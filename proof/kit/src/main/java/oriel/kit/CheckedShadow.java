package oriel.kit;

import java.util.List;
import oriel.contract.protocol.ProtocolException;
import oriel.contract.protocol.ProtocolShadowCallback;
import oriel.contract.protocol.ProtocolShadowConnection;
import oriel.kit.Violation.Party;

/** A shadow connection under watch. */
record CheckedShadow(ProtocolShadowConnection inner, ConnectionRules rules) implements ProtocolShadowConnection {

    /** Blocks that travel from {@code InvokeTargetShadow} to {@code DoTarget}. */
    private static final int BLOCKS = 4;

    @Override
    public void start(
            String serverName, int targetSessionId, int hotKey, int hotKeyModifiers, ProtocolShadowCallback callback)
            throws ProtocolException {
        Callback watched = new Callback(callback, rules);
        rules.run("Start", () -> inner.start(serverName, targetSessionId, hotKey, hotKeyModifiers, watched));
    }

    @Override
    public void stop() throws ProtocolException {
        rules.run("Stop", inner::stop);
    }

    @Override
    public void doTarget(List<byte[]> parameters, String clientName) throws ProtocolException {
        four(rules, Party.SERVICE, "DoTarget", parameters);
        rules.run("DoTarget", () -> inner.doTarget(parameters, clientName));
    }

    private static void four(ConnectionRules rules, Party party, String call, List<byte[]> parameters) {
        if (parameters.size() != BLOCKS) {
            rules.note(party, call, "carried " + parameters.size() + " blocks instead of " + BLOCKS);
        }
    }

    /** A shadow callback under watch. */
    private record Callback(ProtocolShadowCallback inner, ConnectionRules rules) implements ProtocolShadowCallback {

        @Override
        public void stopShadow() throws ProtocolException {
            rules.runBack("StopShadow", inner::stopShadow);
        }

        @Override
        public void invokeTargetShadow(
                String targetServerName, int targetSessionId, List<byte[]> parameters, String clientName)
                throws ProtocolException {
            four(rules, Party.PROVIDER, "InvokeTargetShadow", parameters);
            rules.runBack(
                    "InvokeTargetShadow",
                    () -> inner.invokeTargetShadow(targetServerName, targetSessionId, parameters, clientName));
        }
    }
}
