package oriel.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import oriel.contract.desktop.KeyboardSink;
import oriel.contract.protocol.HResult;
import oriel.contract.protocol.LogonErrorRedirectorResponse;
import oriel.contract.protocol.ProtocolException;
import oriel.kit.Violation.Party;

/** The checker finds every breach it is there for, and finds nothing where the contract is kept. */
class ContractCheckerTest {

    private static final Duration SOON = Duration.ofSeconds(40);
    private static final Duration NOTICE_LIMIT = Duration.ofMillis(400);

    private static final List<String> TO_CLIENT_DATA =
            List.of("GetLogonErrorRedirector", "OnReady", "AcceptConnection", "GetClientData");
    private static final List<String> TO_LICENSED = plus(
            TO_CLIENT_DATA,
            "GetClientMonitorData",
            "GetUserCredentials",
            "GetLicenseConnection",
            "RequestLicensingCapabilities",
            "SendClientLicense",
            "RequestClientLicense",
            "SendClientLicense",
            "ProtocolComplete",
            "AuthenticateClientToSession");
    private static final List<String> ATTACH =
            List.of("NotifySessionId", "GetInputHandles", "GetVideoHandle", "OpenVideo", "ConnectNotify");
    private static final List<String> TO_ACTIVE = plus(
            plus(TO_LICENSED, ATTACH),
            "NotifyCommandProcessCreated",
            "IsUserAllowedToLogon",
            "SessionArbitrationEnumeration",
            "LogonNotify");
    private static final List<String> LEAVE =
            List.of("SetErrorInfo", "PreDisconnect", "CloseVideo", "DisconnectNotify", "Close");

    private final ScriptedProvider provider = ScriptedProvider.listening("Test-Tcp");
    private final ContractChecker checker = ContractChecker.around(provider, NOTICE_LIMIT);
    private ServiceSide service;

    @BeforeEach
    void start() throws ProtocolException {
        service = new ServiceSide(checker.provider());
        service.manage(Picture.START);
    }

    @Test
    void shouldFindNothingInAWholeLife() throws Exception {
        ScriptedConnection connection = connect(ScriptedConnection.builder());
        run(plus(TO_ACTIVE, "GetProtocolStatus"));
        connection.callback().stopScreenUpdates();
        connection.breakConnection();
        run(LEAVE);
        service.manage(Picture.STOP);

        checker.assertKept();
        assertThat(checker.connectionLogs().getFirst().names())
                .containsSubsequence(Picture.CONNECT)
                .containsSubsequence(Picture.LOGON)
                .containsSubsequence(Picture.DISCONNECT);
        assertThat(checker.managerLog().names()).containsSubsequence(Picture.START);
    }

    @Test
    void shouldFindNothingInAReconnectByArbitration() throws Exception {
        connect(ScriptedConnection.builder());
        run(plus(TO_LICENSED, ATTACH));
        run(List.of("NotifyCommandProcessCreated", "IsUserAllowedToLogon", "SessionArbitrationEnumeration"));
        run(List.of("CloseVideo", "DisconnectNotify"));
        run(plus(ATTACH, "LogonNotify"));
        run(LEAVE);

        checker.assertKept();
        assertThat(checker.connectionLogs().getFirst().names()).containsSubsequence(Picture.RECONNECT_BY_ARBITRATION);
    }

    @Test
    void shouldFindNothingInAnAutoReconnect() throws Exception {
        connect(ScriptedConnection.builder());
        run(plus(plus(TO_LICENSED, ATTACH), "LogonNotify"));
        run(LEAVE);

        checker.assertKept();
        assertThat(checker.connectionLogs().getFirst().names()).containsSubsequence(Picture.AUTO_RECONNECT);
    }

    /** The table of sequences.md, section 5.4: whatever step fails, the end that fits is no breach. */
    @ParameterizedTest
    @CsvSource({
        "AcceptConnection, Close",
        "GetClientData, Close",
        "GetLicenseConnection, SetErrorInfo Close",
        "GetInputHandles, DisconnectNotify Close",
        "GetVideoHandle, DisconnectNotify Close",
        "IsUserAllowedToLogon, SetErrorInfo PreDisconnect CloseVideo DisconnectNotify Close",
    })
    void shouldFindNothingWhenAFailedStepIsFollowedByTheRightEnd(String failing, String end) throws Exception {
        connect(ScriptedConnection.builder().on(failing, Action.fail(HResult.E_FAIL)));
        run(upTo(failing));
        run(List.of(end.split(" ")));
        checker.assertKept();
        assertThat(service.failures()).hasSize(1);
    }

