package oriel.rdp;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import oriel.contract.desktop.ClipboardEndpoint;
import oriel.contract.desktop.SoundEndpoint;
import oriel.contract.desktop.VideoEndpoint;
import oriel.contract.protocol.Arbitration;
import oriel.contract.protocol.ChannelPriority;
import oriel.contract.protocol.ClientData;
import oriel.contract.protocol.ClientMonitors;
import oriel.contract.protocol.ConnectionSettings;
import oriel.contract.protocol.ErrorInfo;
import oriel.contract.protocol.HResult;
import oriel.contract.protocol.InputHandles;
import oriel.contract.protocol.PropertyValue;
import oriel.contract.protocol.ProtocolConnection;
import oriel.contract.protocol.ProtocolConnectionCallback;
import oriel.contract.protocol.ProtocolConnectionDevices;
import oriel.contract.protocol.ProtocolConnectionSettings;
import oriel.contract.protocol.ProtocolException;
import oriel.contract.protocol.ProtocolLicenseConnection;
import oriel.contract.protocol.ProtocolListenerCallback;
import oriel.contract.protocol.ProtocolLogonErrorRedirector;
import oriel.contract.protocol.ProtocolShadowConnection;
import oriel.contract.protocol.ProtocolStatus;
import oriel.contract.protocol.SessionHandle;
import oriel.contract.protocol.SessionId;
import oriel.contract.protocol.UserCredential;
import oriel.contract.protocol.UserToken;
import oriel.contract.protocol.VirtualChannel;
import oriel.rdp.codec.gcc.EarlyCapability;
import oriel.rdp.codec.info.ClientAutoReconnect;
import oriel.rdp.codec.share.SetErrorInfo;
import oriel.rdp.codec.share.ShareDataPdu;
import oriel.rdp.codec.x224.ConnectionRequest;
import oriel.rdp.transport.ConnectionEndedException;
import oriel.rdp.transport.ConnectionEndedException.Ender;
import oriel.rdp.transport.RdpTransport;
import oriel.wire.MalformedPduException;

/**
 * One RDP client from its X.224 request to its end. The sequence calls of the service run the phases of the wire protocol on
 * the service's thread; once the capability exchange has begun ({@code GetInputHandles}) a thread of the connection's own reads
 * what the client sends. Notices return at once: what they cause is sent by the {@link Outbox}.
 */
