package oriel.kit;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import oriel.contract.desktop.CursorShape;
import oriel.contract.desktop.KeyboardEndpoint;
import oriel.contract.desktop.KeyboardSink;
import oriel.contract.desktop.Screen;
import oriel.contract.desktop.ScreenWatcher;
import oriel.contract.desktop.Size;
import oriel.contract.desktop.VideoEndpoint;
import oriel.contract.protocol.ClientData;
import oriel.contract.protocol.ConnectionSettingLevel;
import oriel.contract.protocol.ConnectionSettings;
import oriel.contract.protocol.ErrorInfo;
import oriel.contract.protocol.HResult;
import oriel.contract.protocol.ListenerConfiguration;
import oriel.contract.protocol.ListenerSettingLevel;
import oriel.contract.protocol.ProtocolConnection;
import oriel.contract.protocol.ProtocolConnectionCallback;
import oriel.contract.protocol.ProtocolException;
import oriel.contract.protocol.ProtocolLicenseConnection;
import oriel.contract.protocol.ProtocolListener;
import oriel.contract.protocol.ProtocolListenerCallback;
import oriel.contract.protocol.ProtocolLogonErrorRedirector;
import oriel.contract.protocol.ProtocolManager;
import oriel.contract.protocol.ProtocolProvider;
import oriel.contract.protocol.ProtocolSettings;
import oriel.contract.protocol.ProviderEnvironment;
import oriel.contract.protocol.RcmDrainState;
import oriel.contract.protocol.RcmServiceState;
import oriel.contract.protocol.ServiceState;
import oriel.contract.protocol.SessionEvent;
import oriel.contract.protocol.SessionId;
import oriel.contract.protocol.SettingLevel;
import oriel.contract.protocol.SettingType;
import oriel.contract.protocol.Settings;
import oriel.contract.protocol.SmallRect;
import oriel.contract.protocol.UserToken;

/** A service without a mind of its own: makes the calls a test names, right or wrong. */
class ServiceSide implements ProtocolListenerCallback, ProtocolConnectionCallback {

    private static final SessionId SESSION = new SessionId(new UUID(1, 2), 3);
    private static final byte[] VALID_CLIENT = {(byte) 0xFF, 3, 16, 0, 7, 0, 0, 0, 2, 0, 0, 0, 4, 0, 0, 0};

    private final ProtocolManager manager;
    private @Nullable ProtocolListener listener;
    private @Nullable ProtocolConnection connection;
    private @Nullable ProtocolLicenseConnection license;
    private @Nullable KeyboardEndpoint keyboard;
    private @Nullable VideoEndpoint video;
    private @Nullable ProtocolLogonErrorRedirector redirector;
    private final List<ProtocolException> failures = new CopyOnWriteArrayList<>();
    private boolean refusing;

    ServiceSide(ProtocolProvider provider) throws ProtocolException {
        manager = provider.activate(new Environment());
    }

    /** The failures so far of calls to connections. */
    List<ProtocolException> failures() {
        return failures;
    }

    void refuseClients() {
        refusing = true;
    }

    /** Makes calls to manager and listener. */
    void manage(List<String> calls) throws ProtocolException {
        for (String call : calls) {
            switch (call) {
                case "Initialize" -> manager.initialize(new Policy(), Settings.notConfigured(SettingType.MACHINE));
                case "CreateListener" -> listener = manager.createListener("Test-Tcp");
                case "GetSettings" -> theListener().getSettings(ListenerSettingLevel.LEVEL_1);
                case "StartListen" -> theListener().startListen(this);
                case "StopListen" -> theListener().stopListen();
                case "NotifyServiceStateChange" ->
                    manager.notifyServiceStateChange(new ServiceState(RcmServiceState.START, RcmDrainState.NONE));
                case "NotifySessionStateChange" ->
                    manager.notifySessionStateChange(SESSION, SessionEvent.REMOTE_CONNECT);
                case "Uninitialize" -> manager.uninitialize();
                default -> throw new IllegalArgumentException(call);
            }
        }
    }

    /** Makes calls to the connection that arrived last, and goes on after failures. */
    void call(List<String> calls) {
        for (String call : calls) {
            try {
                call(call);
            } catch (ProtocolException e) {
                failures.add(e); // what a failure leads to is what the next calls of the test say
            }
        }
    }

