package oriel.service;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import oriel.contract.desktop.ClipboardEndpoint;
import oriel.contract.desktop.MonitorLayout;
import oriel.contract.desktop.SoundEndpoint;
import oriel.contract.desktop.VideoEndpoint;
import oriel.contract.protocol.Arbitration;
import oriel.contract.protocol.ClientData;
import oriel.contract.protocol.ClientMonitors;
import oriel.contract.protocol.ConnectionSettings;
import oriel.contract.protocol.EnhancedFastReconnectArbitrator;
import oriel.contract.protocol.ErrorInfo;
import oriel.contract.protocol.InputHandles;
import oriel.contract.protocol.Property;
import oriel.contract.protocol.PropertyValue;
import oriel.contract.protocol.ProtocolConnection;
import oriel.contract.protocol.ProtocolConnection2;
import oriel.contract.protocol.ProtocolConnectionDevices;
import oriel.contract.protocol.ProtocolLogonErrorRedirector;
import oriel.contract.protocol.ProtocolStatus;
import oriel.contract.protocol.SerializedUserCredential;
import oriel.contract.protocol.SessionHandle;
import oriel.contract.protocol.SessionId;
import oriel.contract.protocol.UserCredential;
import oriel.contract.protocol.UserToken;

/**
 * A provider's connection as the sequences see it: each call goes through the gate, and what its failure leads to is
 * decided here, call by call as in sequences.md, section 3.2. Calls of the sequence end with {@link ConnectionEnded} once
 * the connection has ended; those of the disconnect sequence and the queries do not.
 */
final class GuardedConnection {

    private final ClientConnection connection;
    private final ProtocolConnection provided;
    private final Gate gate;
    private final Deadlines deadlines;

    GuardedConnection(ClientConnection connection, ProtocolConnection provided, Gate gate, Deadlines deadlines) {
        this.connection = connection;
        this.provided = provided;
        this.gate = gate;
        this.deadlines = deadlines;
    }

    // The connection sequence, in its order.

    /** Failure: no redirection. */
    Optional<GuardedRedirector> getLogonErrorRedirector() throws ConnectionEnded {
        Optional<ProtocolLogonErrorRedirector> redirector =
                orElse(Optional.empty(), "GetLogonErrorRedirector", provided::getLogonErrorRedirector);
        return redirector.map(to -> new GuardedRedirector(to, gate, deadlines.call()));
    }

    /** Failure: the connection is dropped. Takes as long as the client takes, within the setup deadline. */
    void acceptConnection() throws ConnectionEnded {
        orDropWhileSetup("AcceptConnection", () -> {
            provided.acceptConnection();
            return true;
        });
    }

    /** Failure: the connection is dropped. */
    ClientData getClientData(ClientData defaults) throws ConnectionEnded {
        return orDrop(ErrorInfo.NONE, "GetClientData", () -> provided.getClientData(defaults));
    }

    /** Failure: one monitor. */
    ClientMonitors getClientMonitorData() throws ConnectionEnded {
        return orElse(ClientMonitors.ONE, "GetClientMonitorData", provided::getClientMonitorData);
    }

    /** Failure: none. Only asked of connections that have the second interface. */
    Optional<SerializedUserCredential> getSerializedUserCredential() throws ConnectionEnded {
        return provided instanceof ProtocolConnection2 second
                ? orElse(Optional.empty(), "GetSerializedUserCredential", second::getSerializedUserCredential)
                : Optional.empty();
    }

    /** Failure: the logon screen. */
    Optional<UserCredential> getUserCredentials() throws ConnectionEnded {
        return orElse(Optional.empty(), "GetUserCredentials", provided::getUserCredentials);
    }

    /** Failure: the connection is dropped. */
    GuardedLicenseConnection getLicenseConnection() throws ConnectionEnded {
        var license = orDrop(ErrorInfo.NONE, "GetLicenseConnection", provided::getLicenseConnection);
        return new GuardedLicenseConnection(connection, license, gate, deadlines);
    }

    /** Failure: a new session. */
    Optional<SessionId> authenticateClientToSession() throws ConnectionEnded {
        return orElse(Optional.empty(), "AuthenticateClientToSession", provided::authenticateClientToSession);
    }

    /** Whether the connection has the interface that picks a session for enhanced fast reconnect (section 4.3). */
    boolean arbitratesFastReconnect() {
        return provided instanceof EnhancedFastReconnectArbitrator;
    }

