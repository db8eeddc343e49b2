package oriel.service;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.contract.protocol.ClientData;
import oriel.contract.protocol.ConnectionSettings;
import oriel.contract.protocol.ErrorInfo;
import oriel.contract.protocol.LicenseCapabilities;
import oriel.contract.protocol.SessionEvent;
import oriel.contract.protocol.SessionId;
import oriel.licensing.LicenseRequest;
import oriel.licensing.LicensingPolicy;

/**
 * The connection sequence (sequences.md, section 3), from {@code OnConnected} to {@code LogonNotify} and on until the
 * connection ends. Reads as the picture is drawn; what a failing call leads to is said by {@link GuardedConnection}.
 */
final class ConnectionSequence {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionSequence.class);

    private final ServiceParts service;
    private final ClientConnection record;
    private final GuardedConnection connection;

    ConnectionSequence(ServiceParts service, ClientConnection record) {
        this.service = service;
        this.record = record;
        this.connection = record.calls();
    }

    /** Runs on the connection's own thread; leaves only when the connection has ended. */
    void run() throws ConnectionEnded {
        // OnConnected brought us here
        var redirector = connection.getLogonErrorRedirector();
        record.awaitReady(); // OnReady
        connection.acceptConnection();
        record.state().reached(Reached.ACCEPTED);
        var data = connection.getClientData(service.policy().clientDefaults());
        var monitors = connection.getClientMonitorData();
        var client = Client.of(
                data,
                monitors,
                connection.monitorLayout(),
                service.configuration().locale());
        record.trace().client(client.text());

        try (var offer = new Offer(connection.getSerializedUserCredential(), connection.getUserCredentials(), data)) {

            var license = connection.getLicenseConnection();
            var capabilities = license.requestLicensingCapabilities();
            var held =
                    license.exchange(policy(), request(data, capabilities)); // RequestClientLicense, SendClientLicense
            record.licensed(held);
            license.protocolComplete(held);

            var proof = connection.authenticateClientToSession();
            var existing = held.refusal().isPresent() ? Optional.<Session>empty() : existing(proof);
            if (existing.isEmpty()) {
                logOn(newSession(client), client, redirector, offer);
            } else {
                offer.wipe();
                new ReconnectSequence(service, record, client).automatic(existing.get());
                serve(existing.get(), new Logon(service, record, existing.get(), client, redirector));
            }
        }
    }

    /** From "new session created" on. */
    private void logOn(Session session, Client client, Optional<GuardedRedirector> redirector, Offer offer)
            throws ConnectionEnded {
        var logon = new Logon(service, record, session, client, redirector);
        logon.prepare(offer);

        connection.notifySessionId(session);
        session.attach(connection.endpoints(), connection.getInputHandles(), connection.getVideoHandle(), client);
        connection.connectNotify(session.number());
        session.connected();
        logon.licensed(record.license());
        connection.notifyCommandProcessCreated(session.number());

        do {
            var user = logon.signIn(offer);
            var token = new Token(user);
            connection.isUserAllowedToLogon(session.number(), token);
            logon.licensed(record.license(), user);
            var answer = connection.sessionArbitrationEnumeration(
                    token, service.policy().singleSessionPerUser());
            var existing = new Arbitrator(service, record, logon).arbitrate(answer, session, user);
            if (existing.isPresent()) {
                logon.reconnecting();
                new ReconnectSequence(service, record, client).byArbitration(session, existing.get());
                serve(existing.get(), new Logon(service, record, existing.get(), client, redirector));
            } else if (logon.startDesktop(user)) {
                activate(session, token, connection.logonNotify(token, session.session(), settings()));
                new Sharer(service, record, session).share();
                serve(session, logon);
            }
        } while (true); // only if the desktop could not be started: the user was told why, and may try again
    }

    /** The session the client comes back to without logon, claimed; empty = go on with a new one. */
    private Optional<Session> existing(Optional<SessionId> named) throws ConnectionEnded {
        var proved = proved(named);
        return proved.isPresent() ? proved : new FastReconnect(service, record).session();
    }

    /** The session the client has proved a right to, claimed; empty = go on with a new one (sequences.md, section 4.1). */
    private Optional<Session> proved(Optional<SessionId> named) throws ConnectionEnded {
        if (named.isEmpty() || !service.policy().allowsAutoReconnect(record.proposed())) {
            return Optional.empty();
        }
        var existing = service.sessions()
                .find(named.get())
                .filter(session -> session.desktop().isPresent());
        return existing.isPresent() && Takeover.of(existing.get(), record, service.deadlines())
                ? existing
                : Optional.empty();
    }

    /** Nobody who could come back, and no room for somebody new: refused at once. Else the user is told on the screen. */
    private Session newSession(Client client) throws ConnectionEnded {
        int staying = service.sessions().staying();
        var refusal = service.admission().refusal(staying);
        if (refusal.isPresent() && staying == 0) {
            record.end(Ending.refused(ErrorInfo.SERVER_DENIED_CONNECTION, refusal.get()));
            throw new ConnectionEnded();
        }
        var session = service.sessions().create(client);
        session.claim(record);
        record.claimed(session);
        return session;
    }

    private LicensingPolicy policy() {
        return service.licensing().of(record.listener().configuration().name());
    }

    private LicenseRequest request(ClientData data, LicenseCapabilities capabilities) {
        return new LicenseRequest(
                record.id(),
                record.listener().configuration().name(),
                record.address(),
                data,
                capabilities,
                why -> record.end(Ending.refused(why.error(), "licence lost: " + why.reason())));
    }

    private ConnectionSettings settings() {
        return service.policy().over(record.proposed());
    }

    private void activate(Session session, Token token, ConnectionSettings effective) {
        session.active(effective);
        service.events().happened(session, SessionEvent.LOGON);
        service.traces().save(record.trace());
        LOG.info("{} has logged on to session {}", token.userName(), session.number());
    }

    /** The user works; others may want something of the connection, in the end that it ends. */
    private void serve(Session session, Logon logon) throws ConnectionEnded {
        if (session.locked()) {
            logon.unlock();
        }
        tellFailure(session, logon); // of a time when nobody was there
        while (true) {
            switch (record.awaitWish()) {
                case ConnectionState.Wish.Lock _ -> logon.unlock();
                case ConnectionState.Wish.DesktopEnded _ -> tellFailure(session, logon);
            }
        }
    }

    /** The desktop has failed, and nobody has heard of it yet. */
    private static void tellFailure(Session session, Logon logon) throws ConnectionEnded {
        var failure = session.failure();
        if (failure.isPresent()) {
            logon.desktopEnded(failure.get());
        }
    }
}
