package oriel.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import oriel.contract.desktop.LogonAnswer;
import oriel.contract.protocol.ErrorInfo;
import oriel.contract.protocol.HResult;
import oriel.contract.protocol.ProtocolException;
import oriel.kit.Action;
import oriel.kit.ScriptedConnection;

class DisconnectTest {

    @Test
    void shouldDisconnectOnAnAdministratorsWordAndKeepTheSession() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            ScriptedConnection client = house.logOn("ann");
            assertThat(house.service.disconnect(house.session(client).id())).isTrue();
            assertThat(House.sequence(client)).endsWith("SetErrorInfo", "PreDisconnect", "DisconnectNotify", "Close");
            assertThat(client.log().await("SetErrorInfo", House.PATIENCE).arguments())
                    .containsExactly(ErrorInfo.DISCONNECTED_BY_ADMIN);
            assertThat(house.service.sessions()).singleElement().satisfies(session -> {
                assertThat(session.state()).isEqualTo(SessionState.DISCONNECTED);
                assertThat(session.disconnectedAt()).isPresent();
                assertThat(session.protocol()).isEmpty();
            });
            assertThat(client.videos().getFirst().isClosed()).isTrue();
        }
    }

    @Test
    void shouldLogOffOnAnAdministratorsWord() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            ScriptedConnection client = house.logOn("ann");
            FakeDesktop desktop = House.next(house.desktops.started);
            assertThat(house.service.logoff(house.session(client).id())).isTrue();
            assertThat(house.service.sessions()).isEmpty();
            assertThat(desktop.closed).isTrue();
            assertThat(client.log().await("PreDisconnect", House.PATIENCE).arguments())
                    .containsExactly(ErrorInfo.LOGGED_OFF_BY_ADMIN);
        }
    }

    @Test
    void shouldLogOffASessionWithoutClient() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            ScriptedConnection client = house.logOn("ann");
            int session = house.session(client).id();
            client.breakConnection();
            house.ended(client);
            assertThat(house.service.logoff(session)).isTrue();
            assertThat(house.service.sessions()).isEmpty();
            assertThat(house.service.logoff(session)).isFalse();
            assertThat(house.service.disconnect(session)).isFalse();
        }
    }

    /** The user's processes end first, then the connection sees the ordinary sequence (sequences.md, section 5.3). */
    @Test
    void shouldEndTheSessionWithItsDesktop() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            ScriptedConnection client = house.logOn("ann");
            House.next(house.desktops.started).request.host().desktopEnded("");
            assertThat(house.ended(client).reason()).isEqualTo(ErrorInfo.LOGGED_OFF_BY_USER.text());
            assertThat(client.log().await("SetErrorInfo", House.PATIENCE).arguments())
                    .containsExactly(ErrorInfo.LOGGED_OFF_BY_USER);
            assertThat(house.service.sessions()).isEmpty();
        }
    }

    @Test
    void shouldSayWhyADesktopHasEndedByMishap() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            ScriptedConnection client = house.logOn("ann");
            House.next(house.desktops.started).request.host().desktopEnded("the shell has crashed");
            FakeLogonScreen screen = House.next(house.desktops.screens);
            assertThat(House.next(screen.failures).arguments()).containsExactly("the shell has crashed");
            screen.answers.add(new LogonAnswer.Cancelled());
            house.ended(client);
            assertThat(client.log().await("SetErrorInfo", House.PATIENCE).arguments())
                    .containsExactly(ErrorInfo.SESSION_PROCESS_ENDED);
            assertThat(house.service.sessions()).isEmpty();
        }
    }

    @Test
    void shouldStartAFreshDesktopAfterAMishap() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            ScriptedConnection client = house.logOn("ann");
            FakeDesktop broken = House.next(house.desktops.started);
            broken.request.host().desktopEnded("the X server was killed", List.of("last words"));
            FakeLogonScreen screen = House.next(house.desktops.screens);
            House.next(screen.failures);
            screen.answers.add(new LogonAnswer.FreshStart());
            FakeDesktop fresh = House.next(house.desktops.started);
            assertThat(broken.closed).isTrue();
            assertThat(fresh.request.userName()).isEqualTo("ann");
            assertThat(screen.end.await(House.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            assertThat(house.session(client).state()).isEqualTo(SessionState.ACTIVE);
        }
    }

    @Test
    void shouldTellWhoComesBackThatTheDesktopHasEndedMeanwhile() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            ScriptedConnection client = house.logOn("ann");
            client.breakConnection();
            house.ended(client);
            House.next(house.desktops.started).request.host().desktopEnded("the X server was killed", List.of());
            house.provider.connect(House.user("ann"));
            FakeLogonScreen screen = House.next(house.desktops.screens);
            assertThat(House.next(screen.failures).arguments()).containsExactly("the X server was killed");
            screen.answers.add(new LogonAnswer.FreshStart());
            House.next(house.desktops.started);
        }
    }

    @Test
    void shouldDisconnectOnTheUsersOwnWord() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            ScriptedConnection client = house.logOn("ann");
            House.next(house.desktops.started).request.host().disconnect();
            house.ended(client);
            assertThat(client.log().await("SetErrorInfo", House.PATIENCE).arguments())
                    .containsExactly(ErrorInfo.DISCONNECTED_BY_USER);
            assertThat(house.service.sessions()).hasSize(1);
        }
    }

    @Test
    void shouldShowAMessage() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            int session = house.session(house.logOn("ann")).id();
            assertThat(house.service.message(session, "Note", "Lunch", Duration.ZERO))
                    .isTrue();
            assertThat(House.next(house.desktops.started).heard).contains("message Note: Lunch");
            assertThat(house.service.message(4711, "Note", "Lunch", Duration.ZERO))
                    .isFalse();
        }
    }

    /** Nobody is logged on: there is nothing to come back to. */
    @Test
    void shouldEndASessionWithoutUserWithItsConnection() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            ScriptedConnection client = house.provider.connect(ScriptedConnection.builder());
            FakeLogonScreen screen = House.next(house.desktops.screens);
            House.next(screen.questions);
            client.breakConnection();
            house.ended(client);
            assertThat(house.service.sessions()).isEmpty();
            assertThat(screen.closed).isTrue();
            assertThat(House.sequence(client)).endsWith("PreDisconnect", "DisconnectNotify", "Close");
        }
    }

    static Stream<String> stages() {
        return Stream.of(
                "AcceptConnection",
                "GetClientData",
                "GetUserCredentials",
                "RequestLicensingCapabilities",
                "AuthenticateClientToSession",
                "NotifySessionId",
                "GetInputHandles",
                "GetVideoHandle",
                "ConnectNotify",
                "NotifyCommandProcessCreated",
                "IsUserAllowedToLogon",
                "SessionArbitrationEnumeration",
                "LogonNotify");
    }

    /** The client is lost while a call runs: what follows depends on how far the connection has come (section 5.4). */
    @ParameterizedTest
    @MethodSource("stages")
    void shouldTakeDownAConnectionWhoseClientIsLost(String stage) throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            ScriptedConnection client =
                    house.provider.connect(House.user("ann").on(stage, subject -> lose((ScriptedConnection) subject)));
            client.awaitCall("Close", House.PATIENCE);
            Trace trace = house.ended(client);
            assertThat(trace.reason()).isEqualTo("the client has gone away");
            List<String> expected = new ArrayList<>();
            List<String> sequence = House.sequence(client);
            if (sequence.contains("ConnectNotify")) {
                expected.add("PreDisconnect");
            }
            if (sequence.contains("NotifySessionId")) {
                expected.add("DisconnectNotify");
            }
            expected.add("Close");
            assertThat(sequence.subList(sequence.indexOf(stage) + 1, sequence.size()))
                    .isEqualTo(expected);
            boolean stayed = stage.equals("LogonNotify");
            assertThat(house.service.sessions()).hasSize(stayed ? 1 : 0);
        }
    }

    /** As a provider does it: on a thread of its own, while the call is under way. */
    private static void lose(ScriptedConnection client) throws InterruptedException {
        Thread thread = Thread.ofVirtual().start(() -> breakNow(client));
        thread.join();
    }

    private static void breakNow(ScriptedConnection client) {
        try {
            client.breakConnection();
        } catch (ProtocolException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void shouldIgnoreThatAClientIsLostTwice() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            ScriptedConnection client = house.logOn("ann");
            client.breakConnection();
            client.breakConnection();
            house.ended(client);
            assertThat(House.sequence(client)).containsOnlyOnce("Close");
        }
    }

    @Test
    void shouldGiveUpWhereOnReadyNeverComes() throws ProtocolException, InterruptedException {
        try (var house = House.open(configuration -> configuration.deadlines(House.SHORT))) {
            ScriptedConnection client = house.provider.connect(House.user("ann").neverReady());
            client.awaitCall("Close", House.PATIENCE);
            assertThat(house.ended(client).reason()).contains("OnReady");
            assertThat(House.sequence(client)).containsExactly("GetLogonErrorRedirector", "Close");
        }
    }

    @Test
    void shouldIgnoreASecondOnReady() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            ScriptedConnection client = house.logOn(House.user("ann").readyTwice());
            assertThat(House.sequence(client))
                    .containsOnlyOnce("AcceptConnection")
                    .doesNotContain("Close");
        }
    }

    /** A call-back from inside a call is refused where it is made. */
    @Test
    void shouldRefuseACallBackFromInsideACall() throws ProtocolException, InterruptedException {
        List<HResult> answers = new CopyOnWriteArrayList<>();
        Action callBack = subject -> {
            try {
                subject.callBack();
            } catch (ProtocolException e) {
                answers.add(e.result());
            }
        };
        try (var house = House.open()) {
            ScriptedConnection client = house.provider.connect(House.user("ann").on("ConnectNotify", callBack));
            client.awaitCall("Close", House.PATIENCE);
            assertThat(answers).containsExactly(HResult.E_CALLED_BACK);
            assertThat(house.ended(client).reason())
                    .contains("broke the contract")
                    .contains("StopScreenUpdates");
        }
    }

    /** What a connection does inside its own calls is no reason to drop another one. */
    @Test
    void shouldOnlyHarmTheConnectionInWhoseCallItHappens() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            ScriptedConnection innocent = house.logOn("ann");
            ScriptedConnection guilty = house.provider.connect(House.user("bob")
                    .on("GetInputHandles", _ -> innocent.callback().brokenConnection(0, 0)));
            house.ended(guilty);
            assertThat(House.sequence(innocent)).doesNotContain("Close");
        }
    }

    @Test
    void shouldDisconnectEverybodyWhenItStops() throws ProtocolException, InterruptedException {
        var house = House.open();
        ScriptedConnection ann = house.logOn("ann");
        ScriptedConnection asked = house.provider.connect(ScriptedConnection.builder());
        House.next(House.next(house.desktops.screens).questions);
        int left = leftBehind(house);
        house.close();
        assertThat(ann.log().await("SetErrorInfo", House.PATIENCE).arguments())
                .containsExactly(ErrorInfo.SERVER_SHUTDOWN);
        assertThat(House.sequence(ann)).endsWith("SetErrorInfo", "PreDisconnect", "DisconnectNotify", "Close");
        assertThat(House.sequence(asked)).endsWith("SetErrorInfo", "PreDisconnect", "DisconnectNotify", "Close");
        assertThat(house.service.sessions()).isEmpty();
        assertThat(house.desktops.started).allMatch(desktop -> desktop.closed);
        assertThat(stopCalls(house))
                .containsSubsequence(
                        "NotifyServiceStateChange", "StopListen", "NotifySessionOfServiceStop", "Uninitialize");
        assertThat(house.provider
                        .log()
                        .await("NotifySessionOfServiceStop", House.PATIENCE)
                        .arguments())
                .hasSize(1);
        assertThat(left).isPositive();
        house.close();
    }

    private static int leftBehind(House house) throws ProtocolException, InterruptedException {
        ScriptedConnection client = house.logOn("bob");
        int session = house.session(client).id();
        client.breakConnection();
        house.ended(client);
        return session;
    }

    private static List<String> stopCalls(House house) {
        List<String> names = house.provider.log().names();
        return names.subList(names.indexOf("StartListen"), names.size());
    }

    @Test
    void shouldStopAlthoughAProviderHangs() throws ProtocolException, InterruptedException {
        var house = House.open(configuration -> configuration.deadlines(House.SHORT));
        ScriptedConnection client = house.logOn(House.user("ann").on("PreDisconnect", Action.blockStubbornly()));
        house.provider.on("StopListen", Action.blockStubbornly());
        try {
            house.close();
            assertThat(house.provider.log().names()).endsWith("Uninitialize");
            assertThat(house.desktops.started).allMatch(desktop -> desktop.closed);
        } finally {
            client.release();
            house.provider.release();
        }
    }

    @Test
    void shouldRefuseWhoComesWhenItStops() {
        var house = House.closed(configuration -> configuration);
        house.service.start();
        house.provider.on(
                "StopListen", _ -> assertThatThrownBy(() -> connect(house)).isInstanceOf(IllegalStateException.class));
        house.close();
        assertThat(house.provider.isListening()).isFalse();
        assertThat(Optional.of(house.service.traces())).contains(List.of());
    }

    private static void connect(House house) throws ProtocolException {
        house.provider.connect(ScriptedConnection.builder());
    }

    /** Whatever a desktop does at its end, the client is let go and the session is over. */
    @Test
    void shouldLetTheClientGoAlthoughTheDesktopDoesNotEnd() throws ProtocolException, InterruptedException {
        var held = new CountDownLatch(1);
        try (var house = House.open(configuration -> configuration.deadlines(House.SHORT))) {
            assertLoggedOff(house, () -> {
                try {
                    held.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        } finally {
            held.countDown();
        }
    }

    @Test
    void shouldLetTheClientGoAlthoughTheDesktopFailsToEnd() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            assertLoggedOff(house, () -> {
                throw new IllegalStateException("a bug of the desktop");
            });
        }
    }

    private static void assertLoggedOff(House house, Runnable atTheEnd) throws ProtocolException, InterruptedException {
        ScriptedConnection client = house.logOn("ann");
        FakeDesktop desktop = House.next(house.desktops.started);
        desktop.onClose = atTheEnd;
        desktop.request.host().logoff();
        house.ended(client);
        assertThat(House.sequence(client)).endsWith("SetErrorInfo", "PreDisconnect", "DisconnectNotify", "Close");
        assertThat(house.service.sessions()).isEmpty();
    }
}