    /** Failure: none of these (Q31). */
    OptionalInt getSessionForEnhancedFastReconnect(List<Integer> sessionIds) throws ConnectionEnded {
        return provided instanceof EnhancedFastReconnectArbitrator arbitrator
                ? orElse(
                        OptionalInt.empty(),
                        "GetSessionForEnhancedFastReconnect",
                        () -> arbitrator.getSessionForEnhancedFastReconnect(sessionIds))
                : OptionalInt.empty();
    }

    /** A property that the sequence itself wants to know. Failure: unknown. */
    Optional<List<PropertyValue>> askProperty(UUID property) throws ConnectionEnded {
        return orElse(Optional.empty(), "QueryProperty", () -> provided.queryProperty(property, List.of()));
    }

    /** How the client's monitors lie: Oriel's own question, not one of the contract's. Failure: unknown. */
    Optional<MonitorLayout> monitorLayout() throws ConnectionEnded {
        connection.goOn();
        var call = new Gate.Call(Party.CONNECTION, "QueryProperty", "monitor layout", deadlines.notice(), true);
        try {
            return gate.call(call, () -> provided.queryProperty(Property.ORIEL_MONITOR_LAYOUT, List.of()))
                    .flatMap(MonitorProperty::read);
        } catch (CallFailed e) {
            return Optional.empty(); // the trace has the reason
        }
    }

    /** Failure, and of connections without further devices: none. */
    Optional<ClipboardEndpoint> getClipboardHandle() throws ConnectionEnded {
        return provided instanceof ProtocolConnectionDevices devices
                ? orElse(Optional.empty(), "GetClipboardHandle", devices::getClipboardHandle)
                : Optional.empty();
    }

    /** Failure, and of connections without further devices: none. */
    Optional<SoundEndpoint> getSoundHandle() throws ConnectionEnded {
        return provided instanceof ProtocolConnectionDevices devices
                ? orElse(Optional.empty(), "GetSoundHandle", devices::getSoundHandle)
                : Optional.empty();
    }

    /** Failure: logged. */
    void notifySessionId(SessionHandle session) throws ConnectionEnded {
        connection.goOn();
        connection.state().reached(Reached.SESSION_NAMED);
        notice(
                "NotifySessionId",
                "session " + session.session().sessionId(),
                () -> provided.notifySessionId(session.session(), session));
        connection.goOn();
    }

    /** Failure: the disconnect sequence. */
    InputHandles getInputHandles() throws ConnectionEnded {
        return orDrop(ErrorInfo.DISPLAY_FAILED, "GetInputHandles", provided::getInputHandles);
    }

    /** Failure: the disconnect sequence. */
    Optional<VideoEndpoint> getVideoHandle() throws ConnectionEnded {
        return orDrop(ErrorInfo.DISPLAY_FAILED, "GetVideoHandle", provided::getVideoHandle);
    }

    /** Failure: logged. */
    void connectNotify(int sessionId) throws ConnectionEnded {
        connection.goOn();
        connection.state().reached(Reached.CONNECTED);
        notice("ConnectNotify", "", () -> provided.connectNotify(sessionId));
        connection.goOn();
    }

    /** Failure: logged. */
    void notifyCommandProcessCreated(int sessionId) throws ConnectionEnded {
        connection.goOn();
        notice("NotifyCommandProcessCreated", "", () -> provided.notifyCommandProcessCreated(sessionId));
        connection.goOn();
    }

    /** Failure: the logon is refused (Q9). */
    void isUserAllowedToLogon(int sessionId, UserToken token) throws ConnectionEnded {
        connection.goOn();
        var call = new Gate.Call(Party.CONNECTION, "IsUserAllowedToLogon", "", deadlines.call());
        try {
            gate.call(call, () -> provided.isUserAllowedToLogon(sessionId, token, token.domain(), token.userName()));
        } catch (CallFailed e) {
            connection.end(Ending.refused(
                    ErrorInfo.INSUFFICIENT_PRIVILEGES, "IsUserAllowedToLogon refused the user: " + e.reason()));
        }
        connection.goOn();
    }

    /** Failure: the service arbitrates itself. */
    Arbitration sessionArbitrationEnumeration(UserToken token, boolean singleSessionPerUser) throws ConnectionEnded {
        return orElse(
                new Arbitration.UseDefault(),
                "SessionArbitrationEnumeration",
                () -> provided.sessionArbitrationEnumeration(token, singleSessionPerUser));
    }

    /** Failure: logged; the settings stay as they were. */
    ConnectionSettings logonNotify(UserToken token, SessionId session, ConnectionSettings settings)
            throws ConnectionEnded {
        connection.goOn();
        var call = new Gate.Call(Party.CONNECTION, "LogonNotify", "", deadlines.notice());
        ConnectionSettings effective = settings;
        try {
            effective = gate.call(
                    call, () -> provided.logonNotify(token, token.userName(), token.domain(), session, settings));
        } catch (CallFailed e) {
            connection.log("LogonNotify", e);
        }
        connection.goOn();
        return effective;
    }

