package oriel.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import oriel.contract.protocol.ErrorInfo;
import oriel.contract.protocol.HResult;
import oriel.contract.protocol.ProtocolException;
import oriel.kit.Action;
import oriel.kit.ConnectionScript;
import oriel.kit.ScriptedConnection;

/** What a failure at each step leads to: sequences.md, sections 3.2 and 5.4, line by line. */
class FailureTest {

    /** What must follow. */
    private enum Effect {
        /** Close alone: the session was not named yet. */
        CLOSE,
        /** The client is told 0x100 or 0x106, then Close. */
        NO_LICENSE,
        /** DisconnectNotify, Close: the session was named, not connected. */
        DISCONNECT,
        /** PreDisconnect, DisconnectNotify, Close: the user is refused. */
        REFUSED,
        /** Nothing: the user is logged on all the same. */
        LOGGED_ON
    }

    /** Ways to fail. */
    private enum Fault {
        FAILS,
        THROWS,
        BLOCKS,
        BLOCKS_STUBBORNLY,
        CALLS_BACK;

        /** Deadlines as short as a test can wait where one of them has to strike, else such as do not. */
        Deadlines deadlines() {
            return switch (this) {
                case BLOCKS, BLOCKS_STUBBORNLY -> House.SHORT;
                case FAILS, THROWS, CALLS_BACK -> House.CALM;
            };
        }

        Action action() {
            return switch (this) {
                case FAILS -> Action.fail(HResult.E_FAIL);
                case THROWS -> Action.raise(() -> new IllegalStateException("a bug of the provider"));
                case BLOCKS -> Action.block();
                case BLOCKS_STUBBORNLY -> Action.blockStubbornly();
                case CALLS_BACK -> Action.callBack();
            };
        }
    }

    private record Step(String call, Effect effect) {}

    private static final List<Step> STEPS = List.of(
            new Step("GetLogonErrorRedirector", Effect.LOGGED_ON),
            new Step("AcceptConnection", Effect.CLOSE),
            new Step("GetClientData", Effect.CLOSE),
            new Step("GetClientMonitorData", Effect.LOGGED_ON),
            new Step("GetUserCredentials", Effect.LOGGED_ON) /* by the client's data, Q39 */,
            new Step("GetLicenseConnection", Effect.CLOSE),
            new Step("RequestLicensingCapabilities", Effect.NO_LICENSE),
            new Step("SendClientLicense", Effect.NO_LICENSE),
            new Step("ProtocolComplete", Effect.LOGGED_ON),
            new Step("AuthenticateClientToSession", Effect.LOGGED_ON),
            new Step("NotifySessionId", Effect.LOGGED_ON),
            new Step("GetInputHandles", Effect.DISCONNECT),
            new Step("GetVideoHandle", Effect.DISCONNECT),
            new Step("ConnectNotify", Effect.LOGGED_ON),
            new Step("NotifyCommandProcessCreated", Effect.LOGGED_ON),
            new Step("IsUserAllowedToLogon", Effect.REFUSED),
            new Step("SessionArbitrationEnumeration", Effect.LOGGED_ON),
            new Step("LogonNotify", Effect.LOGGED_ON));

    static Stream<Arguments> failures() {
        return STEPS.stream()
                .flatMap(step -> Stream.of(Fault.FAILS, Fault.THROWS, Fault.BLOCKS)
                        .map(fault -> Arguments.of(step.call, fault, step.effect)));
    }

    /** A provider that answers at all, be it too late or by throwing, has failed; what that means depends on the step. */
    @ParameterizedTest
    @MethodSource("failures")
    void shouldDoAsTheTableSays(String call, Fault fault, Effect effect)
            throws ProtocolException, InterruptedException {
        try (var house = House.open(configuration -> configuration.deadlines(fault.deadlines()))) {
            ScriptedConnection client = house.provider.connect(script().on(call, fault.action()));
            client.callback().onReady(); // the script does not come to it where the first call fails
            switch (effect) {
                case CLOSE -> assertEnd(house, client, call, "Close");
                case NO_LICENSE -> {
                    assertEnd(house, client, call, "ProtocolComplete", "SetErrorInfo", "Close");
                    assertThat(client.log()
                                    .await("ProtocolComplete", House.PATIENCE)
                                    .arguments())
                            .containsExactly(0);
                }
                case DISCONNECT -> assertEnd(house, client, call, "SetErrorInfo", "DisconnectNotify", "Close");
                case REFUSED -> {
                    assertEnd(house, client, call, "SetErrorInfo", "PreDisconnect", "DisconnectNotify", "Close");
                    assertThat(client.log()
                                    .await("SetErrorInfo", House.PATIENCE)
                                    .arguments())
                            .containsExactly(ErrorInfo.INSUFFICIENT_PRIVILEGES);
                }
                case LOGGED_ON -> assertLoggedOn(house, client);
            }
        }
    }

