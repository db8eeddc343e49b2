package oriel.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import oriel.contract.protocol.ProtocolException;
import oriel.contract.protocol.SessionId;
import oriel.kit.ScriptedConnection;

class ConnectionSequenceTest {

    /** The steps of sequences.md, section 3.1, in the order of the picture; licensing as policy "none" has it. */
    private static final List<String> PICTURE = List.of(
            "GetLogonErrorRedirector",
            "AcceptConnection",
            "GetClientData",
            "GetClientMonitorData",
            "GetUserCredentials",
            "GetLicenseConnection",
            "RequestLicensingCapabilities",
            "SendClientLicense",
            "ProtocolComplete",
            "AuthenticateClientToSession",
            "NotifySessionId",
            "GetInputHandles",
            "GetVideoHandle",
            "ConnectNotify",
            "NotifyCommandProcessCreated",
            "IsUserAllowedToLogon",
            "SessionArbitrationEnumeration",
            "LogonNotify");

    @Test
    void shouldMakeTheCallsInTheOrderOfThePicture() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            ScriptedConnection client = house.logOn("ann");
            assertThat(House.sequence(client)).isEqualTo(PICTURE);
        }
    }

    @Test
    void shouldTraceTheCallsInBothDirections() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            Trace trace = house.trace(house.logOn("ann"));
            assertThat(trace.calls().getFirst().call()).isEqualTo("OnConnected");
            assertThat(trace.calls().getFirst().from()).isEqualTo("Listener");
            assertThat(trace.calls()).extracting(TracedCall::call).contains("OnReady", "ProtocolComplete");
            assertThat(trace.calls().stream()
                            .filter(call -> call.from().equals("Service") && PICTURE.contains(call.call()))
                            .map(TracedCall::call))
                    .containsExactlyElementsOf(PICTURE);
            assertThat(trace.calls())
                    .filteredOn(call -> call.to().equals("LicenseConnection"))
                    .hasSize(3);
            assertThat(trace.calls()).noneMatch(TracedCall::failed);
            assertThat(trace.outcome()).isEqualTo(Trace.Outcome.OPEN);
            assertThat(trace.user()).isEqualTo("ann");
        }
    }

    @Test
    void shouldNameTheSessionAlikeInEveryCall() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            ScriptedConnection client = house.logOn("ann");
            SessionStatus status = house.session(client);
            var id = new SessionId(status.uniqueId(), status.id());
            assertThat(client.log().await("NotifySessionId", House.PATIENCE).arguments())
                    .first()
                    .isEqualTo(id);
            assertThat(client.log().await("ConnectNotify", House.PATIENCE).arguments())
                    .containsExactly(id.sessionId());
            assertThat(client.log().await("LogonNotify", House.PATIENCE).arguments())
                    .contains("ann", id);
        }
    }

    @Test
    void shouldNotOpenALogonScreenForGoodCredentials() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            house.logOn("ann");
            assertThat(house.desktops.screens).isEmpty();
            assertThat(house.desktops.started).hasSize(1);
        }
    }

    @Test
    void shouldShowTheSessionInTheList() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            house.logOn(House.user("ann").clientName("laptop").size(800, 600));
            assertThat(house.service.sessions()).singleElement().satisfies(session -> {
                assertThat(session.id()).isEqualTo(1);
                assertThat(session.user()).isEqualTo("ann");
                assertThat(session.state()).hasToString("Active");
                assertThat(session.protocol()).isEqualTo("TEST");
                assertThat(session.desktop()).isEqualTo("fake");
                assertThat(session.client()).isEqualTo("laptop");
                assertThat(session.size()).hasToString("800x600");
                assertThat(session.logonAt()).isPresent();
            });
        }
    }

    @Test
    void shouldFeedTheDesktopFromTheEndpoints() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            ScriptedConnection client = house.logOn("ann");
            FakeDesktop desktop = House.next(house.desktops.started);
            client.keyboards().getFirst().awaitOpen(House.PATIENCE).key(0x1E, 0, true);
            client.pointers().getFirst().awaitOpen(House.PATIENCE).moved(3, 4);
            assertThat(desktop.heard).containsSubsequence("key 30 down", "moved 3,4");
            int[] pixel = new int[1];
            client.videos().getFirst().awaitOpen(House.PATIENCE).read(0, 0, 1, 1, pixel, 0, 1);
            assertThat(pixel).containsExactly(FakeDesktop.COLOUR);
        }
    }
}
