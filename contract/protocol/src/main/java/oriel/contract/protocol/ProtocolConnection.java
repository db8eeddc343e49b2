package oriel.contract.protocol;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import oriel.contract.desktop.VideoEndpoint;

/**
 * One client connection from first contact to close ({@code IWRdsProtocolConnection}; page <em>IWRdsProtocolConnection
 * (wtsprotocol.h)</em>). Implemented by the provider, created by a listener, called by the service in the order of the
 * connection sequence; step numbers are those of its picture. Complete before it is announced: the first call may come
 * while {@code OnConnected} still runs.
 *
 * <p>The sequence calls of one connection are serial; those marked <em>any time</em> may overlap them from other
 * threads. No method may lead back into the service. A call outside its state fails with
 * {@link HResult#E_INVALID_STATE} and changes nothing. After a failure in the middle, {@link #close()} comes exactly
 * once, {@link #disconnectNotify()} before it if a session was named, {@link #preDisconnect} before that if the session
 * was shown (Q23).
 *
 * <p>An object may implement further interfaces, which the service looks for: {@link ProtocolConnection2},
 * {@link EnhancedFastReconnectArbitrator}, {@link ProtocolConnectionSettings}, {@link WddmIddProps}.
 */
public interface ProtocolConnection extends AutoCloseable {

    /**
     * {@code GetLogonErrorRedirector}, step 1, the first call.
     *
     * @return where logon messages are redirected to; empty ({@code E_NOTIMPL}) = shown in the session only
     * @throws ProtocolException treated like empty
     */
    Optional<ProtocolLogonErrorRedirector> getLogonErrorRedirector() throws ProtocolException;

    /**
     * {@code AcceptConnection}, step 3, after {@link ProtocolConnectionCallback#onReady()}: carry on with the
     * wire-level connect until the client has described itself. May take as long as the client takes; the setup timer
     * of the service bounds it by interrupting the calling thread (Q22).
     *
     * @throws ProtocolException the connection is dropped
     */
    void acceptConnection() throws ProtocolException;

    /**
     * {@code GetClientData}, step 4: everything the client has said about itself (in/out, Q38).
     *
     * @param defaults filled by the service: redirection flags from policy
     * @return {@code defaults} with all that is known put over it
     * @throws ProtocolException the connection is dropped
     */
    ClientData getClientData(ClientData defaults) throws ProtocolException;

    /**
     * {@code GetClientMonitorData}, step 5.
     *
     * @return number of monitors and index of the primary one (Q12)
     * @throws ProtocolException the service goes on with one monitor (Q37)
     */
    ClientMonitors getClientMonitorData() throws ProtocolException;

    /**
     * {@code GetUserCredentials}, step 6: user name and password in clear text. They go before those of the client data
     * and after a serialized credential (Q39). Asked again where a redirector wants the logon to start over.
     *
     * @return credentials for the logon, owned by the service, which wipes them; empty = the logon screen appears
     * @throws ProtocolException treated like empty
     */
    Optional<UserCredential> getUserCredentials() throws ProtocolException;

    /**
     * {@code GetLicenseConnection}, step 7.
     *
     * @return the courier of the licence exchange, owned by the service until licensing is over
     * @throws ProtocolException the connection is dropped
     */
    ProtocolLicenseConnection getLicenseConnection() throws ProtocolException;

    /**
     * {@code AuthenticateClientToSession}, step 12: has the client proved, cryptographically, a right to an existing
     * session (Q6)?
     *
     * @return that session; empty = go on with a new one
     * @throws ProtocolException treated like empty
     */
    Optional<SessionId> authenticateClientToSession() throws ProtocolException;

    /**
     * {@code NotifySessionId}, step 14; comes again after each move to another session. A notice: returns at once.
     *
     * @param session the session this connection is attached to now
     * @param handle stands for that session, valid until {@link #disconnectNotify()}
     * @throws ProtocolException the service logs it and goes on
     */
    void notifySessionId(SessionId session, SessionHandle handle) throws ProtocolException;

    /**
     * {@code GetInputHandles}, step 15: keyboard and mouse endpoints for this attachment, fresh ones after each
     * {@link #notifySessionId}.
     *
     * @return the endpoints; the service opens them, and closes them before {@link #disconnectNotify()}
     * @throws ProtocolException the disconnect sequence follows
     */
    InputHandles getInputHandles() throws ProtocolException;

    /**
     * {@code GetVideoHandle}, step 16: the display endpoint for this attachment, a fresh one after each
     * {@link #notifySessionId}.
     *
     * @return the endpoint, opened and closed by the service; empty ({@code E_NOTIMPL}) = the connection shows no
     *     picture (Q44)
     * @throws ProtocolException the disconnect sequence follows
     */
    Optional<VideoEndpoint> getVideoHandle() throws ProtocolException;

    /**
     * {@code ConnectNotify}, step 17: the session is initialised for the client; from here on the client sees it. A
     * notice: returns at once.
     *
     * @param sessionId number of the session
     * @throws ProtocolException the service logs it and goes on
     */
    void connectNotify(int sessionId) throws ProtocolException;

