package oriel.kit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import oriel.contract.desktop.VideoEndpoint;
import oriel.contract.protocol.Arbitration;
import oriel.contract.protocol.ChannelPriority;
import oriel.contract.protocol.ClientData;
import oriel.contract.protocol.ClientMonitors;
import oriel.contract.protocol.ConnectionSettings;
import oriel.contract.protocol.EnhancedFastReconnectArbitrator;
import oriel.contract.protocol.ErrorInfo;
import oriel.contract.protocol.InputHandles;
import oriel.contract.protocol.PropertyValue;
import oriel.contract.protocol.ProtocolConnection;
import oriel.contract.protocol.ProtocolConnection2;
import oriel.contract.protocol.ProtocolConnectionDevices;
import oriel.contract.protocol.ProtocolConnectionSettings;
import oriel.contract.protocol.ProtocolException;
import oriel.contract.protocol.ProtocolLicenseConnection;
import oriel.contract.protocol.ProtocolLogonErrorRedirector;
import oriel.contract.protocol.ProtocolShadowConnection;
import oriel.contract.protocol.ProtocolStatus;
import oriel.contract.protocol.SessionHandle;
import oriel.contract.protocol.SessionId;
import oriel.contract.protocol.UserCredential;
import oriel.contract.protocol.UserToken;
import oriel.contract.protocol.VirtualChannel;
import oriel.contract.protocol.WddmIddProps;

/** A connection under watch. */
class CheckedConnection implements ProtocolConnection {

    final ProtocolConnection inner;
    final ConnectionRules rules;

    final EndpointRules endpoints;

    /** Puts a connection under watch, with the optional interfaces if it has one of them. */
    static CheckedConnection of(ProtocolConnection inner, ConnectionRules rules) {
        return switch (inner) {
            case ProtocolConnection2 _ -> new CheckedConnection2(inner, rules);
            case EnhancedFastReconnectArbitrator _ -> new CheckedConnection2(inner, rules);
            case ProtocolConnectionSettings _ -> new CheckedConnection2(inner, rules);
            case ProtocolConnectionDevices _ -> new CheckedConnection2(inner, rules);
            case WddmIddProps _ -> new CheckedConnection2(inner, rules);
            default -> new CheckedConnection(inner, rules);
        };
    }

    CheckedConnection(ProtocolConnection inner, ConnectionRules rules) {
        this.inner = inner;
        this.rules = rules;
        this.endpoints = new EndpointRules(rules);
    }

    @Override
    public Optional<ProtocolLogonErrorRedirector> getLogonErrorRedirector() throws ProtocolException {
        return rules.call("GetLogonErrorRedirector", inner::getLogonErrorRedirector)
                .map(redirector -> new CheckedRedirector(redirector, rules));
    }

    @Override
    public void acceptConnection() throws ProtocolException {
        rules.run("AcceptConnection", inner::acceptConnection);
    }

    @Override
    public ClientData getClientData(ClientData defaults) throws ProtocolException {
        return rules.call("GetClientData", () -> inner.getClientData(defaults));
    }

    @Override
    public ClientMonitors getClientMonitorData() throws ProtocolException {
        return rules.call("GetClientMonitorData", inner::getClientMonitorData);
    }

    @Override
    public Optional<UserCredential> getUserCredentials() throws ProtocolException {
        return rules.call("GetUserCredentials", inner::getUserCredentials);
    }

    @Override
    public ProtocolLicenseConnection getLicenseConnection() throws ProtocolException {
        return new CheckedLicenseConnection(rules.call("GetLicenseConnection", inner::getLicenseConnection), rules);
    }

    @Override
    public Optional<SessionId> authenticateClientToSession() throws ProtocolException {
        return rules.call("AuthenticateClientToSession", inner::authenticateClientToSession);
    }

    @Override
    public void notifySessionId(SessionId session, SessionHandle handle) throws ProtocolException {
        rules.run("NotifySessionId", () -> inner.notifySessionId(session, handle));
    }

    @Override
    public InputHandles getInputHandles() throws ProtocolException {
        return endpoints.watch(rules.call("GetInputHandles", inner::getInputHandles));
    }

    @Override
    public Optional<VideoEndpoint> getVideoHandle() throws ProtocolException {
        return rules.call("GetVideoHandle", inner::getVideoHandle).map(endpoints::watch);
    }

    @Override
    public void connectNotify(int sessionId) throws ProtocolException {
        rules.run("ConnectNotify", () -> inner.connectNotify(sessionId));
    }

    @Override
    public void isUserAllowedToLogon(int sessionId, UserToken token, String domain, String userName)
            throws ProtocolException {
        rules.run("IsUserAllowedToLogon", () -> inner.isUserAllowedToLogon(sessionId, token, domain, userName));
    }

    @Override
    public Arbitration sessionArbitrationEnumeration(UserToken token, boolean singleSessionPerUser)
            throws ProtocolException {
        return rules.call(
                "SessionArbitrationEnumeration",
                () -> inner.sessionArbitrationEnumeration(token, singleSessionPerUser));
    }

    @Override
    public ConnectionSettings logonNotify(
            UserToken token, String userName, String domain, SessionId session, ConnectionSettings settings)
            throws ProtocolException {
        return rules.call("LogonNotify", () -> inner.logonNotify(token, userName, domain, session, settings));
    }

    @Override
    public void preDisconnect(ErrorInfo reason) throws ProtocolException {
        rules.run("PreDisconnect", () -> inner.preDisconnect(reason));
    }

    @Override
    public void disconnectNotify() throws ProtocolException {
        endpoints.detached();
        rules.run("DisconnectNotify", inner::disconnectNotify);
    }

    @Override
    public void close() {
        try {
            rules.run("Close", inner::close);
        } catch (ProtocolException e) {
            throw new IllegalStateException("Close cannot fail", e);
        }
    }

    @Override
    public ProtocolStatus getProtocolStatus() throws ProtocolException {
        return rules.call("GetProtocolStatus", inner::getProtocolStatus);
    }

    @Override
    public Duration getLastInputTime() throws ProtocolException {
        return rules.call("GetLastInputTime", inner::getLastInputTime);
    }

    @Override
    public void setErrorInfo(ErrorInfo error) throws ProtocolException {
        rules.run("SetErrorInfo", () -> inner.setErrorInfo(error));
    }

    @Override
    public VirtualChannel createVirtualChannel(String name, boolean isStatic, ChannelPriority priority)
            throws ProtocolException {
        return rules.call("CreateVirtualChannel", () -> inner.createVirtualChannel(name, isStatic, priority));
    }

    @Override
    public Optional<List<PropertyValue>> queryProperty(UUID property, List<PropertyValue> in) throws ProtocolException {
        return rules.call("QueryProperty", () -> inner.queryProperty(property, in));
    }

    @Override
    public Optional<ProtocolShadowConnection> getShadowConnection() throws ProtocolException {
        return rules.call("GetShadowConnection", inner::getShadowConnection)
                .map(shadow -> new CheckedShadow(shadow, rules));
    }

    @Override
    public void notifyCommandProcessCreated(int sessionId) throws ProtocolException {
        rules.run("NotifyCommandProcessCreated", () -> inner.notifyCommandProcessCreated(sessionId));
    }
}
