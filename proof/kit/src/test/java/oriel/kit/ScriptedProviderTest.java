package oriel.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import oriel.contract.protocol.ClientData;
import oriel.contract.protocol.HResult;
import oriel.contract.protocol.ListenerConfiguration;
import oriel.contract.protocol.ProtocolConnectionCallback;
import oriel.contract.protocol.ProtocolException;
import oriel.contract.protocol.ProtocolListener;
import oriel.contract.protocol.ProtocolManager;
import oriel.contract.protocol.ProviderEnvironment;
import oriel.contract.protocol.SmallRect;

class ScriptedProviderTest {

    private static final Duration SOON = Duration.ofSeconds(40);

    private final ScriptedProvider provider = ScriptedProvider.listening("Test-Tcp");
    private final CallLog serviceHeard = new CallLog();
    private ProtocolListener listener;

    @BeforeEach
    void startListening() throws ProtocolException {
        ProtocolManager manager = provider.activate(new Environment());
        listener = manager.createListener("Test-Tcp");
        listener.startListen((connection, proposed) -> new Callback());
    }

    @Test
    void shouldAnnounceAConnectionThatIsReadyOnceTheRedirectorWasAskedFor() throws Exception {
        ScriptedConnection connection = provider.connect(ScriptedConnection.builder());
        assertThat(serviceHeard.names()).isEmpty();

        assertThat(connection.getLogonErrorRedirector()).isEmpty();
        serviceHeard.await("OnReady", SOON);

        assertThat(connection.calls()).containsExactly("GetLogonErrorRedirector");
        assertThat(provider.log().names()).containsExactly("activate", "CreateListener", "StartListen");
    }

    @Test
    void shouldAnswerAsScripted() throws Exception {
        ScriptedConnection connection = provider.connect(ScriptedConnection.builder()
                .user("ann", "secret")
                .size(800, 600)
                .clientName("desk"));

        ClientData data =
                connection.getClientData(ClientData.builder().disableClip(true).build());

        assertThat(data.hRes()).isEqualTo(800);
        assertThat(data.userName()).isEqualTo("ann");
        assertThat(data.disableClip()).isTrue();
        assertThat(connection.getUserCredentials())
                .hasValueSatisfying(
                        credential -> assertThat(credential.password()).containsExactly("secret".toCharArray()));
        assertThat(connection.log().calls().toString()).doesNotContain("secret");
    }

