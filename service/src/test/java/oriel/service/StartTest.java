package oriel.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oriel.contract.protocol.ConnectionSettings;
import oriel.contract.protocol.HResult;
import oriel.contract.protocol.ListenerConfiguration;
import oriel.contract.protocol.ListenerSettings;
import oriel.contract.protocol.ProtocolException;
import oriel.contract.protocol.RcmDrainState;
import oriel.contract.protocol.RcmServiceState;
import oriel.contract.protocol.ServiceState;
import oriel.contract.protocol.SessionEvent;
import oriel.kit.Action;
import oriel.kit.ScriptedConnection;
import oriel.kit.ScriptedProvider;

class StartTest {

    /** The picture of the start sequence (sequences.md, section 1). */
    @Test
    void shouldStartAProviderInTheOrderOfThePicture() {
        try (var house = House.open()) {
            assertThat(house.provider.log().names())
                    .containsExactly(
                            "activate",
                            "Initialize",
                            "CreateListener",
                            "GetSettings",
                            "StartListen",
                            "NotifyServiceStateChange");
            assertThat(house.service.listeners()).singleElement().satisfies(listener -> {
                assertThat(listener.name()).isEqualTo("Test-Tcp");
                assertThat(listener.state()).isEqualTo(ListenerStatus.State.LISTENING);
                assertThat(listener.reason()).isEmpty();
            });
            assertThat(house.service.startTrace().calls())
                    .extracting(TracedCall::call)
                    .startsWith("Activate", "Initialize");
        }
    }

    /** One manager per provider, however many listeners name it (manager-and-listener.md, section 1). */
    @Test
    void shouldActivateAProviderOnceForAllItsListeners() {
        var second = new ListenerConfiguration("Second", "scripted", true, Map.of("address", "localhost:3390"));
        var off = new ListenerConfiguration("Off", "scripted", false, Map.of());
        var strange = new ListenerConfiguration("Strange", "nobody", true, Map.of());
        var provider = ScriptedProvider.listening("Test-Tcp");
        try (var house = House.with(provider, List.of(provider.configuration(), second, off, strange))) {
            house.service.start();
            assertThat(provider.log().names()).containsOnlyOnce("Initialize");
            assertThat(provider.log().names().stream().filter("StartListen"::equals))
                    .hasSize(2);
            assertThat(house.service.listeners())
                    .extracting(ListenerStatus::state)
                    .containsExactly(
                            ListenerStatus.State.LISTENING,
                            ListenerStatus.State.LISTENING,
                            ListenerStatus.State.IDLE,
                            ListenerStatus.State.DOWN);
            assertThat(house.service.listeners().get(1).address()).isEqualTo("localhost:3390");
            assertThat(house.service.listeners().getLast().reason()).contains("nobody");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"activate", "Initialize", "CreateListener", "StartListen"})
    void shouldKeepOtherProvidersRunningWhereOneFails(String call) throws ProtocolException, InterruptedException {
        for (Action fault : List.of(
                Action.fail(HResult.E_FAIL),
                Action.raise(() -> new IllegalStateException("a bug")),
                Action.block(),
                Action.blockStubbornly())) {
            assertOnlyThatProviderIsDown(call, fault);
        }
    }

    private static void assertOnlyThatProviderIsDown(String call, Action fault)
            throws ProtocolException, InterruptedException {
        var good = ScriptedProvider.named("good", "Good-Tcp");
        var bad = ScriptedProvider.named("bad", "Bad-Tcp");
        bad.on(call, fault);
        try (var house = House.with(good, bad, House.SHORT)) {
            house.service.start();
            assertThat(house.service.listeners())
                    .extracting(ListenerStatus::state)
                    .containsExactly(ListenerStatus.State.LISTENING, ListenerStatus.State.DOWN);
            assertThat(house.service.listeners().getLast().reason()).isNotEmpty();
            good.connect(House.user("ann")).awaitCall("LogonNotify", House.PATIENCE);
            bad.release();
        }
    }