    void call(String call) throws ProtocolException {
        ProtocolConnection present = connection();
        switch (call) {
            case "GetLogonErrorRedirector" ->
                redirector = present.getLogonErrorRedirector().orElse(null);
            case "RedirectLogonError" -> Objects.requireNonNull(redirector).redirectLogonError(0, 0, "", "", 0);
            case "AcceptConnection" -> present.acceptConnection();
            case "GetClientData" -> present.getClientData(ClientData.builder().build());
            case "GetClientMonitorData" -> present.getClientMonitorData();
            case "GetUserCredentials" -> present.getUserCredentials();
            case "GetLicenseConnection" -> license = present.getLicenseConnection();
            case "RequestLicensingCapabilities" -> theLicense().requestLicensingCapabilities();
            case "SendClientLicense" -> theLicense().sendClientLicense(VALID_CLIENT);
            case "SendHalfAPacket" -> theLicense().sendClientLicense(new byte[] {(byte) 0xFF, 3, 16, 0, 7});
            case "RequestClientLicense" -> theLicense().requestClientLicense();
            case "ProtocolComplete" -> theLicense().protocolComplete(1);
            case "ProtocolComplete(0)" -> theLicense().protocolComplete(0);
            case "AuthenticateClientToSession" -> present.authenticateClientToSession();
            case "NotifySessionId" -> present.notifySessionId(SESSION, () -> SESSION);
            case "GetInputHandles" ->
                keyboard = present.getInputHandles().keyboard().orElse(null);
            case "OpenKeyboard" -> Objects.requireNonNull(keyboard).open(new Deaf());
            case "CloseKeyboard" -> Objects.requireNonNull(keyboard).close();
            case "GetVideoHandle" -> video = present.getVideoHandle().orElse(null);
            case "OpenVideo" -> theVideo().open(new Blank());
            case "CloseVideo" -> theVideo().close();
            case "ConnectNotify" -> present.connectNotify(3);
            case "NotifyCommandProcessCreated" -> present.notifyCommandProcessCreated(3);
            case "IsUserAllowedToLogon" -> present.isUserAllowedToLogon(3, new Token(), "", "ann");
            case "SessionArbitrationEnumeration" -> present.sessionArbitrationEnumeration(new Token(), false);
            case "LogonNotify" ->
                present.logonNotify(
                        new Token(),
                        "ann",
                        "",
                        SESSION,
                        ConnectionSettings.builder().build());
            case "PreDisconnect" -> present.preDisconnect(ErrorInfo.DISCONNECTED_BY_ADMIN);
            case "DisconnectNotify" -> present.disconnectNotify();
            case "Close" -> present.close();
            case "GetProtocolStatus" -> present.getProtocolStatus();
            case "SetErrorInfo" -> present.setErrorInfo(ErrorInfo.IDLE_TIMEOUT);
            default -> throw new IllegalArgumentException(call);
        }
    }

    private ProtocolConnection connection() {
        return Objects.requireNonNull(connection);
    }

    private ProtocolListener theListener() {
        return Objects.requireNonNull(listener);
    }

    private ProtocolLicenseConnection theLicense() {
        return Objects.requireNonNull(license);
    }

    private VideoEndpoint theVideo() {
        return Objects.requireNonNull(video);
    }

    @Override
    public ProtocolConnectionCallback onConnected(ProtocolConnection arrived, ConnectionSettings proposed)
            throws ProtocolException {
        if (refusing) {
            throw new ProtocolException(HResult.E_ACCESSDENIED, "refused");
        }
        connection = arrived;
        return this;
    }

    @Override
    public void onReady() {}

    @Override
    public void brokenConnection(int reason, int source) {}

    @Override
    public void stopScreenUpdates() {}

    @Override
    public void redrawWindow(Optional<SmallRect> area) {}

    @Override
    public int getConnectionId() {
        return 1;
    }

    private record Token() implements UserToken {

        @Override
        public String userName() {
            return "ann";
        }

        @Override
        public String domain() {
            return "";
        }

        @Override
        public Set<String> groups() {
            return Set.of();
        }
    }

    private record Policy() implements ProtocolSettings {

        @Override
        public Settings getSettings(SettingType type, SettingLevel level) {
            return Settings.notConfigured(type);
        }

        @Override
        public ConnectionSettings mergeSettings(
                Settings over, ConnectionSettingLevel level, ConnectionSettings settings) {
            return settings;
        }
    }

    private record Environment() implements ProviderEnvironment {

        @Override
        public String hostName() {
            return "test";
        }

        @Override
        public ListenerConfiguration listener(String name) {
            return new ListenerConfiguration(name, "scripted", true, Map.of());
        }
    }

    private record Deaf() implements KeyboardSink {

        @Override
        public void key(int scanCode, int prefix, boolean down) {}

        @Override
        public void character(int codePoint, boolean down) {}

        @Override
        public void locks(boolean scroll, boolean num, boolean caps, boolean kana) {}

        @Override
        public void releaseAll() {}
    }

    private record Blank() implements Screen {

        @Override
        public Size size() {
            return new Size(1, 1);
        }

        @Override
        public void read(int x, int y, int width, int height, int[] into, int offset, int stride) {}

        @Override
        public CursorShape cursor() {
            return CursorShape.HIDDEN;
        }

        @Override
        public void watch(ScreenWatcher watcher) {}

        @Override
        public void unwatch(ScreenWatcher watcher) {}
    }
}