    @Test
    void shouldFailWhereTheScriptSaysSo() throws Exception {
        ScriptedConnection connection = provider.connect(ScriptedConnection.builder()
                .on("GetClientData", Action.fail(HResult.E_FAIL))
                .on("ConnectNotify", Action.raise(() -> new IllegalStateException("broken"))));

        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> connection.getClientData(ClientData.builder().build()))
                .satisfies(e -> assertThat(e.result()).isEqualTo(HResult.E_FAIL));
        assertThatThrownBy(() -> connection.connectNotify(1)).isInstanceOf(IllegalStateException.class);
        assertThat(connection.calls()).containsExactly("GetClientData", "ConnectNotify");
    }

    @Test
    void shouldBlockUntilInterrupted() throws Exception {
        ScriptedConnection connection =
                provider.connect(ScriptedConnection.builder().on("AcceptConnection", Action.block()));
        AtomicReference<Optional<ProtocolException>> outcome = new AtomicReference<>(Optional.empty());
        Thread caller = Thread.ofVirtual().start(() -> outcome.set(outcomeOf(connection)));

        connection.awaitCall("AcceptConnection", SOON);
        caller.interrupt();
        caller.join();

        assertThat(outcome.get()).hasValueSatisfying(e -> assertThat(e.result()).isEqualTo(HResult.E_ABORT));
    }

    @Test
    void shouldBlockStubbornlyUntilReleased() throws Exception {
        ScriptedConnection connection =
                provider.connect(ScriptedConnection.builder().on("AcceptConnection", Action.blockStubbornly()));
        Thread caller = Thread.ofVirtual().start(() -> outcomeOf(connection));
        connection.awaitCall("AcceptConnection", SOON);

        caller.interrupt();
        assertThat(caller.join(Duration.ofMillis(50))).isFalse();
        connection.release();
        assertThat(caller.join(SOON)).isTrue();
    }

    @Test
    void shouldCallBackFromInsideACallIfTheScriptSaysSo() throws Exception {
        ScriptedConnection connection =
                provider.connect(ScriptedConnection.builder().on("ConnectNotify", Action.callBack()));
        connection.connectNotify(1);
        assertThat(serviceHeard.names()).containsExactly("StopScreenUpdates");
    }

    @Test
    void shouldNeverBeReadyOrTwice() throws Exception {
        ScriptedConnection never = provider.connect(ScriptedConnection.builder().neverReady());
        assertThat(never.getLogonErrorRedirector()).isEmpty();
        ScriptedConnection twice = provider.connect(ScriptedConnection.builder().readyTwice());
        assertThat(twice.getLogonErrorRedirector()).isEmpty();

        serviceHeard.await("OnReady", 2, SOON);
        assertThat(serviceHeard.names()).containsExactly("OnReady", "OnReady");
    }

    @Test
    void shouldHandOutFreshEndpointsForEachAttachment() throws Exception {
        ScriptedConnection connection = provider.connect(ScriptedConnection.builder());
        assertThat(connection.getVideoHandle()).isPresent();
        assertThat(connection.getVideoHandle()).isPresent();
        assertThat(connection.videos()).hasSize(2).doesNotHaveDuplicates();
        assertThat(connection.getInputHandles().keyboard())
                .containsSame(connection.keyboards().getFirst());
    }

    @Test
    void shouldSayWhichCallsCameInsteadOfTheOneWaitedFor() throws Exception {
        ScriptedConnection connection = provider.connect(ScriptedConnection.builder());
        connection.acceptConnection();
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> connection.awaitCall("Close", Duration.ofMillis(1)))
                .withMessageContaining("Close")
                .withMessageContaining("[AcceptConnection]");
    }

    @Test
    void shouldRefuseClientsAfterStopListen() throws ProtocolException {
        assertThat(provider.isListening()).isTrue();
        listener.stopListen();
        assertThatThrownBy(() -> provider.connect(ScriptedConnection.builder()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldOfferTheOptionalInterfacesOnlyIfAskedTo() throws ProtocolException {
        assertThat(provider.connect(ScriptedConnection.builder())).isNotInstanceOf(ScriptedConnection2.class);
        var full = (ScriptedConnection2)
                provider.connect(ScriptedConnection.builder().fastReconnectTo(7));
        assertThat(full.getSessionForEnhancedFastReconnect(List.of(6, 7))).hasValue(7);
        assertThat(full.getSessionForEnhancedFastReconnect(List.of(6))).isEmpty();
        assertThat(full.getConnectionSetting(new UUID(0, 0))).isEmpty();
    }

    private static Optional<ProtocolException> outcomeOf(ScriptedConnection connection) {
        try {
            connection.acceptConnection();
            return Optional.empty();
        } catch (ProtocolException e) {
            return Optional.of(e);
        }
    }

    private final class Callback implements ProtocolConnectionCallback {

        @Override
        public void onReady() {
            serviceHeard.add("OnReady");
        }

        @Override
        public void brokenConnection(int reason, int source) {
            serviceHeard.add("BrokenConnection");
        }

        @Override
        public void stopScreenUpdates() {
            serviceHeard.add("StopScreenUpdates");
        }

        @Override
        public void redrawWindow(Optional<SmallRect> area) {
            serviceHeard.add("RedrawWindow", area);
        }

        @Override
        public int getConnectionId() {
            return 1;
        }
    }

    private final class Environment implements ProviderEnvironment {

        @Override
        public String hostName() {
            return "test";
        }

        @Override
        public ListenerConfiguration listener(String name) {
            return provider.configuration();
        }
    }
}
