package oriel.kit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import oriel.contract.desktop.VideoEndpoint;
import oriel.contract.protocol.Arbitration;
import oriel.contract.protocol.ChannelPriority;
import oriel.contract.protocol.ClientData;
import oriel.contract.protocol.ClientMonitors;
import oriel.contract.protocol.ConnectionSettings;
import oriel.contract.protocol.ErrorInfo;
import oriel.contract.protocol.HResult;
import oriel.contract.protocol.InputHandles;
import oriel.contract.protocol.LicenseCapabilities;
import oriel.contract.protocol.LogonErrorRedirectorResponse;
import oriel.contract.protocol.PropertyValue;
import oriel.contract.protocol.ProtocolConnection;
import oriel.contract.protocol.ProtocolConnectionCallback;
import oriel.contract.protocol.ProtocolException;
import oriel.contract.protocol.ProtocolLicenseConnection;
import oriel.contract.protocol.ProtocolLogonErrorRedirector;
import oriel.contract.protocol.ProtocolShadowCallback;
import oriel.contract.protocol.ProtocolShadowConnection;
import oriel.contract.protocol.ProtocolStatus;
import oriel.contract.protocol.SessionHandle;
import oriel.contract.protocol.SessionId;
import oriel.contract.protocol.UserCredential;
import oriel.contract.protocol.UserToken;
import oriel.contract.protocol.VirtualChannel;

/**
 * A connection without any wire, as a {@link ConnectionScript} describes it. The log holds the calls to the connection and to
 * its licence connection, redirector and shadow connection, in one order.
 */
public class ScriptedConnection extends ScriptedBase implements ProtocolConnection {

    final ConnectionScript script;

    private final CompletableFuture<ProtocolConnectionCallback> callback = new CompletableFuture<>();
    private final CompletableFuture<ProtocolShadowCallback> shadowCallback = new CompletableFuture<>();
    private final List<ScriptedEndpoint.Video> videos = new ArrayList<>();
    private final List<ScriptedEndpoint.Clipboard> clipboards = new ArrayList<>();
    private final List<ScriptedEndpoint.Sound> sounds = new ArrayList<>();
    private final List<ScriptedEndpoint.Keyboard> keyboards = new ArrayList<>();
    private final List<ScriptedEndpoint.Pointer> pointers = new ArrayList<>();
    private final Map<UUID, List<PropertyValue>> properties;

    ScriptedConnection(ConnectionScript script) {
        this.script = script;
        this.properties = Map.copyOf(script.properties);
        script.actions.forEach(this::on);
    }

    /**
     * Starts a script.
     *
     * @return a script of a well-behaved client
     */
    public static ConnectionScript builder() {
        return new ConnectionScript();
    }

    final void announced(ProtocolConnectionCallback given) {
        callback.complete(given);
    }

    /**
     * The names of the calls so far.
     *
     * @return a snapshot, spelled as in the contract
     */
    public final List<String> calls() {
        return log().names();
    }

    /**
     * Waits until a call has begun.
     *
     * @param name    name of the call
     * @param timeout how long to wait at most
     * @return its first occurrence
     * @throws InterruptedException if the waiting thread was interrupted
     * @throws AssertionError       if it did not come in time
     */
    public final CallLog.Call awaitCall(String name, Duration timeout) throws InterruptedException {
        return log().await(name, timeout);
    }

    /**
     * The way back to the service. Waits for it: a call of the service may arrive before {@code OnConnected} has returned.
     *
     * @return the callback
     */
    public final ProtocolConnectionCallback callback() {
        return callback.join();
    }

    /**
     * The client is lost: calls {@code BrokenConnection} on the present thread.
     *
     * @throws ProtocolException if the service refused the call
     */
    public final void breakConnection() throws ProtocolException {
        callback().brokenConnection(0, 0);
    }

    /**
     * The way back to the service during a shadow.
     *
     * @return what the first {@code Start} gave; empty = none came yet
     */
    public final Optional<ProtocolShadowCallback> shadowCallback() {
        return Optional.ofNullable(shadowCallback.getNow(null));
    }

    /** Asks for a hold of the picture. */
    @Override
    public final void callBack() throws ProtocolException {
        callback().stopScreenUpdates();
    }

    /**
     * The picture endpoints handed out, one per attachment.
     *
     * @return a snapshot, oldest first
     */
    public final synchronized List<ScriptedEndpoint.Video> videos() {
        return List.copyOf(videos);
    }

