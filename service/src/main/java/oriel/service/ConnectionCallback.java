package oriel.service;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import oriel.contract.protocol.HResult;
import oriel.contract.protocol.ProtocolConnectionCallback;
import oriel.contract.protocol.ProtocolException;
import oriel.contract.protocol.SmallRect;

/** A provider's way back (connection.md, section 3). Calls are recorded; from inside a service call they are refused. */
final class ConnectionCallback implements ProtocolConnectionCallback {

    private final ClientConnection connection;
    private final Clock clock;

    ConnectionCallback(ClientConnection connection, Clock clock) {
        this.connection = connection;
        this.clock = clock;
    }

    @Override
    public void onReady() throws ProtocolException {
        heard("OnReady", connection.state()::ready);
    }

    @Override
    public void brokenConnection(int reason, int source) throws ProtocolException {
        heard("BrokenConnection", () -> connection.end(Ending.BROKEN));
    }

    @Override
    public void stopScreenUpdates() throws ProtocolException {
        heard("StopScreenUpdates", () -> screen().ifPresent(SessionScreen::hold));
    }

    @Override
    public void redrawWindow(Optional<SmallRect> area) throws ProtocolException {
        heard("RedrawWindow", () -> screen().ifPresent(screen -> screen.redraw(area)));
    }

    @Override
    public int getConnectionId() {
        return connection.number();
    }

    private Optional<SessionScreen> screen() {
        return connection
                .session()
                .filter(session ->
                        session.holder().filter(holder -> holder == connection).isPresent())
                .flatMap(Session::attachment)
                .map(Attachment::screen);
    }

    private void heard(String call, Runnable act) throws ProtocolException {
        Instant at = clock.instant();
        long start = System.nanoTime();
        HResult result = HResult.S_OK;
        String note = "";
        try {
            Gate.refuseFromInside(call);
            act.run();
        } catch (ProtocolException e) {
            result = e.result();
            note = String.valueOf(e.getMessage());
            throw e;
        } finally {
            long micros = (System.nanoTime() - start) / 1000;
            connection
                    .trace()
                    .add(new TracedCall(at, call, Party.CONNECTION, Party.SERVICE, result.toString(), micros, note));
        }
    }
}
