package oriel.service;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import oriel.contract.protocol.ErrorInfo;
import oriel.contract.protocol.RcmDrainState;
import oriel.contract.protocol.RcmServiceState;

/** The stop sequence (sequences.md, section 6). */
final class StopSequence {

    private static final Ending SHUTDOWN = Ending.of(Ending.Kind.STOPPED, ErrorInfo.SERVER_SHUTDOWN);

    private final ServiceParts service;

    StopSequence(ServiceParts service) {
        this.service = service;
    }

    void run(List<GuardedManager> managers, Collection<ListenerEntry> listeners) {
        service.admission().stop();
        managers.forEach(manager -> manager.notifyServiceStateChange(RcmServiceState.STOP, RcmDrainState.NONE));
        listeners.forEach(ListenerEntry::stop); // StopListen
        disconnectEverybody(); // SetErrorInfo, PreDisconnect, DisconnectNotify, Close
        for (GuardedManager manager : managers) {
            service.sessions().all().forEach(session -> manager.notifySessionOfServiceStop(session.session()));
        }
        service.sessions().all().forEach(service.sessions()::end); // none survives this process yet
        service.events().close(service.deadlines().teardown());
        managers.forEach(GuardedManager::uninitialize);
    }

    private void disconnectEverybody() {
        Collection<ClientConnection> live = service.admission().live();
        live.forEach(connection -> connection.end(SHUTDOWN));
        long until = System.nanoTime() + service.deadlines().teardown().toNanos();
        live.forEach(connection ->
                connection.state().awaitClosed(Duration.ofNanos(Math.max(0, until - System.nanoTime()))));
    }
}