    /**
     * The clipboards it has handed out, one per logon and return; only with the optional interfaces.
     *
     * @return the endpoints, oldest first
     */
    public final synchronized List<ScriptedEndpoint.Clipboard> clipboards() {
        return List.copyOf(clipboards);
    }

    /**
     * The loudspeakers it has handed out, one per logon and return; only with the optional interfaces.
     *
     * @return the endpoints, oldest first
     */
    public final synchronized List<ScriptedEndpoint.Sound> sounds() {
        return List.copyOf(sounds);
    }

    final synchronized ScriptedEndpoint.Clipboard newClipboard() {
        var clipboard = new ScriptedEndpoint.Clipboard();
        clipboards.add(clipboard);
        return clipboard;
    }

    final synchronized ScriptedEndpoint.Sound newSound() {
        var sound = new ScriptedEndpoint.Sound();
        sounds.add(sound);
        return sound;
    }

    /**
     * The keyboard endpoints handed out, one per attachment.
     *
     * @return a snapshot, oldest first
     */
    public final synchronized List<ScriptedEndpoint.Keyboard> keyboards() {
        return List.copyOf(keyboards);
    }

    /**
     * The pointer endpoints handed out, one per attachment.
     *
     * @return a snapshot, oldest first
     */
    public final synchronized List<ScriptedEndpoint.Pointer> pointers() {
        return List.copyOf(pointers);
    }

    @Override
    public Optional<ProtocolLogonErrorRedirector> getLogonErrorRedirector() throws ProtocolException {
        heard("GetLogonErrorRedirector");
        int times = switch (script.readiness) {
            case NEVER -> 0;
            case ONCE -> 1;
            case TWICE -> 2;
        };
        Thread.ofVirtual().name("scripted-ready").start(() -> ready(times));
        return script.redirecting.map(Redirector::new);
    }

    private void ready(int times) {
        try {
            for (int i = 0; i < times; i++) {
                callback().onReady();
            }
        } catch (ProtocolException e) {
            log().add("OnReady refused", e.result());
        }
    }

    @Override
    public void acceptConnection() throws ProtocolException {
        heard("AcceptConnection");
    }

    @Override
    public ClientData getClientData(ClientData defaults) throws ProtocolException {
        heard("GetClientData", defaults);
        return script.clientData.apply(defaults);
    }

    @Override
    public ClientMonitors getClientMonitorData() throws ProtocolException {
        heard("GetClientMonitorData");
        return script.monitors;
    }

    @Override
    public Optional<UserCredential> getUserCredentials() throws ProtocolException {
        heard("GetUserCredentials");
        return script.credentials.map(supplier -> supplier.get());
    }

    @Override
    public ProtocolLicenseConnection getLicenseConnection() throws ProtocolException {
        heard("GetLicenseConnection");
        return new License(script.licensePackets);
    }

    @Override
    public Optional<SessionId> authenticateClientToSession() throws ProtocolException {
        heard("AuthenticateClientToSession");
        return script.authenticated.get();
    }

    @Override
    public void notifySessionId(SessionId session, SessionHandle handle) throws ProtocolException {
        heard("NotifySessionId", session);
    }

    @Override
    public InputHandles getInputHandles() throws ProtocolException {
        heard("GetInputHandles");
        if (!script.input) {
            return new InputHandles(Optional.empty(), Optional.empty());
        }
        var keyboard = new ScriptedEndpoint.Keyboard();
        var pointer = new ScriptedEndpoint.Pointer();
        synchronized (this) {
            keyboards.add(keyboard);
            pointers.add(pointer);
        }
        return new InputHandles(Optional.of(keyboard), Optional.of(pointer));
    }

    @Override
    public Optional<VideoEndpoint> getVideoHandle() throws ProtocolException {
        heard("GetVideoHandle");
        if (!script.video) {
            return Optional.empty();
        }
        var video = new ScriptedEndpoint.Video();
        synchronized (this) {
            videos.add(video);
        }
        return Optional.of(video);
    }

    @Override
    public void connectNotify(int sessionId) throws ProtocolException {
        heard("ConnectNotify", sessionId);
    }

    @Override
    public void isUserAllowedToLogon(int sessionId, UserToken token, String domain, String userName)
            throws ProtocolException {
        heard("IsUserAllowedToLogon", sessionId, domain, userName);
    }