    static Stream<Arguments> breaches() {
        return STEPS.stream()
                .flatMap(step -> Stream.of(Fault.BLOCKS_STUBBORNLY, Fault.CALLS_BACK)
                        .map(fault -> Arguments.of(step.call, fault)));
    }

    /** Who ignores interrupts or calls back from inside breaks the contract, and loses that connection and no other. */
    @ParameterizedTest
    @MethodSource("breaches")
    void shouldDropWhoBreaksTheContract(String call, Fault fault) throws ProtocolException, InterruptedException {
        try (var house = House.open(configuration -> configuration.deadlines(fault.deadlines()))) {
            ScriptedConnection client = house.provider.connect(script().on(call, fault.action()));
            try {
                client.awaitCall("Close", House.PATIENCE);
                Trace trace = house.ended(client);
                assertThat(trace.outcome()).isEqualTo(Trace.Outcome.FAILED);
                assertThat(trace.reason()).contains(call);
                assertThat(trace.calls())
                        .filteredOn(traced -> traced.call().equals(call))
                        .last()
                        .matches(TracedCall::failed);
                assertThat(house.service.sessions())
                        .filteredOn(session -> session.state() != SessionState.DISCONNECTED)
                        .isEmpty();
                house.logOn("bob");
            } finally {
                client.release();
            }
        }
    }

    static List<String> teardown() {
        return List.of("SetErrorInfo", "PreDisconnect", "DisconnectNotify", "Close");
    }

    /** A provider that hangs in the disconnect sequence cannot keep the session, nor the calls that still must come. */
    @ParameterizedTest
    @MethodSource("teardown")
    void shouldGetPastACallThatHangsInTheDisconnectSequence(String call)
            throws ProtocolException, InterruptedException {
        try (var house = House.open(configuration -> configuration.deadlines(House.SHORT))) {
            ScriptedConnection client = house.logOn(script().on(call, Action.blockStubbornly()));
            try {
                int session = house.session(client).id();
                house.service.disconnect(session);
                house.ended(client);
                assertThat(House.sequence(client))
                        .containsSubsequence("SetErrorInfo", "PreDisconnect", "DisconnectNotify", "Close");
                assertThat(House.sequence(client)).doesNotHaveDuplicates();
                assertThat(house.service.sessions())
                        .singleElement()
                        .extracting(SessionStatus::state)
                        .isEqualTo(SessionState.DISCONNECTED);
            } finally {
                client.release();
            }
        }
    }

    private static ConnectionScript script() {
        return House.user("ann");
    }

    private static void assertLoggedOn(House house, ScriptedConnection client)
            throws ProtocolException, InterruptedException {
        client.awaitCall("LogonNotify", House.PATIENCE);
        House.await(() -> house.session(client).state() == SessionState.ACTIVE);
        assertThat(House.sequence(client)).doesNotContain("Close");
    }

    /** The connection ends with these calls and no others after the one that failed, and its trace says why. */
    private static void assertEnd(House house, ScriptedConnection client, String failed, String... calls)
            throws ProtocolException, InterruptedException {
        client.awaitCall("Close", House.PATIENCE);
        Trace trace = house.ended(client);
        List<String> sequence = House.sequence(client);
        assertThat(sequence.subList(sequence.indexOf(failed) + 1, sequence.size()))
                .containsExactly(calls);
        assertThat(trace.outcome()).isEqualTo(Trace.Outcome.FAILED);
        assertThat(trace.reason()).contains(failed);
        assertThat(trace.calls())
                .filteredOn(traced -> traced.call().equals(failed))
                .last()
                .matches(TracedCall::failed);
        assertThat(house.service.sessions()).isEmpty();
    }
}
