package oriel.kit;

import java.util.Optional;
import oriel.contract.protocol.ProtocolConnectionCallback;
import oriel.contract.protocol.ProtocolException;
import oriel.contract.protocol.SmallRect;

/** A connection callback under watch. */
record CheckedCallback(ProtocolConnectionCallback inner, ConnectionRules rules) implements ProtocolConnectionCallback {

    @Override
    public void onReady() throws ProtocolException {
        rules.runBack("OnReady", inner::onReady);
    }

    @Override
    public void brokenConnection(int reason, int source) throws ProtocolException {
        rules.runBack("BrokenConnection", () -> inner.brokenConnection(reason, source));
    }

    @Override
    public void stopScreenUpdates() throws ProtocolException {
        rules.runBack("StopScreenUpdates", inner::stopScreenUpdates);
    }

    @Override
    public void redrawWindow(Optional<SmallRect> area) throws ProtocolException {
        rules.runBack("RedrawWindow", () -> inner.redrawWindow(area));
    }

    /** Only reads: not worth a line in the log. */
    @Override
    public int getConnectionId() {
        return inner.getConnectionId();
    }
}