    @Override
    public Arbitration sessionArbitrationEnumeration(UserToken token, boolean singleSessionPerUser)
            throws ProtocolException {
        heard("SessionArbitrationEnumeration", singleSessionPerUser);
        return script.arbitration.apply(token, singleSessionPerUser);
    }

    @Override
    public ConnectionSettings logonNotify(
            UserToken token, String userName, String domain, SessionId session, ConnectionSettings settings)
            throws ProtocolException {
        heard("LogonNotify", userName, domain, session, settings);
        return script.logonSettings.apply(settings);
    }

    @Override
    public void preDisconnect(ErrorInfo reason) throws ProtocolException {
        heard("PreDisconnect", reason);
    }

    @Override
    public void disconnectNotify() throws ProtocolException {
        heard("DisconnectNotify");
    }

    /** An action for {@code Close} that fails with a {@link ProtocolException} is written down: the call cannot carry it. */
    @Override
    public void close() {
        try {
            heard("Close");
        } catch (ProtocolException e) {
            log().add("Close failed", e.result());
        }
    }

    @Override
    public ProtocolStatus getProtocolStatus() throws ProtocolException {
        heard("GetProtocolStatus");
        return script.status.get();
    }

    @Override
    public Duration getLastInputTime() throws ProtocolException {
        heard("GetLastInputTime");
        return script.lastInput.get();
    }

    @Override
    public void setErrorInfo(ErrorInfo error) throws ProtocolException {
        heard("SetErrorInfo", error);
    }

    @Override
    public VirtualChannel createVirtualChannel(String name, boolean isStatic, ChannelPriority priority)
            throws ProtocolException {
        heard("CreateVirtualChannel", name, isStatic, priority);
        throw new ProtocolException(HResult.E_NOT_FOUND, "the client has no channel " + name);
    }

    @Override
    public Optional<List<PropertyValue>> queryProperty(UUID property, List<PropertyValue> in) throws ProtocolException {
        heard("QueryProperty", property, in);
        return Optional.ofNullable(properties.get(property));
    }

    @Override
    public Optional<ProtocolShadowConnection> getShadowConnection() throws ProtocolException {
        heard("GetShadowConnection");
        return script.shadow ? Optional.of(new ScriptedShadow(this, shadowCallback)) : Optional.empty();
    }

    @Override
    public void notifyCommandProcessCreated(int sessionId) throws ProtocolException {
        heard("NotifyCommandProcessCreated", sessionId);
    }

    private final class License implements ProtocolLicenseConnection {

        private final Queue<byte[]> packets;

        private License(List<byte[]> packets) {
            this.packets = new ArrayDeque<>(packets);
        }

        @Override
        public LicenseCapabilities requestLicensingCapabilities() throws ProtocolException {
            heard("RequestLicensingCapabilities");
            return script.licenseCapabilities;
        }

        @Override
        public void sendClientLicense(byte[] packet) throws ProtocolException {
            heard("SendClientLicense", packet.clone());
        }

        @Override
        public byte[] requestClientLicense() throws ProtocolException {
            heard("RequestClientLicense");
            byte[] packet = packets.poll();
            return packet == null ? new byte[0] : packet.clone();
        }

        @Override
        public void protocolComplete(int outcome) throws ProtocolException {
            heard("ProtocolComplete", outcome);
        }
    }

    private final class Redirector implements ProtocolLogonErrorRedirector {

        private final LogonErrorRedirectorResponse response;

        private Redirector(LogonErrorRedirectorResponse response) {
            this.response = response;
        }

        @Override
        public void onBeginPainting() throws ProtocolException {
            heard("OnBeginPainting");
        }

        @Override
        public LogonErrorRedirectorResponse redirectStatus(String message) throws ProtocolException {
            heard("RedirectStatus", message);
            return response;
        }

        @Override
        public LogonErrorRedirectorResponse redirectMessage(String caption, String message, int boxType)
                throws ProtocolException {
            heard("RedirectMessage", caption, message, boxType);
            return response;
        }

        @Override
        public LogonErrorRedirectorResponse redirectLogonError(
                int status, int subStatus, String caption, String message, int boxType) throws ProtocolException {
            heard("RedirectLogonError", status, subStatus, caption, message, boxType);
            return response;
        }
    }
}