    /**
     * {@code IsUserAllowedToLogon}, step 19: returning means yes.
     *
     * @param sessionId number of the session
     * @param token the authenticated user; lent for the call
     * @param domain domain of the user, possibly empty
     * @param userName name of the user
     * @throws ProtocolException no (Q9): the logon is refused
     */
    void isUserAllowedToLogon(int sessionId, UserToken token, String domain, String userName) throws ProtocolException;

    /**
     * {@code SessionArbitrationEnumeration}, step 20: which disconnected sessions of the user are candidates for
     * reconnection (Q10). The two-step size query of the original is one call here.
     *
     * @param token the authenticated user; lent for the call
     * @param singleSessionPerUser whether a user may have one session only
     * @return the candidates, or that the service shall arbitrate itself
     * @throws ProtocolException default arbitration
     */
    Arbitration sessionArbitrationEnumeration(UserToken token, boolean singleSessionPerUser) throws ProtocolException;

    /**
     * {@code LogonNotify}, step 21: the user is logged on in (or, on reconnect, attached to) the session. A notice:
     * returns at once.
     *
     * @param token the user; lent for the call
     * @param userName name of the user
     * @param domain domain of the user, possibly empty
     * @param session the session
     * @param settings settings as they will apply
     * @return the effective settings, changed or as they came (in/out, Q40)
     * @throws ProtocolException the service logs it and goes on
     */
    ConnectionSettings logonNotify(
            UserToken token, String userName, String domain, SessionId session, ConnectionSettings settings)
            throws ProtocolException;

    /**
     * {@code PreDisconnect}: the session is about to be disconnected; the client can still be reached. Does not come
     * when the connection moves to another session (Q45). A notice: returns at once.
     *
     * @param reason why (Q20)
     * @throws ProtocolException the service logs it and goes on
     */
    void preDisconnect(ErrorInfo reason) throws ProtocolException;

    /**
     * {@code DisconnectNotify}: the session has been disconnected from this connection; its endpoints are void. The
     * connection may live on and get another {@link #notifySessionId}. A notice: returns at once.
     *
     * @throws ProtocolException the service logs it and goes on
     */
    void disconnectNotify() throws ProtocolException;

    /**
     * {@code Close}: the last call. Cleans up, drops the callback, closes the client; what was sent before still
     * reaches the client if it takes it within a moment. Never fails.
     */
    @Override
    void close();

    /**
     * {@code GetProtocolStatus}, any time: traffic counters since the connection began.
     *
     * @return the counters
     * @throws ProtocolException shown as zeros
     */
    ProtocolStatus getProtocolStatus() throws ProtocolException;

    /**
     * {@code GetLastInputTime}, any time: how long ago input arrived (Q11).
     *
     * @return time since the last input, in steps of milliseconds
     * @throws ProtocolException shown as zero
     */
    Duration getLastInputTime() throws ProtocolException;

    /**
     * {@code SetErrorInfo}, any time: tell the client why it is about to be disconnected, if it can be told. Does not
     * end the connection.
     *
     * @param error the reason for the client
     * @throws ProtocolException the service logs it and goes on
     */
    void setErrorInfo(ErrorInfo error) throws ProtocolException;

    /**
     * {@code CreateVirtualChannel}, any time: a data pipe to this client.
     *
     * @param name name of the channel, 1 … 7 ASCII characters for a static one
     * @param isStatic static or dynamic
     * @param priority priority (Q35)
     * @return the channel, owned by the caller
     * @throws ProtocolException if the client has no such channel or resources are short; whoever asked for the channel
     *     gets the failure, nothing else happens
     */
    VirtualChannel createVirtualChannel(String name, boolean isStatic, ChannelPriority priority)
            throws ProtocolException;

    /**
     * {@code QueryProperty}, any time: properties that have no method of their own (connection.md, section 2).
     *
     * @param property which property; see {@link Property}
     * @param in its inputs, in the fixed shape of the property
     * @return its outputs, in the fixed shape of the property; empty ({@code E_NOTIMPL}) = unknown here
     * @throws ProtocolException treated like empty
     */
    Optional<List<PropertyValue>> queryProperty(UUID property, List<PropertyValue> in) throws ProtocolException;

    /**
     * {@code GetShadowConnection}, any time.
     *
     * @return the shadow object of this connection, owned by the service until the shadow is over; empty = this
     *     protocol cannot be shadowed
     * @throws ProtocolException treated like empty
     */
    Optional<ProtocolShadowConnection> getShadowConnection() throws ProtocolException;

    /**
     * {@code NotifyCommandProcessCreated}, step 18: the logon process of the session runs. A notice: returns at once.
     *
     * @param sessionId number of the session
     * @throws ProtocolException the service logs it and goes on
     */
    void notifyCommandProcessCreated(int sessionId) throws ProtocolException;
}