    /** Initialize has failed: no Uninitialize (sequences.md, section 1, line 2). */
    @Test
    void shouldNotUninitializeWhatWasNotInitialized() {
        var house = House.closed(configuration -> configuration);
        house.provider.on("Initialize", Action.fail(HResult.E_FAIL));
        house.service.start();
        house.close();
        assertThat(house.provider.log().names()).containsExactly("activate", "Initialize");
    }

    @Test
    void shouldTryAgainWhereAListenerCouldNotListen() throws InterruptedException {
        var house = House.closed(configuration -> configuration);
        house.provider.on("StartListen", Action.fail(HResult.E_ACCESSDENIED));
        house.service.start();
        assertThat(house.service.listeners().getFirst().state()).isEqualTo(ListenerStatus.State.DOWN);
        house.provider.on("StartListen", _ -> {});
        House.await(() -> house.service.listeners().getFirst().state() == ListenerStatus.State.LISTENING);
        assertThat(house.service.listeners().getFirst().reason()).isEmpty();
        house.close();
        assertThat(house.provider.log().names()).contains("StopListen");
    }

    /** A client may come before StartListen has returned. */
    @Test
    void shouldTakeAClientThatComesWhileStartListenRuns() throws InterruptedException {
        var house = House.closed(configuration -> configuration);
        var arrived = new CountDownLatch(1);
        house.provider.on("StartListen", _ -> {
            Thread.ofVirtual().start(() -> arrive(house, arrived));
            arrived.await();
        });
        house.service.start();
        House.await(() -> house.service.sessions().size() == 1);
        house.close();
    }

    private static void arrive(House house, CountDownLatch arrived) {
        try {
            house.provider.connect(House.user("ann")).awaitCall("LogonNotify", House.PATIENCE);
        } catch (ProtocolException | InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            arrived.countDown();
        }
    }

