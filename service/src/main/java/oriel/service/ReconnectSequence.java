package oriel.service;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.contract.protocol.ConnectionSettings;
import oriel.contract.protocol.SessionEvent;
import oriel.identity.Identity;

/** The reconnect sequence (sequences.md, section 4): how a connection gets to a session that exists. */
final class ReconnectSequence {

    private static final Logger LOG = LoggerFactory.getLogger(ReconnectSequence.class);

    private final ServiceParts service;
    private final ClientConnection record;
    private final GuardedConnection connection;
    private final Client client;

    ReconnectSequence(ServiceParts service, ClientConnection record, Client client) {
        this.service = service;
        this.record = record;
        this.connection = record.calls();
        this.client = client;
    }

    /** After {@code AuthenticateClientToSession} has named the session: no logon, no arbitration (section 4.1; Q7). */
    void automatic(Session existing) throws ConnectionEnded {
        licensed(existing.user().orElseThrow(ConnectionEnded::new));
        reconnect(existing);
    }

    /** After arbitration: the client leaves the temporary session, which disappears (section 4.2; Q8, Q45). */
    void byArbitration(Session temporary, Session existing) throws ConnectionEnded {
        temporary.detach(record);
        record.state().reached(Reached.ACCEPTED);
        connection.disconnectNotify();
        record.left(temporary);
        service.sessions().end(temporary);
        if (existing.lock(false)) { // the user has just proved who they are
            service.events().happened(existing, SessionEvent.UNLOCK);
        }
        reconnect(existing);
    }

    private void reconnect(Session existing) throws ConnectionEnded {
        existing.desktop().ifPresent(desktop -> desktop.adapt(client.view()));
        connection.notifySessionId(existing);
        existing.attach(connection.endpoints(), connection.getInputHandles(), connection.getVideoHandle(), client);
        connection.connectNotify(existing.number());
        existing.connected();
        record.license().delivered();
        var token = new Token(existing.user().orElseThrow(ConnectionEnded::new));
        existing.active(connection.logonNotify(token, existing.session(), settings())); // "user attached" (Q43)
        new Sharer(service, record, existing).share();
        reconnected(existing, token.identity());
    }

    /** Nobody can be told on a screen here: the client is told by the error code. */
    private void licensed(Identity user) throws ConnectionEnded {
        var refusal = record.await(
                "the licence ledger",
                service.deadlines().setup(),
                () -> record.license().loggedOn(user));
        if (refusal.isPresent()) {
            record.end(Ending.refused(
                    refusal.get().error(), "no licence: " + refusal.get().reason()));
            record.goOn();
        }
    }

    private ConnectionSettings settings() {
        return service.policy().over(record.proposed());
    }

    private void reconnected(Session existing, Identity user) {
        record.known();
        record.trace().user(user.userName());
        service.traces().save(record.trace());
        LOG.info("{} is back in session {}", user.userName(), existing.number());
    }
}
