package oriel.kit;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import oriel.contract.protocol.ProtocolException;
import oriel.contract.protocol.ProtocolShadowCallback;
import oriel.contract.protocol.ProtocolShadowConnection;

/** One side of a shadow; writes its calls into the log of its connection and gives the callback to the test. */
final class ScriptedShadow implements ProtocolShadowConnection {

    private final ScriptedConnection connection;
    private final CompletableFuture<ProtocolShadowCallback> started;

    ScriptedShadow(ScriptedConnection connection, CompletableFuture<ProtocolShadowCallback> started) {
        this.connection = connection;
        this.started = started;
    }

    @Override
    public void start(
            String serverName, int targetSessionId, int hotKey, int hotKeyModifiers, ProtocolShadowCallback callback)
            throws ProtocolException {
        connection.heard("Start", serverName, targetSessionId, hotKey, hotKeyModifiers);
        started.complete(callback);
    }

    @Override
    public void stop() throws ProtocolException {
        connection.heard("Stop");
    }

    @Override
    public void doTarget(List<byte[]> parameters, String clientName) throws ProtocolException {
        connection.heard("DoTarget", parameters, clientName);
    }
}