    @Test
    void shouldFindNothingWhenLicensingFails() throws Exception {
        connect(ScriptedConnection.builder().on("RequestClientLicense", Action.fail(HResult.E_CONNECTION_ABORTED)));
        run(upTo("RequestClientLicense"));
        run(List.of("ProtocolComplete(0)", "SetErrorInfo", "Close"));
        checker.assertKept();
    }

    @Test
    void shouldFindNothingWhenAClientIsRefused() {
        service.refuseClients();
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> provider.connect(ScriptedConnection.builder()));
        assertThatCode(() -> service.manage(Picture.STOP)).doesNotThrowAnyException();
        checker.assertKept();
    }

    /** Wrong orders of a service, and what the checker says to them. */
    @ParameterizedTest
    @CsvSource({
        "GetLogonErrorRedirector OnReady GetClientData, GetClientData came after GetLogonErrorRedirector",
        "GetLogonErrorRedirector GetProtocolStatus, GetProtocolStatus came before AcceptConnection",
        "LICENSED ConnectNotify, ConnectNotify came after AuthenticateClientToSession",
        "LICENSED DisconnectNotify, DisconnectNotify came without NotifySessionId",
        "LICENSED NotifySessionId Close, Close came without DisconnectNotify",
        "LICENSED NotifySessionId PreDisconnect, PreDisconnect came without ConnectNotify",
        "LICENSED NotifySessionId NotifySessionId, NotifySessionId came a second time without DisconnectNotify",
        "ACTIVE CloseVideo DisconnectNotify, DisconnectNotify came without PreDisconnect",
        "ACTIVE PreDisconnect DisconnectNotify, DisconnectNotify came before the endpoint of GetVideoHandle was closed",
        "ACTIVE PreDisconnect PreDisconnect, PreDisconnect came twice",
        "ACTIVE OpenVideo, GetVideoHandle was opened twice",
        "Close Close, Close came after Close",
        "Close SetErrorInfo, SetErrorInfo came after Close",
    })
    void shouldFindWhatTheServiceMustNotCall(String calls, String breach) throws Exception {
        connect(ScriptedConnection.builder());
        List<String> names = new ArrayList<>();
        for (String call : calls.split(" ")) {
            switch (call) {
                case "LICENSED" -> names.addAll(TO_LICENSED);
                case "ACTIVE" -> names.addAll(TO_ACTIVE);
                default -> names.add(call);
            }
        }
        runTolerant(names);
        assertThat(breaches(Party.SERVICE)).containsExactly(breach);
        assertThat(breaches(Party.PROVIDER)).isEmpty();
    }

    @Test
    void shouldFindThatTheServiceDoesNotWaitForOnReady() throws Exception {
        connect(ScriptedConnection.builder().neverReady());
        run(List.of("GetLogonErrorRedirector", "AcceptConnection"));
        assertThat(breaches(Party.SERVICE)).containsExactly("AcceptConnection came before OnReady");
    }

    @Test
    void shouldFindNothingWhenAUserLogsOnOnceMore() throws Exception {
        connect(ScriptedConnection.builder());
        run(upTo("SessionArbitrationEnumeration"));
        run(List.of("IsUserAllowedToLogon", "SessionArbitrationEnumeration", "LogonNotify"));
        run(LEAVE);
        checker.assertKept();
    }

    @Test
    void shouldLetTheLogonStartOverOnlyWhereTheRedirectorSaysSo() throws Exception {
        connect(ScriptedConnection.builder().redirecting(LogonErrorRedirectorResponse.HANDLED_DONT_SHOW_START_OVER));
        run(upTo("NotifyCommandProcessCreated"));
        run(List.of("RedirectLogonError", "GetUserCredentials"));
        checker.assertKept();

        run(List.of("GetUserCredentials"));
        assertThat(breaches(Party.SERVICE))
                .containsExactly("GetUserCredentials came after NotifyCommandProcessCreated");
    }

    @Test
    void shouldFindThatTheSequenceGoesOnAfterAFatalFailure() throws Exception {
        connect(ScriptedConnection.builder().on("GetClientData", Action.fail(HResult.E_FAIL)));
        run(plus(TO_CLIENT_DATA, "GetClientMonitorData"));
        assertThat(breaches(Party.SERVICE))
                .containsExactly("GetClientMonitorData came although GetClientData has failed");
    }

    @Test
    void shouldFindThatALicenceIsNotSentWhole() throws Exception {
        connect(ScriptedConnection.builder());
        run(upTo("RequestLicensingCapabilities"));
        run(List.of("SendHalfAPacket", "ProtocolComplete(0)", "AuthenticateClientToSession"));
        assertThat(breaches(Party.SERVICE))
                .containsExactly(
                        "SendClientLicense carried 5 bytes whose preamble says 16",
                        "AuthenticateClientToSession came although ProtocolComplete(0) has failed",
                        "AuthenticateClientToSession came without a successful ProtocolComplete");
    }

    @Test
    void shouldFindThatASequenceCallOverlapsAnother() throws Exception {
        ScriptedConnection connection = connect(ScriptedConnection.builder().on("AcceptConnection", Action.block()));
        run(List.of("GetLogonErrorRedirector", "OnReady"));
        Thread stuck = Thread.ofVirtual().start(() -> service.call(List.of("AcceptConnection")));
        connection.awaitCall("AcceptConnection", SOON);
        assertThat(stuck.join(NOTICE_LIMIT.multipliedBy(2))).isFalse();

        run(List.of("Close"));
        assertThat(checker.violations()).isEmpty();
        stuck.interrupt();
        stuck.join();

        connect(ScriptedConnection.builder().on("AcceptConnection", Action.block()));
        run(List.of("GetLogonErrorRedirector", "OnReady"));
        Thread other = Thread.ofVirtual().start(() -> service.call(List.of("AcceptConnection")));
        checker.connectionLogs().get(1).await("AcceptConnection", SOON);
        run(List.of("GetClientData"));
        other.interrupt();
        other.join();
        assertThat(breaches(Party.SERVICE)).contains("GetClientData came while AcceptConnection still runs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Initialize", "StartListen"})
    void shouldFindWhatTheServiceDoesTwice(String call) throws Exception {
        service.manage(List.of(call));
        assertThat(breaches(Party.SERVICE)).hasSize(1).first().asString().startsWith(call + " came ");
    }

    @Test
    void shouldFindAWrongStop() throws Exception {
        connect(ScriptedConnection.builder());
        service.manage(List.of("Uninitialize", "NotifySessionStateChange"));
        assertThat(breaches(Party.SERVICE))
                .containsExactly(
                        "Uninitialize came while [Test-Tcp] still listens",
                        "Uninitialize came while 1 connections are open",
                        "NotifySessionStateChange came after Uninitialize");
    }

    @Test
    void shouldFindACallBackFromInsideACall() throws Exception {
        connect(ScriptedConnection.builder().on("ConnectNotify", Action.callBack()));
        run(plus(TO_LICENSED, ATTACH));
        assertThat(breaches(Party.PROVIDER)).containsExactly("StopScreenUpdates was called from inside ConnectNotify");
    }

    @Test
    void shouldFindThatTheServiceCallsOnTheProvidersThread() throws Exception {
        ScriptedProvider inner = ScriptedProvider.listening("Test-Tcp");
        ContractChecker watching = ContractChecker.around(inner, NOTICE_LIMIT);
        ServiceSide caller = new ServiceSide(watching.provider()) {
            @Override
            public void onReady() {
                call(List.of("AcceptConnection"));
            }
        };
        caller.manage(Picture.START);
        ScriptedConnection connection =
                inner.connect(ScriptedConnection.builder().neverReady());
        caller.call(List.of("GetLogonErrorRedirector"));
        connection.callback().onReady();
        assertThat(watching.violations())
                .extracting(Violation::what)
                .containsExactly("was made on the provider's thread, inside OnReady");
    }

    @Test
    void shouldFindANoticeThatBlocks() throws Exception {
        ScriptedConnection connection = connect(ScriptedConnection.builder()
                .on("NotifySessionId", Action.delay(NOTICE_LIMIT.multipliedBy(2)))
                .on("ConnectNotify", Action.blockStubbornly()));
        run(upTo("GetVideoHandle"));
        assertThat(breaches(Party.PROVIDER))
                .containsExactly("NotifySessionId took more than 400 ms, though it is a notice");

        Thread stuck = Thread.ofVirtual().start(() -> service.call(List.of("ConnectNotify")));
        connection.awaitCall("ConnectNotify", SOON);
        assertThat(stuck.join(NOTICE_LIMIT.multipliedBy(2))).isFalse();
        assertThat(breaches(Party.PROVIDER)).last().isEqualTo("ConnectNotify has not come back for more than 400 ms");
        connection.release();
        stuck.join();
    }

    @Test
    void shouldFindWhatAProviderMustNotCall() throws Exception {
        ScriptedConnection connection = connect(ScriptedConnection.builder().neverReady());
        connection.callback().onReady();
        connection.callback().stopScreenUpdates();
        run(List.of("GetLogonErrorRedirector"));
        connection.callback().onReady();
        connection.breakConnection();
        connection.breakConnection();
        run(List.of("Close"));
        connection.callback().onReady();

        assertThat(breaches(Party.PROVIDER))
                .containsExactly(
                        "OnReady was called before GetLogonErrorRedirector",
                        "StopScreenUpdates was called while no session is attached",
                        "OnReady was called twice",
                        "BrokenConnection was called twice",
                        "OnReady was called after Close",
                        "OnReady was called twice");
        assertThat(breaches(Party.SERVICE)).isEmpty();
    }

    /** Keys typed into a session that the client has left would be keys typed into somebody else's. */
    @Test
    void shouldFindInputFromAnEndpointThatIsClosed() throws Exception {
        ScriptedConnection connection = connect(ScriptedConnection.builder());
        run(upTo("GetInputHandles"));
        run(List.of("OpenKeyboard"));
        KeyboardSink sink = connection.keyboards().getFirst().awaitOpen(SOON);
        sink.key(0x1E, 0, true);
        assertThat(checker.violations()).isEmpty();

        run(List.of("CloseKeyboard"));
        sink.key(0x1E, 0, false);
        assertThat(breaches(Party.PROVIDER))
                .containsExactly("GetInputHandles gave an endpoint that delivered a key after it was closed");
    }

    @Test
    void shouldFindAnUnknownException() throws Exception {
        connect(ScriptedConnection.builder()
                .on("GetLogonErrorRedirector", Action.raise(() -> new IllegalStateException("broken")))
                .neverReady());
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> service.call(List.of("GetLogonErrorRedirector")));
        assertThat(breaches(Party.PROVIDER))
                .containsExactly("GetLogonErrorRedirector threw java.lang.IllegalStateException: broken");
    }

    @Test
    void shouldFindAFailureThatIsNone() throws Exception {
        connect(ScriptedConnection.builder().on("GetClientData", Action.fail(HResult.S_OK)));
        run(TO_CLIENT_DATA);
        assertThat(breaches(Party.PROVIDER)).containsExactly("GetClientData failed with S_OK, which is no failure");
    }

    @Test
    void shouldNameEveryBreach() throws Exception {
        connect(ScriptedConnection.builder());
        run(List.of("Close", "Close"));
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(checker::assertKept)
                .withMessage("the contract was broken 1 times:\n  service, connection 1: Close came after Close");
    }

    private ScriptedConnection connect(ConnectionScript script) throws ProtocolException {
        return provider.connect(script);
    }

    /** Makes calls; {@code OnReady} waits for the provider's. */
    private void run(List<String> calls) throws InterruptedException {
        for (String call : calls) {
            if (call.equals("OnReady")) {
                checker.connectionLogs().getLast().await("OnReady", SOON);
            } else {
                service.call(List.of(call));
            }
        }
    }

    /** As {@link #run}, where the scripted endpoints complain too. */
    private void runTolerant(List<String> calls) throws InterruptedException {
        try {
            run(calls);
        } catch (IllegalStateException e) {
            assertThat(e).hasMessageContaining("endpoint");
        }
    }

    private List<String> breaches(Party party) {
        return checker.violations().stream()
                .filter(violation -> violation.party() == party)
                .map(violation -> violation.call() + " " + violation.what())
                .toList();
    }

    private static List<String> upTo(String call) {
        return TO_ACTIVE.subList(0, TO_ACTIVE.indexOf(call) + 1);
    }

    private static List<String> plus(List<String> calls, String... more) {
        return plus(calls, List.of(more));
    }

    private static List<String> plus(List<String> calls, List<String> more) {
        return Stream.concat(calls.stream(), more.stream()).toList();
    }
}