    @Test
    void shouldRefuseToStartTwice() {
        try (var house = House.open()) {
            assertThatThrownBy(house.service::start).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void shouldRefuseAnUnknownDesktop() {
        assertThatThrownBy(
                        () -> House.closed(configuration -> ServiceConfiguration.builder("host", "nothing", List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing");
    }

    @Test
    void shouldTellManagersAboutDrain() throws InterruptedException {
        try (var house = House.open()) {
            house.service.drain(true);
            house.service.drain(true);
            house.service.drain(false);
            assertThat(house.provider.log().calls())
                    .filteredOn(call -> call.name().equals("NotifyServiceStateChange"))
                    .extracting(call -> call.arguments().getFirst())
                    .containsExactly(
                            new ServiceState(RcmServiceState.START, RcmDrainState.NONE),
                            new ServiceState(RcmServiceState.NONE, RcmDrainState.IN_DRAIN),
                            new ServiceState(RcmServiceState.NONE, RcmDrainState.NOT_IN_DRAIN));
        }
    }

    @Test
    void shouldRefuseNewSessionsInDrain() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            house.service.drain(true);
            ScriptedConnection client = house.provider.connect(House.user("ann"));
            client.awaitCall("Close", House.PATIENCE);
            assertThat(House.sequence(client)).endsWith("AuthenticateClientToSession", "SetErrorInfo", "Close");
            assertThat(house.ended(client).reason()).contains("no new sessions");
        }
    }

    @Test
    void shouldLetUsersComeBackInDrainAndNobodyElse() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            ScriptedConnection old = house.logOn("ann");
            int session = house.session(old).id();
            old.breakConnection();
            house.ended(old);
            house.service.drain(true);
            assertThat(house.session(house.logOn("ann")).id()).isEqualTo(session);
            ScriptedConnection bob = house.provider.connect(House.user("bob"));
            House.next(House.next(house.desktops.screens).notices);
            house.ended(bob);
            assertThat(House.sequence(bob)).endsWith("SetErrorInfo", "PreDisconnect", "DisconnectNotify", "Close");
        }
    }

    @Test
    void shouldRefuseMoreSessionsThanAllowed() throws ProtocolException, InterruptedException {
        try (var house = House.open(configuration -> configuration.limits(new Limits(10, 1, 10)))) {
            house.logOn("ann");
            ScriptedConnection bob = house.provider.connect(House.user("bob"));
            assertThat(house.ended(bob).reason()).contains("1 sessions already");
        }
    }

    /** A refusal in OnConnected: no callback, and no call any more, not even Close (sequences.md, section 2). */
    @Test
    void shouldRefuseMoreConnectionsThanAllowed() throws ProtocolException, InterruptedException {
        try (var house = House.open(configuration -> configuration.limits(new Limits(1, 10, 10)))) {
            ScriptedConnection client = house.logOn("ann");
            assertThatThrownBy(() -> house.provider.connect(House.user("bob")))
                    .isInstanceOfSatisfying(
                            ProtocolException.class, e -> assertThat(e.result()).isEqualTo(HResult.E_TOO_MANY));
            client.breakConnection();
            house.ended(client);
            house.logOn("bob");
        }
    }

    @Test
    void shouldKeepTheLimitOfTheListener() throws ProtocolException {
        var house = House.closed(configuration -> configuration);
        house.provider.listenerSettings(new ListenerSettings(1, new byte[0]));
        house.service.start();
        house.provider.connect(ScriptedConnection.builder());
        assertThatThrownBy(() -> house.provider.connect(ScriptedConnection.builder()))
                .isInstanceOf(ProtocolException.class);
        assertThat(house.service.listeners().getFirst().connections()).isEqualTo(1);
        house.close();
    }

    /** Somebody who has logged on is no stranger any more. */
    @Test
    void shouldLimitStrangersPerAddress() throws ProtocolException, InterruptedException {
        try (var house = House.open(configuration -> configuration.limits(new Limits(10, 10, 1)))) {
            var from = ConnectionSettings.builder().clientAddress("192.0.2.1").build();
            house.logOn(House.user("ann").proposing(from));
            house.provider.connect(ScriptedConnection.builder().proposing(from));
            assertThatThrownBy(() ->
                            house.provider.connect(ScriptedConnection.builder().proposing(from)))
                    .isInstanceOf(ProtocolException.class)
                    .hasMessageContaining("192.0.2.1");
            house.provider.connect(ScriptedConnection.builder());
        }
    }

    /** Codes 3, 5, 7, 8, 4, 6, to every manager (Q17). */
    @Test
    void shouldTellManagersAndListenersWhatHappensToSessions() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            List<Integer> heard = new CopyOnWriteArrayList<>();
            try (var _ = house.service.followSessions((_, event) -> heard.add(event.code()))) {
                ScriptedConnection client = house.logOn("ann");
                int session = house.session(client).id();
                House.next(house.desktops.started).request.host().lock();
                FakeLogonScreen screen = House.next(house.desktops.screens);
                screen.type("ann", "secret");
                House.await(() -> !house.session(client).locked());
                client.breakConnection();
                house.ended(client);
                house.service.logoff(session);
                House.await(() -> heard.size() == 6);
                assertThat(heard).containsExactly(3, 5, 7, 8, 4, 6);
                house.provider.log().await("NotifySessionStateChange", 6, House.PATIENCE);
                assertThat(house.provider.log().calls())
                        .filteredOn(call -> call.name().equals("NotifySessionStateChange"))
                        .extracting(call -> call.arguments().getLast())
                        .startsWith(SessionEvent.REMOTE_CONNECT, SessionEvent.LOGON)
                        .endsWith(SessionEvent.LOGOFF);
            }
        }
    }

    @Test
    void shouldNotWaitForAManagerThatHangsInANotice() throws ProtocolException, InterruptedException {
        var house = House.closed(configuration -> configuration);
        house.provider.on("NotifySessionStateChange", Action.blockStubbornly());
        house.service.start();
        try {
            house.logOn("ann");
        } finally {
            house.provider.release();
            house.close();
        }
    }
}
