package oriel.kit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import oriel.contract.protocol.Arbitration;
import oriel.contract.protocol.CertType;
import oriel.contract.protocol.ClientData;
import oriel.contract.protocol.ClientMonitors;
import oriel.contract.protocol.ConnectionSettings;
import oriel.contract.protocol.LicenseCapabilities;
import oriel.contract.protocol.LogonErrorRedirectorResponse;
import oriel.contract.protocol.PropertyValue;
import oriel.contract.protocol.ProtocolStatus;
import oriel.contract.protocol.SessionId;
import oriel.contract.protocol.UserCredential;
import oriel.contract.protocol.UserToken;

/**
 * What a {@link ScriptedConnection} answers. Unless told otherwise it is a well-behaved client of 1024×768 pixels that gives
 * no credentials, is ready at once, names no session and leaves arbitration to the service. A script may be used for several
 * connections; it must not be changed once the first of them exists.
 */
public final class ConnectionScript {

    /** How a connection calls {@code OnReady}. */
    enum Readiness {
        ONCE,
        TWICE,
        NEVER
    }

    final Map<String, Action> actions = new HashMap<>();
    final Map<UUID, List<PropertyValue>> properties = new HashMap<>();
    final List<byte[]> licensePackets = new ArrayList<>();
    ConnectionSettings proposed = ConnectionSettings.builder().build();
    UnaryOperator<ClientData> clientData = UnaryOperator.identity();
    ClientMonitors monitors = ClientMonitors.ONE;
    Optional<Supplier<UserCredential>> credentials = Optional.empty();
    Optional<LogonErrorRedirectorResponse> redirecting = Optional.empty();
    LicenseCapabilities licenseCapabilities = new LicenseCapabilities(
            LicenseCapabilities.KEY_EXCHANGE_ALG_RSA,
            LicenseCapabilities.CURRENT_VERSION,
            false,
            CertType.X509,
            "scripted");
    Supplier<Optional<SessionId>> authenticated = Optional::empty;
    BiFunction<UserToken, Boolean, Arbitration> arbitration = (token, single) -> new Arbitration.UseDefault();
    UnaryOperator<ConnectionSettings> logonSettings = UnaryOperator.identity();
    Supplier<ProtocolStatus> status = () -> ProtocolStatus.ZERO;
    Supplier<Duration> lastInput = () -> Duration.ZERO;
    Readiness readiness = Readiness.ONCE;
    boolean input = true;
    boolean video = true;
    boolean shadow;
    boolean optionalInterfaces;
    Optional<byte[]> serializedCredential = Optional.empty();
    OptionalInt fastReconnectSession = OptionalInt.empty();

    ConnectionScript() {
        client(data ->
                data.hRes(1024).vRes(768).colorDepth(32).protocolName("TEST").mouse(true));
    }

    private ConnectionScript client(UnaryOperator<ClientData.Builder> change) {
        UnaryOperator<ClientData> before = clientData;
        clientData = data -> change.apply(before.apply(data).toBuilder()).build();
        return this;
    }

    /**
     * What to do when a call arrives, before it is answered.
     *
     * @param call   name of the call, spelled as in the contract
     * @param action what to do
     * @return this
     */
    public ConnectionScript on(String call, Action action) {
        actions.put(call, action);
        return this;
    }

    /**
     * What travels in {@code OnConnected}.
     *
     * @param settings the proposal
     * @return this
     */
    public ConnectionScript proposing(ConnectionSettings settings) {
        proposed = settings;
        return this;
    }

    /**
     * Changes what {@code GetClientData} answers, after what was said before.
     *
     * @param change what to change; the builder starts from what the service gave
     * @return this
     */
    public ConnectionScript clientData(UnaryOperator<ClientData.Builder> change) {
        return client(change);
    }

    /**
     * Size of the client's screen.
     *
     * @param width  in pixels
     * @param height in pixels
     * @return this
     */
    public ConnectionScript size(int width, int height) {
        return client(data -> data.hRes(width).vRes(height));
    }

    /**
     * Name of the client machine.
     *
     * @param name at most 20 characters
     * @return this
     */
    public ConnectionScript clientName(String name) {
        return client(data -> data.clientName(name));
    }

    /**
     * Credentials for automatic logon, in the client data and in {@code GetUserCredentials}.
     *
     * @param userName name of the user
     * @param password password of the user
     * @return this
     */
    public ConnectionScript user(String userName, String password) {
        credentials = Optional.of(() -> new UserCredential(userName, password.toCharArray(), ""));
        return client(data -> data.inheritAutoLogon(true).userName(userName).password(password.toCharArray()));
    }

