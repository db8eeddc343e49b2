package oriel.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import oriel.contract.desktop.DesktopRequest.InitialProgram;
import oriel.contract.desktop.LogonAnswer;
import oriel.contract.desktop.LogonMessage;
import oriel.contract.protocol.ErrorInfo;
import oriel.contract.protocol.LogonErrorRedirectorResponse;
import oriel.contract.protocol.Property;
import oriel.contract.protocol.PropertyValue;
import oriel.contract.protocol.ProtocolException;
import oriel.contract.protocol.SessionId;
import oriel.contract.protocol.SettingType;
import oriel.contract.protocol.Settings;
import oriel.identity.Refusal;
import oriel.kit.ConnectionScript;
import oriel.kit.ScriptedConnection;

class LogonTest {

    private static final Policy PROMPTING = new Policy(
            Settings.notConfigured(SettingType.MACHINE), true, true, true, Optional.empty(), Sharing.DEFAULT);

    @Test
    void shouldAskWhoComesWithoutCredentials() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            ScriptedConnection client = house.provider.connect(ScriptedConnection.builder());
            FakeLogonScreen screen = House.next(house.desktops.screens);
            assertThat(House.next(screen.questions).message()).isEmpty();
            assertThat(house.session(client).state()).isEqualTo(SessionState.CONNECTED);
            screen.type("ann", "secret");
            client.awaitCall("LogonNotify", House.PATIENCE);
            House.await(() -> screen.closed);
        }
    }

    /** The first picture is the logon screen, the next one the desktop: the endpoint is opened once. */
    @Test
    void shouldTurnFromTheLogonScreenToTheDesktop() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            ScriptedConnection client = house.provider.connect(ScriptedConnection.builder());
            FakeLogonScreen screen = House.next(house.desktops.screens);
            House.next(screen.questions);
            assertThat(pixel(client)).isEqualTo(FakeLogonScreen.COLOUR);
            client.keyboards().getFirst().awaitOpen(House.PATIENCE).locks(false, true, false, false);
            screen.type("ann", "secret");
            House.await(() -> pixel(client) == FakeDesktop.COLOUR);
            assertThat(client.videos()).hasSize(1);
            assertThat(screen.heard).containsSubsequence("locks falsetruefalsefalse", "releaseAll");
            FakeDesktop desktop = House.next(house.desktops.started);
            House.await(() -> desktop.heard.contains("locks falsetruefalsefalse"));
        }
    }

    @Test
    void shouldSayThatAPasswordIsWrongAndAskAgain() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            ScriptedConnection client =
                    house.provider.connect(ScriptedConnection.builder().user("ann", "wrong"));
            FakeLogonScreen screen = House.next(house.desktops.screens);
            var question = House.next(screen.questions);
            assertThat(question.userName()).isEqualTo("ann");
            assertThat(question.message().map(LogonMessage::kind)).contains(LogonMessage.Kind.WRONG_CREDENTIALS);
            screen.type("ann", "wrong again");
            assertThat(House.next(screen.questions).message()).isPresent();
            screen.type("ann", "secret");
            client.awaitCall("LogonNotify", House.PATIENCE);
            assertThat(screen.statuses).contains(LogonMessage.Kind.SIGNING_IN);
        }
    }

    @Test
    void shouldSayWhyALogonIsRefused() throws ProtocolException, InterruptedException {
        assertRefusal(new Refusal.SlowedDown(Duration.ofMillis(2500)), LogonMessage.Kind.SLOW_DOWN, "3");
        assertRefusal(new Refusal.LockedOut(Duration.ofSeconds(61)), LogonMessage.Kind.LOCKED_OUT, "2");
        assertRefusal(new Refusal.Disabled(), LogonMessage.Kind.ACCOUNT_DISABLED);
    }

    private static void assertRefusal(Refusal refusal, LogonMessage.Kind kind, String... arguments)
            throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            house.authentication.refusals.put("ann", refusal);
            house.provider.connect(House.user("ann"));
            var question = House.next(House.next(house.desktops.screens).questions);
            assertThat(question.message()).contains(LogonMessage.of(kind, arguments));
        }
    }

    @Test
    void shouldDisconnectWhoCancels() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            ScriptedConnection client = house.provider.connect(ScriptedConnection.builder());
            House.next(house.desktops.screens).answers.add(new LogonAnswer.Cancelled());
            house.ended(client);
            assertThat(client.log().await("SetErrorInfo", House.PATIENCE).arguments())
                    .containsExactly(ErrorInfo.DISCONNECTED_BY_USER);
            assertThat(house.service.sessions()).isEmpty();
        }
    }

    /** Nobody types: the screen does not stay for ever. */
    @Test
    void shouldDisconnectWhoDoesNotAnswer() throws ProtocolException, InterruptedException {
        try (var house = House.open(configuration -> configuration.deadlines(House.SHORT))) {
            ScriptedConnection client = house.provider.connect(ScriptedConnection.builder());
            house.ended(client);
            assertThat(client.log().await("SetErrorInfo", House.PATIENCE).arguments())
                    .containsExactly(ErrorInfo.LOGON_TIMEOUT);
        }
    }

    @Test
    void shouldIgnoreSentPasswordsWherePolicySaysSo() throws ProtocolException, InterruptedException {
        try (var house = House.open(configuration -> configuration.policy(PROMPTING))) {
            house.provider.connect(House.user("ann"));
            assertThat(House.next(House.next(house.desktops.screens).questions).userName())
                    .isEqualTo("ann");
            assertThat(house.authentication.attempts).isEmpty();
        }
    }

    @Test
    void shouldIgnoreSentPasswordsWhereTheClientWantsToBeAsked() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            house.provider.connect(House.user("ann").clientData(data -> data.promptForPassword(true)));
            House.next(House.next(house.desktops.screens).questions);
            assertThat(house.authentication.attempts).isEmpty();
        }
    }

    /** Q39: GetUserCredentials counts more than the client's data, which count only with fInheritAutoLogon. */
    @Test
    void shouldTakeTheClientsDataWhereNothingElseIsOffered() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            house.logOn(ScriptedConnection.builder()
                    .clientData(
                            data -> data.inheritAutoLogon(true).userName("ann").password("secret".toCharArray())));
            assertThat(house.authentication.attempts).containsExactly("ann");
        }
    }

    @Test
    void shouldNotTakeTheClientsDataWithoutAutoLogon() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            house.provider.connect(ScriptedConnection.builder()
                    .clientData(data -> data.userName("ann").password("secret".toCharArray())));
            assertThat(House.next(House.next(house.desktops.screens).questions).userName())
                    .isEqualTo("ann");
            assertThat(house.authentication.attempts).isEmpty();
        }
    }

    /** A user without password is no attempt: the account must not be locked for it. */
    @Test
    void shouldNotTryAnEmptyPassword() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            house.provider.connect(ScriptedConnection.builder().user("ann", ""));
            House.next(House.next(house.desktops.screens).questions);
            assertThat(house.authentication.attempts).isEmpty();
        }
    }

    @Test
    void shouldSayThatADesktopCouldNotBeStartedAndAskAgain() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            house.desktops.failure = "no pseudo-terminals left";
            ScriptedConnection client = house.provider.connect(House.user("ann"));
            FakeLogonScreen screen = House.next(house.desktops.screens);
            assertThat(House.next(screen.failures))
                    .isEqualTo(LogonMessage.of(LogonMessage.Kind.DESKTOP_FAILED, "no pseudo-terminals left"));
            screen.answers.add(new LogonAnswer.Cancelled());
            House.next(screen.questions);
            house.desktops.failure = "";
            screen.type("ann", "secret");
            client.awaitCall("LogonNotify", House.PATIENCE);
        }
    }

    @Test
    void shouldStartADesktopOnceMoreWhenTheUserWantsThat() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            house.desktops.failure = "the X server does not answer";
            ScriptedConnection client = house.provider.connect(House.user("ann"));
            FakeLogonScreen screen = House.next(house.desktops.screens);
            House.next(screen.failures);
            house.desktops.failure = "";
            screen.answers.add(new LogonAnswer.FreshStart());
            client.awaitCall("LogonNotify", House.PATIENCE);
            assertThat(house.authentication.attempts).containsExactly("ann");
        }
    }

    @Test
    void shouldAskWhatTheSystemAsksBesideThePassword() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            house.authentication.questions.put("ann", "One-time code:");
            ScriptedConnection client = house.provider.connect(House.user("ann"));
            FakeLogonScreen screen = House.next(house.desktops.screens);
            assertThat(House.next(screen.prompts)).isEqualTo("One-time code:");
            screen.answers.add(new LogonAnswer.Text("123456".toCharArray()));
            client.awaitCall("LogonNotify", House.PATIENCE);
        }
    }

    @Test
    void shouldAskForThePasswordAgainWhenTheUserGivesUpOnWhatElseIsAsked()
            throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            house.authentication.questions.put("ann", "One-time code:");
            house.provider.connect(House.user("ann"));
            FakeLogonScreen screen = House.next(house.desktops.screens);
            House.next(screen.prompts);
            screen.answers.add(new LogonAnswer.Cancelled());
            assertThat(House.next(screen.questions).message()).isEmpty();
        }
    }

    @Test
    void shouldTellTheRedirectorWhatTheLogonScreenWouldSay() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            ScriptedConnection client =
                    house.provider.connect(wrong().redirecting(LogonErrorRedirectorResponse.NOT_HANDLED));
            FakeLogonScreen screen = House.next(house.desktops.screens);
            assertThat(House.next(screen.questions).message()).isPresent();
            assertThat(House.sequence(client))
                    .containsSubsequence(
                            "NotifyCommandProcessCreated", "RedirectStatus", "OnBeginPainting", "RedirectLogonError");
            assertThat(client.log().await("RedirectLogonError", House.PATIENCE).arguments())
                    .startsWith(0xC000006D, 0);
        }
    }

    @Test
    void shouldShowNothingWhereTheRedirectorHasHandledIt() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            house.provider.connect(wrong().redirecting(LogonErrorRedirectorResponse.HANDLED_DONT_SHOW));
            FakeLogonScreen screen = House.next(house.desktops.screens);
            assertThat(House.next(screen.questions).message()).isEmpty();
            assertThat(screen.statuses).isEmpty();
        }
    }

    @Test
    void shouldShowWhatTheRedirectorWantsShownToo() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            house.provider.connect(wrong().redirecting(LogonErrorRedirectorResponse.HANDLED_SHOW));
            assertThat(House.next(House.next(house.desktops.screens).questions).message())
                    .isPresent();
        }
    }

    /** "Start over": the user is not asked, the provider's credentials are tried anew; but not for ever. */
    @Test
    void shouldStartOverWhereTheRedirectorSaysSo() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            house.provider.connect(wrong().redirecting(LogonErrorRedirectorResponse.HANDLED_DONT_SHOW_START_OVER));
            House.next(House.next(house.desktops.screens).questions);
            assertThat(house.authentication.attempts).hasSize(4);
        }
    }

    @Test
    void shouldAskTheProviderWhetherAProgramMayRun() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            ConnectionScript script = program("vim")
                    .property(
                            Property.ALLOWED_INITIAL_APP,
                            new PropertyValue.Text("/usr/bin/vim"),
                            new PropertyValue.Text("-R"),
                            new PropertyValue.Unsigned(1));
            house.logOn(script);
            assertThat(House.next(house.desktops.started).request.initialProgram())
                    .contains(new InitialProgram("/usr/bin/vim -R", "/tmp", true));
        }
    }

    @Test
    void shouldGiveTheUsualDesktopWhereTheProgramMayNotRun() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            ConnectionScript script = program("vim")
                    .property(
                            Property.ALLOWED_INITIAL_APP,
                            new PropertyValue.Text("vim"),
                            new PropertyValue.Text(""),
                            new PropertyValue.Unsigned(0));
            house.logOn(script);
            assertThat(House.next(house.desktops.started).request.initialProgram())
                    .isEmpty();
        }
    }

    @Test
    void shouldDecideByPolicyWhereTheProviderHasNoOpinion() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            house.logOn(program("vim"));
            assertThat(House.next(house.desktops.started).request.initialProgram())
                    .contains(new InitialProgram("vim", "/tmp", true));
        }
        var fixed = new InitialProgram("kiosk", "", true);
        var policy = new Policy(
                Settings.notConfigured(SettingType.MACHINE), true, false, true, Optional.of(fixed), Sharing.DEFAULT);
        try (var house = House.open(configuration -> configuration.policy(policy))) {
            house.logOn(program("vim"));
            assertThat(House.next(house.desktops.started).request.initialProgram())
                    .contains(fixed);
        }
    }

    private static ConnectionScript program(String name) {
        return House.user("ann")
                .clientData(data -> data.inheritInitialProgram(true)
                        .initialProgram(name)
                        .workDirectory("/tmp")
                        .maximizeShell(true));
    }

    private static ConnectionScript wrong() {
        return ScriptedConnection.builder().user("ann", "wrong");
    }

    private static int pixel(ScriptedConnection client) {
        int[] pixel = new int[1];
        List.copyOf(client.videos()).getLast().end().ifPresent(screen -> screen.read(5, 5, 1, 1, pixel, 0, 1));
        return pixel[0];
    }

    // Locking.

    @Test
    void shouldCoverALockedDesktopUntilItsUserHasTypedThePassword() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            ScriptedConnection client = house.logOn("ann");
            FakeDesktop desktop = House.next(house.desktops.started);
            desktop.request.host().lock();
            FakeLogonScreen screen = House.next(house.desktops.screens);
            var question = House.next(screen.questions);
            assertThat(question.userFixed()).isTrue();
            assertThat(question.message()).contains(LogonMessage.of(LogonMessage.Kind.SESSION_LOCKED, "ann"));
            assertThat(pixel(client)).isEqualTo(FakeLogonScreen.COLOUR);
            assertThat(house.session(client).locked()).isTrue();
            screen.type("ann", "wrong");
            assertThat(House.next(screen.questions).message().map(LogonMessage::kind))
                    .contains(LogonMessage.Kind.WRONG_CREDENTIALS);
            screen.type("bob", "secret");
            House.next(screen.questions);
            assertThat(house.session(client).locked()).isTrue();
            screen.type("ann", "secret");
            House.await(() -> pixel(client) == FakeDesktop.COLOUR);
            assertThat(house.session(client).locked()).isFalse();
            assertThat(desktop.closed).isFalse();
        }
    }

    /** The cookie proves which client it is, not who sits in front of it. */
    @Test
    void shouldStayLockedThroughAnAutomaticReconnect() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            ScriptedConnection old = house.logOn("ann");
            SessionStatus status = house.session(old);
            House.next(house.desktops.started).request.host().lock();
            House.next(House.next(house.desktops.screens).questions);
            old.breakConnection();
            house.ended(old);
            var id = new SessionId(status.uniqueId(), status.id());
            ScriptedConnection client =
                    house.provider.connect(ScriptedConnection.builder().authenticatedTo(() -> Optional.of(id)));
            House.next(House.next(house.desktops.screens).questions);
            assertThat(pixel(client)).isEqualTo(FakeLogonScreen.COLOUR);
            assertThat(house.session(client).locked()).isTrue();
        }
    }

    @Test
    void shouldUnlockForWhoLogsOnAgain() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            ScriptedConnection old = house.logOn("ann");
            House.next(house.desktops.started).request.host().lock();
            House.next(House.next(house.desktops.screens).questions);
            ScriptedConnection client = house.logOn("ann");
            assertThat(house.session(client).locked()).isFalse();
            assertThat(pixel(client)).isEqualTo(FakeDesktop.COLOUR);
            assertThat(House.sequence(old)).endsWith("Close");
        }
    }
}
