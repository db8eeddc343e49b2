package oriel.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import oriel.contract.desktop.LogonAnswer;
import oriel.contract.desktop.SessionChoice;
import oriel.contract.protocol.Arbitration;
import oriel.contract.protocol.ErrorInfo;
import oriel.contract.protocol.Property;
import oriel.contract.protocol.PropertyValue;
import oriel.contract.protocol.ProtocolException;
import oriel.contract.protocol.SessionId;
import oriel.contract.protocol.SettingType;
import oriel.contract.protocol.Settings;
import oriel.kit.ConnectionScript;
import oriel.kit.ScriptedConnection;

class ReconnectTest {

    private static final Policy SEVERAL_SESSIONS = new Policy(
            Settings.notConfigured(SettingType.MACHINE), false, false, true, Optional.empty(), Sharing.DEFAULT);

    /** The picture of the reconnect sequence (sequences.md, section 4.2): same connection object, no Close in between. */
    @Test
    void shouldMoveAReturningUserToTheDisconnectedSession() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            int session = disconnected(house, "ann");
            ScriptedConnection client = house.logOn(House.user("ann").size(640, 480));
            List<String> calls = House.sequence(client);
            assertThat(calls.subList(calls.indexOf("SessionArbitrationEnumeration") + 1, calls.size()))
                    .containsExactly(
                            "DisconnectNotify",
                            "NotifySessionId",
                            "GetInputHandles",
                            "GetVideoHandle",
                            "ConnectNotify",
                            "LogonNotify");
            assertThat(house.session(client).id()).isEqualTo(session);
            assertThat(house.service.sessions()).hasSize(1);
            assertThat(house.desktops.started)
                    .singleElement()
                    .satisfies(desktop -> assertThat(desktop.heard).contains("adapt 640x480"));
        }
    }

    /** Endpoints are per attachment: those of the temporary session are void. */
    @Test
    void shouldCloseTheEndpointsOfTheTemporarySession() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            disconnected(house, "ann");
            ScriptedConnection client = house.logOn("ann");
            assertThat(client.videos()).hasSize(2);
            assertThat(client.videos().getFirst().isClosed()).isTrue();
            assertThat(client.keyboards().getFirst().isClosed()).isTrue();
            assertThat(client.videos().getLast().isClosed()).isFalse();
        }
    }

    @Test
    void shouldGiveOtherUsersSessionsOfTheirOwn() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            int session = disconnected(house, "ann");
            assertThat(house.session(house.logOn("bob")).id()).isNotEqualTo(session);
        }
    }

    /** A candidate that is not the user's own is nobody's business, whatever the provider says. */
    @Test
    void shouldIgnoreCandidatesOfOtherUsers() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            int session = disconnected(house, "ann");
            ScriptedConnection client = house.logOn(
                    House.user("bob").arbitrating((_, _) -> new Arbitration.Candidates(List.of(session, 4711))));
            assertThat(house.session(client).id()).isNotEqualTo(session);
        }
    }

    @Test
    void shouldTakeTheCandidateTheProviderNames() throws ProtocolException, InterruptedException {
        try (var house = House.open(configuration -> configuration.policy(SEVERAL_SESSIONS))) {
            ScriptedConnection first = house.logOn("ann");
            ScriptedConnection second = house.logOn("ann");
            int named = house.session(first).id();
            leave(house, first);
            leave(house, second);
            ScriptedConnection client =
                    house.logOn(House.user("ann").arbitrating((_, _) -> new Arbitration.Candidates(List.of(named))));
            assertThat(house.session(client).id()).isEqualTo(named);
        }
    }

    @Test
    void shouldLetTheUserChooseAmongSeveralSessions() throws ProtocolException, InterruptedException {
        try (var house = House.open(configuration -> configuration.policy(SEVERAL_SESSIONS))) {
            ScriptedConnection first = house.logOn("ann");
            ScriptedConnection second = house.logOn("ann");
            int wanted = house.session(first).id();
            leave(house, first);
            leave(house, second);
            ScriptedConnection client = house.provider.connect(House.user("ann"));
            FakeLogonScreen screen = House.next(house.desktops.screens);
            assertThat(House.next(screen.choices))
                    .extracting(SessionChoice::sessionId)
                    .hasSize(2)
                    .contains(wanted);
            screen.answers.add(new LogonAnswer.Resume(wanted));
            client.awaitCall("LogonNotify", House.PATIENCE);
            assertThat(house.session(client).id()).isEqualTo(wanted);
            House.await(() -> screen.closed);
        }
    }

    @Test
    void shouldLetTheUserHaveANewSessionInstead() throws ProtocolException, InterruptedException {
        try (var house = House.open(configuration -> configuration.policy(SEVERAL_SESSIONS))) {
            ScriptedConnection first = house.logOn("ann");
            ScriptedConnection second = house.logOn("ann");
            leave(house, first);
            leave(house, second);
            ScriptedConnection client = house.provider.connect(House.user("ann"));
            House.next(house.desktops.screens).answers.add(new LogonAnswer.NewSession());
            client.awaitCall("LogonNotify", House.PATIENCE);
            assertThat(House.sequence(client)).doesNotContain("DisconnectNotify");
            House.await(() -> house.service.sessions().size() == 3);
        }
    }

    @Test
    void shouldTakeOverASessionThatAnotherClientShows() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            ScriptedConnection old = house.logOn("ann");
            int session = house.session(old).id();
            ScriptedConnection client = house.logOn("ann");
            assertThat(house.session(client).id()).isEqualTo(session);
            assertThat(House.sequence(old)).endsWith("SetErrorInfo", "PreDisconnect", "DisconnectNotify", "Close");
            assertThat(old.log().await("SetErrorInfo", House.PATIENCE).arguments())
                    .containsExactly(ErrorInfo.DISCONNECTED_BY_OTHER_CONNECTION);
            assertThat(old.log().await("PreDisconnect", House.PATIENCE).arguments())
                    .containsExactly(ErrorInfo.DISCONNECTED_BY_OTHER_CONNECTION);
            assertThat(house.ended(old).outcome()).isEqualTo(Trace.Outcome.ENDED);
        }
    }

    /** sequences.md, section 4.1: no new logon process, no logon, no arbitration. */
    @Test
    void shouldReconnectAutomaticallyWhoProvesARight() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            ScriptedConnection old = house.logOn("ann");
            SessionId id = id(house.session(old));
            old.breakConnection();
            house.ended(old);
            ScriptedConnection client = house.logOn(proving(id));
            List<String> calls = House.sequence(client);
            assertThat(calls.subList(calls.indexOf("AuthenticateClientToSession") + 1, calls.size()))
                    .containsExactly(
                            "NotifySessionId", "GetInputHandles", "GetVideoHandle", "ConnectNotify", "LogonNotify");
            assertThat(house.session(client).id()).isEqualTo(id.sessionId());
            assertThat(house.authentication.attempts).hasSize(1);
        }
    }

    @Test
    void shouldTakeOverByAutomaticReconnectToo() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            ScriptedConnection old = house.logOn("ann");
            ScriptedConnection client = house.logOn(proving(id(house.session(old))));
            assertThat(House.sequence(old)).endsWith("SetErrorInfo", "PreDisconnect", "DisconnectNotify", "Close");
            assertThat(house.service.sessions()).hasSize(1);
            assertThat(House.sequence(client)).doesNotContain("Close");
        }
    }

    /** The number alone proves nothing: it may mean another session by now (Q16). */
    @Test
    void shouldGoOnWithANewSessionWhereTheProvedOneHasEnded() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            int session = house.session(house.logOn("ann")).id();
            ScriptedConnection client = house.provider.connect(proving(new SessionId(UUID.randomUUID(), session)));
            House.next(House.next(house.desktops.screens).questions);
            assertThat(House.sequence(client)).endsWith("NotifyCommandProcessCreated");
        }
    }

    @Test
    void shouldNotReconnectAutomaticallyAgainstPolicy() throws ProtocolException, InterruptedException {
        var machine = PolicyTest.machine(settings -> settings.disableAutoReconnect(true));
        try (var house = House.open(configuration ->
                configuration.policy(new Policy(machine, true, false, true, Optional.empty(), Sharing.DEFAULT)))) {
            ScriptedConnection old = house.logOn("ann");
            house.provider.connect(proving(id(house.session(old))));
            House.next(House.next(house.desktops.screens).questions);
            assertThat(House.sequence(old)).doesNotContain("Close");
        }
    }

    /** Two clients of one user at the same moment: one session, whoever came last shows it. */
    @Test
    void shouldEndUpWithOneSessionHoweverManyClientsComeAtOnce() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            List<ScriptedConnection> clients = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                clients.add(house.provider.connect(House.user("ann")));
            }
            House.await(() -> house.service.traces().stream()
                            .filter(trace -> trace.endedAt().isEmpty())
                            .count()
                    == 1);
            House.await(() -> house.service.sessions().size() == 1);
            House.await(() -> house.service.sessions().getFirst().state() == SessionState.ACTIVE);
            assertThat(clients).hasSize(12);
        }
    }

    /** sequences.md, section 4.3: the connection vouches for its user and picks one of that user's sessions. */
    @Test
    void shouldReconnectWhereAConnectionPicksASession() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            int session = disconnected(house, "ann");
            ScriptedConnection client = house.logOn(fastReconnect("ann", session));
            assertThat(house.session(client).id()).isEqualTo(session);
            assertThat(House.sequence(client))
                    .containsSubsequence(
                            "AuthenticateClientToSession", "GetSessionForEnhancedFastReconnect", "NotifySessionId")
                    .doesNotContain("IsUserAllowedToLogon");
        }
    }

    @Test
    void shouldNotGiveAConnectionSessionsOfOtherUsers() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            int session = disconnected(house, "ann");
            disconnected(house, "bob");
            house.provider.connect(fastReconnect("bob", session));
            House.next(House.next(house.desktops.screens).questions);
        }
    }

    private static ConnectionScript fastReconnect(String user, int session) {
        return ScriptedConnection.builder()
                .property(Property.GET_FAST_RECONNECT, new PropertyValue.Unsigned(2))
                .property(Property.GET_FAST_RECONNECT_USER_SID, new PropertyValue.Text(user))
                .fastReconnectTo(session);
    }

    private static ConnectionScript proving(SessionId id) {
        return ScriptedConnection.builder().authenticatedTo(() -> Optional.of(id));
    }

    private static SessionId id(SessionStatus status) {
        return new SessionId(status.uniqueId(), status.id());
    }

    private static int disconnected(House house, String user) throws ProtocolException, InterruptedException {
        ScriptedConnection client = house.logOn(user);
        int session = house.session(client).id();
        leave(house, client);
        return session;
    }

    private static void leave(House house, ScriptedConnection client) throws ProtocolException, InterruptedException {
        client.breakConnection();
        house.ended(client);
    }
}