    // The disconnect sequence.

    void setErrorInfo(ErrorInfo error) {
        notice("SetErrorInfo", error.text(), () -> provided.setErrorInfo(error));
    }

    void preDisconnect(ErrorInfo reason) {
        notice("PreDisconnect", reason.text(), () -> provided.preDisconnect(reason));
    }

    void disconnectNotify() {
        notice("DisconnectNotify", "", provided::disconnectNotify);
    }

    void close() {
        notice("Close", "", provided::close);
    }

    // At any time between ConnectNotify and the disconnect sequence; never on the connection's own thread.

    Optional<ProtocolStatus> getProtocolStatus() {
        return ask("GetProtocolStatus", "", provided::getProtocolStatus);
    }

    Optional<Duration> getLastInputTime() {
        return ask("GetLastInputTime", "", provided::getLastInputTime);
    }

    Optional<List<PropertyValue>> queryProperty(UUID property, String name, List<PropertyValue> in) {
        return ask("QueryProperty", name, () -> provided.queryProperty(property, in))
                .flatMap(answer -> answer);
    }

    private <T> Optional<T> ask(String name, String note, Gate.Body<T> body) {
        if (!connection.state().asks()) {
            return Optional.empty();
        }
        try {
            return Optional.of(gate.callApart(new Gate.Call(Party.CONNECTION, name, note, deadlines.notice()), body));
        } catch (CallFailed e) {
            return Optional.empty(); // the trace has the reason
        } finally {
            connection.state().answered();
        }
    }

    // Endpoints.

    /** How this connection's endpoints are opened and closed. */
    EndpointCalls endpoints() {
        return new EndpointCalls() {
            @Override
            public void open(String endpoint, Gate.VoidBody body) throws ConnectionEnded {
                orDrop(ErrorInfo.DISPLAY_FAILED, new Gate.Call(endpoint, "Open", "", deadlines.call(), true), () -> {
                    body.run();
                    return true;
                });
            }

            @Override
            public void close(String endpoint, Gate.VoidBody body) {
                notice(new Gate.Call(endpoint, "Close", "", deadlines.notice(), true), body);
            }

            @Override
            public void brokenWatcher(RuntimeException failure) {
                connection.end(Ending.failed(ErrorInfo.DISPLAY_FAILED, "a notice of the screen threw " + failure));
            }
        };
    }

    // What failures lead to.

    private void notice(String name, String note, Gate.VoidBody body) {
        notice(new Gate.Call(Party.CONNECTION, name, note, deadlines.notice()), body);
    }

    private void notice(Gate.Call call, Gate.VoidBody body) {
        try {
            gate.call(call, body);
        } catch (CallFailed e) {
            connection.log(call.name(), e);
        }
    }

    private <T> T orElse(T fallback, String name, Gate.Body<T> body) throws ConnectionEnded {
        connection.goOn();
        T answer = fallback;
        try {
            answer = gate.call(new Gate.Call(Party.CONNECTION, name, "", connection.limit(deadlines.call())), body);
        } catch (CallFailed e) {
            connection.log(name, e);
        }
        connection.goOn();
        return answer;
    }

    private <T> T orDrop(ErrorInfo error, String name, Gate.Body<T> body) throws ConnectionEnded {
        return orDrop(error, new Gate.Call(Party.CONNECTION, name, "", connection.limit(deadlines.call())), body);
    }

    private <T> T orDrop(ErrorInfo error, Gate.Call call, Gate.Body<T> body) throws ConnectionEnded {
        connection.goOn();
        try {
            T answer = gate.call(call, body);
            connection.goOn();
            return answer;
        } catch (CallFailed e) {
            connection.end(Ending.failed(error, call.name() + " failed: " + e.reason()));
            throw new ConnectionEnded();
        }
    }

    private <T> T orDropWhileSetup(String name, Gate.Body<T> body) throws ConnectionEnded {
        connection.goOn();
        var call = new Gate.Call(Party.CONNECTION, name, "", connection.setupLeft());
        try {
            T answer = gate.call(call, connection.state()::waitsFor, body);
            connection.goOn();
            return answer;
        } catch (CallFailed e) {
            connection.end(Ending.failed(ErrorInfo.NONE, name + " failed: " + e.reason()));
            throw new ConnectionEnded();
        }
    }
}