final class RdpConnection
        implements ProtocolConnection, ProtocolConnectionSettings, ProtocolConnectionDevices, Housekeeper.Charge {

    private static final Logger LOG = LoggerFactory.getLogger(RdpConnection.class);

    private final ConnectionSurroundings surroundings;
    private final RdpTransport transport;
    private final InetSocketAddress address;
    private final AddressBudget.Place place;
    private final ConnectionPhases phases;
    private final Outbox outbox;
    private final RoundTripProbe probe;
    private final ClientDevices devices;
    private final CountDownLatch redirectorAsked = new CountDownLatch(1);
    private final AtomicReference<@Nullable String> ending = new AtomicReference<>();
    private final AtomicBoolean brokenTold = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Map<UUID, PropertyValue> settings = new ConcurrentHashMap<>();

    private volatile @Nullable ConnectionRequest request;
    private volatile @Nullable ProtocolConnectionCallback callback;
    private volatile @Nullable ClientDescription client;
    private volatile @Nullable DataExchange exchange;
    private volatile boolean proofRejected;
    private volatile ErrorInfo leavingReason = ErrorInfo.NONE;

    RdpConnection(
            ConnectionSurroundings surroundings,
            RdpTransport transport,
            InetSocketAddress address,
            AddressBudget.Place place) {
        this.surroundings = surroundings;
        this.transport = transport;
        this.address = address;
        this.place = place;
        phases = new ConnectionPhases(transport, surroundings);
        outbox = new Outbox(transport);
        probe = new RoundTripProbe(outbox, surroundings.options().roundTripInterval(), surroundings.clock());
        devices = new ClientDevices(RdpListener.text(address), surroundings, probe);
    }

    /** First contact, on the thread that belongs to the accepted socket; ends when the service has taken over. */
    void announce(ProtocolListenerCallback listener) {
        surroundings.housekeeper().add(this);
        try {
            request = phases.connectionRequest();
            callback = listener.onConnected(this, ClientFacts.proposal(address));
            redirectorAsked.await();
            callback.onReady();
        } catch (ProtocolException e) {
            end("the service refused: " + e.getMessage());
        } catch (ConnectionEndedException e) {
            end(e.reason());
        } catch (MalformedPduException e) {
            end(String.valueOf(e.getMessage()));
        } catch (InterruptedException _) {
            end("interrupted");
        }
        if (callback == null) {
            leave();
        }
    }

    @Override
    public Optional<ProtocolLogonErrorRedirector> getLogonErrorRedirector() {
        redirectorAsked.countDown();
        return Optional.empty();
    }

    @Override
    public void acceptConnection() throws ProtocolException {
        ConnectionRequest wanted = request;
        if (wanted == null || client != null) {
            throw outOfPlace("AcceptConnection");
        }
        client = onWire(() -> {
            ClientDescription described = phases.run(wanted);
            Optional<byte[]> question = probe.begin(described);
            if (question.isPresent()) {
                transport.send(question.get(), 0, question.get().length);
            }
            return described;
        });
    }

    @Override
    public ClientData getClientData(ClientData defaults) throws ProtocolException {
        return ClientFacts.clientData(client("GetClientData"), address, defaults);
    }

    @Override
    public ClientMonitors getClientMonitorData() throws ProtocolException {
        return ClientFacts.monitors(client("GetClientMonitorData"));
    }

    @Override
    public Optional<UserCredential> getUserCredentials() throws ProtocolException {
        return ClientFacts.credential(client("GetUserCredentials"));
    }

    @Override
    public ProtocolLicenseConnection getLicenseConnection() throws ProtocolException {
        ClientDescription known = client("GetLicenseConnection").withoutPassword();
        client = known;
        return new LicenseCourier(
                this, transport, known, probe, surroundings.options().stepTimeout());
    }

    @Override
    public Optional<SessionId> authenticateClientToSession() throws ProtocolException {
        ClientDescription known = client("AuthenticateClientToSession");
        if (surroundings.policy().get().disableAutoReconnect().orElse(false)) {
            return Optional.empty();
        }
        Optional<ClientAutoReconnect> proof = known.reconnectProof();
        Optional<SessionId> session = proof.flatMap(shown -> surroundings
                .cookies()
                .verify(shown.logonId(), shown.securityVerifier().toArray()));
        proofRejected = proof.isPresent() && session.isEmpty();
        return session;
    }

    @Override
    public void notifySessionId(SessionId session, SessionHandle handle) throws ProtocolException {
        client("NotifySessionId");
        LOG.debug("Connection {} is attached to session {}.", id(), session.sessionId());
    }

    @Override
    public InputHandles getInputHandles() throws ProtocolException {
        DataExchange present = exchange;
        if (present == null) {
            ClientDescription known = client("GetInputHandles");
            present = new DataExchange(this, surroundings, transport, outbox, known, probe);
            if (proofRejected) {
                present.proofRejected();
            }
            DataExchange begun = present;
            onWire(() -> {
                begun.begin();
                return begun;
            });
            exchange = present;
        }
        return present.attachInput();
    }

    @Override
    public Optional<VideoEndpoint> getVideoHandle() throws ProtocolException {
        return Optional.of(exchange("GetVideoHandle").attachVideo());
    }

    @Override
    public Optional<ClipboardEndpoint> getClipboardHandle() throws ProtocolException {
        return devices.clipboard(exchange("GetClipboardHandle").channels());
    }

    @Override
    public Optional<SoundEndpoint> getSoundHandle() throws ProtocolException {
        return devices.sound(exchange("GetSoundHandle").channels());
    }

    @Override
    public void connectNotify(int sessionId) throws ProtocolException {
        exchange("ConnectNotify").connected();
    }

    @Override
    public void notifyCommandProcessCreated(int sessionId) {
        // nothing on the wire depends on it
    }

    @Override
    public void isUserAllowedToLogon(int sessionId, UserToken token, String domain, String userName) {
        // RDP has no say in it: returning means yes
    }

    @Override
    public Arbitration sessionArbitrationEnumeration(UserToken token, boolean singleSessionPerUser) {
        return new Arbitration.UseDefault();
    }

    @Override
    public ConnectionSettings logonNotify(
            UserToken token, String userName, String domain, SessionId session, ConnectionSettings effective)
            throws ProtocolException {
        boolean mayReturn = !effective.disableAutoReconnect()
                && !surroundings.policy().get().disableAutoReconnect().orElse(false);
        exchange("LogonNotify").loggedOn(userName, domain, session, mayReturn);
        return effective;
    }

    @Override
    public void preDisconnect(ErrorInfo reason) {
        leavingReason = reason;
    }

    @Override
    public void disconnectNotify() {
        DataExchange present = exchange;
        if (present != null) {
            present.detach();
        }
    }

    @Override
    public void close() {
        redirectorAsked.countDown();
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        DataExchange present = exchange;
        if (present != null) {
            present.end(leavingReason);
        }
        ending.compareAndSet(
                null, leavingReason.equals(ErrorInfo.NONE) ? "closed by the service" : leavingReason.text());
        leave();
        callback = null;
    }

    /** The transport says goodbye, and the log says why. */
    private void leave() {
        closed.set(true);
        place.close();
        outbox.finish();
        // Of what it was told here, or has made happen itself, the service speaks.
        LOG.atLevel(callback == null || brokenTold.get() ? Level.INFO : Level.DEBUG)
                .log("The connection of {} ended: {}.", RdpListener.text(address), ending.get());
    }

    /** The client has gone or must go; the first reason counts. The service is told on the calling thread. */
    void broken(String reason) {
        end(reason);
        ProtocolConnectionCallback present = callback;
        if (present != null && !closed.get() && brokenTold.compareAndSet(false, true)) {
            try {
                present.brokenConnection(0, 0);
            } catch (ProtocolException e) {
                LOG.debug("Connection {}: BrokenConnection was not taken: {}.", id(), e.getMessage());
            }
        }
    }

    private void end(String reason) {
        ending.compareAndSet(null, reason);
    }

    /** The client is through with its set-up. */
    void isSetUp() {
        place.close();
        transport.awaitNothing();
        transport.limitBytes(Long.MAX_VALUE);
    }

    @Override
    public void look() {
        ListenerOptions options = surroundings.options();
        transport.expire(options.writeTimeout(), options.stepTimeout());
        DataExchange present = exchange;
        if (present != null && !closed.get()) {
            present.look();
        }
        if (closed.get() && transport.isOver()) {
            surroundings.housekeeper().remove(this);
        }
    }

    @Override
    public ProtocolStatus getProtocolStatus() {
        return TrafficFigures.of(transport, exchange);
    }

    @Override
    public Duration getLastInputTime() throws ProtocolException {
        return exchange("GetLastInputTime").sinceLastInput();
    }

    /** Before the share exists the client understands the PDU as well: licensing and a full host are told this way. */
    @Override
    public void setErrorInfo(ErrorInfo error) {
        DataExchange present = exchange;
        ClientDescription known = client;
        if (present != null) {
            present.setErrorInfo(error);
        } else if (known != null && error.code() != 0 && known.wants(EarlyCapability.SUPPORT_ERRINFO_PDU)) {
            outbox.post(ShareOutput.encode(new ShareDataPdu(ChannelIds.SERVER, new SetErrorInfo(error.code()))));
        }
    }

    @Override
    public VirtualChannel createVirtualChannel(String name, boolean isStatic, ChannelPriority priority)
            throws ProtocolException {
        ClientChannels channels = exchange("CreateVirtualChannel").channels();
        return isStatic ? channels.open(name) : channels.open(name, priority);
    }

    @Override
    public Optional<List<PropertyValue>> queryProperty(UUID property, List<PropertyValue> in) {
        PropertyValue set = settings.get(property);
        if (set != null) {
            return Optional.of(List.of(set));
        }
        ClientDescription known = client;
        return known == null ? Optional.empty() : ClientFacts.property(property, known, exchange);
    }

    @Override
    public void setConnectionSetting(UUID property, PropertyValue value) {
        settings.put(property, value);
    }

    @Override
    public Optional<PropertyValue> getConnectionSetting(UUID property) {
        return queryProperty(property, List.of()).map(List::getFirst);
    }

    @Override
    public Optional<ProtocolShadowConnection> getShadowConnection() {
        return Optional.empty();
    }

    @Override
    public String toString() {
        return "connection " + id() + " of " + RdpListener.text(address);
    }

    private String id() {
        ProtocolConnectionCallback present = callback;
        return present == null ? "-" : Integer.toString(present.getConnectionId());
    }

    private ClientDescription client(String call) throws ProtocolException {
        ClientDescription known = client;
        if (known == null || closed.get()) {
            throw outOfPlace(call);
        }
        return known;
    }

    private DataExchange exchange(String call) throws ProtocolException {
        DataExchange present = exchange;
        if (present == null || closed.get()) {
            throw outOfPlace(call);
        }
        return present;
    }

    private static ProtocolException outOfPlace(String call) {
        return new ProtocolException(HResult.E_INVALID_STATE, call + " has no place in this state of the connection");
    }

    /** Something that talks to the client. */
    interface WireStep<T> {
        T run() throws ConnectionEndedException, RefusedException, UnexpectedPduException;
    }

    /** Runs a step of the wire protocol for the service: what goes wrong there becomes the reason of the end. */
    <T> T onWire(WireStep<T> step) throws ProtocolException {
        try {
            return step.run();
        } catch (ConnectionEndedException e) {
            end(e.reason());
            HResult result = e.ender() == Ender.SERVER ? HResult.E_TIMEOUT : HResult.E_CONNECTION_ABORTED;
            throw new ProtocolException(result, e.reason(), e);
        } catch (RefusedException e) {
            end(String.valueOf(e.getMessage()));
            throw new ProtocolException(HResult.E_ACCESSDENIED, String.valueOf(e.getMessage()), e);
        } catch (UnexpectedPduException | MalformedPduException e) {
            end(String.valueOf(e.getMessage()));
            throw new ProtocolException(HResult.E_FAIL, String.valueOf(e.getMessage()), e);
        }
    }
}