    /**
     * Monitors of the client.
     *
     * @param answer what {@code GetClientMonitorData} answers
     * @return this
     */
    public ConnectionScript monitors(ClientMonitors answer) {
        monitors = answer;
        return this;
    }

    /**
     * Has a redirector.
     *
     * @param response what it answers to everything
     * @return this
     */
    public ConnectionScript redirecting(LogonErrorRedirectorResponse response) {
        redirecting = Optional.of(response);
        return this;
    }

    /**
     * How the client can be licensed.
     *
     * @param answer what {@code RequestLicensingCapabilities} answers
     * @return this
     */
    public ConnectionScript licenseCapabilities(LicenseCapabilities answer) {
        licenseCapabilities = answer;
        return this;
    }

    /**
     * What the client sends in the licence exchange; without any, {@code RequestClientLicense} answers the empty array.
     *
     * @param packets whole licence messages, in order
     * @return this
     */
    public ConnectionScript licensePackets(byte[]... packets) {
        for (byte[] packet : packets) {
            licensePackets.add(packet.clone());
        }
        return this;
    }

    /**
     * The client proves its right to a session.
     *
     * @param session asked when {@code AuthenticateClientToSession} comes
     * @return this
     */
    public ConnectionScript authenticatedTo(Supplier<Optional<SessionId>> session) {
        authenticated = session;
        return this;
    }

    /**
     * Names candidates for reconnection.
     *
     * @param answer asked when {@code SessionArbitrationEnumeration} comes, with the token and whether a user may have one
     *     session only
     * @return this
     */
    public ConnectionScript arbitrating(BiFunction<UserToken, Boolean, Arbitration> answer) {
        arbitration = answer;
        return this;
    }

    /**
     * Changes the settings in {@code LogonNotify}.
     *
     * @param change what becomes of them
     * @return this
     */
    public ConnectionScript logonSettings(UnaryOperator<ConnectionSettings> change) {
        logonSettings = change;
        return this;
    }

    /**
     * Traffic counters.
     *
     * @param answer asked when {@code GetProtocolStatus} comes
     * @return this
     */
    public ConnectionScript status(Supplier<ProtocolStatus> answer) {
        status = answer;
        return this;
    }

    /**
     * Idle time.
     *
     * @param answer asked when {@code GetLastInputTime} comes
     * @return this
     */
    public ConnectionScript lastInput(Supplier<Duration> answer) {
        lastInput = answer;
        return this;
    }

    /**
     * A property it knows; to all others it answers "none".
     *
     * @param property which
     * @param values   its outputs
     * @return this
     */
    public ConnectionScript property(UUID property, PropertyValue... values) {
        properties.put(property, List.of(values));
        return this;
    }

    /**
     * Breaks the contract: {@code OnReady} never comes.
     *
     * @return this
     */
    public ConnectionScript neverReady() {
        readiness = Readiness.NEVER;
        return this;
    }

    /**
     * Breaks the contract: {@code OnReady} comes twice.
     *
     * @return this
     */
    public ConnectionScript readyTwice() {
        readiness = Readiness.TWICE;
        return this;
    }

    /**
     * Has neither keyboard nor mouse.
     *
     * @return this
     */
    public ConnectionScript withoutInput() {
        input = false;
        return this;
    }

    /**
     * Shows no picture.
     *
     * @return this
     */
    public ConnectionScript withoutVideo() {
        video = false;
        return this;
    }

    /**
     * Can be shadowed, and can shadow.
     *
     * @return this
     */
    public ConnectionScript shadowing() {
        shadow = true;
        return this;
    }

    /**
     * Implements the optional interfaces too: serialized credential, fast reconnect, connection settings, indirect display.
     *
     * @return this
     */
    public ConnectionScript optionalInterfaces() {
        optionalInterfaces = true;
        return this;
    }

    /**
     * Offers a serialized credential (with {@link #optionalInterfaces()}).
     *
     * @param credential the opaque bytes
     * @return this
     */
    public ConnectionScript serializedCredential(byte[] credential) {
        serializedCredential = Optional.of(credential.clone());
        return optionalInterfaces();
    }

    /**
     * Picks a session for enhanced fast reconnect (with {@link #optionalInterfaces()}); the properties that ask for it are
     * set with {@link #property}.
     *
     * @param sessionId the chosen session, if it is among those offered
     * @return this
     */
    public ConnectionScript fastReconnectTo(int sessionId) {
        fastReconnectSession = OptionalInt.of(sessionId);
        return optionalInterfaces();
    }

    ScriptedConnection build() {
        return optionalInterfaces ? new ScriptedConnection2(this) : new ScriptedConnection(this);
    }
}
