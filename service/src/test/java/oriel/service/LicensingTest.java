package oriel.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import oriel.contract.desktop.LogonMessage;
import oriel.contract.protocol.ErrorInfo;
import oriel.contract.protocol.ProtocolLicenseConnection;
import oriel.kit.ScriptedConnection;
import oriel.licensing.LicenseGrant;
import oriel.licensing.LicenseOutcome;
import oriel.licensing.LicenseOutcome.Refused;
import oriel.licensing.LicenseOutcome.Telling;
import oriel.licensing.LicenseOutcome.Why;
import oriel.licensing.LicenseRequest;
import oriel.licensing.LicensingPolicy;

/** What becomes of a connection whose licensing policy grants, refuses, or fails. */
class LicensingTest {

    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private Optional<Refused> userRefused = Optional.empty();

    @Test
    void shouldTellTheGrantWhatBecomesOfItsConnection() throws Exception {
        try (House house = licensed(request -> new LicenseOutcome.Granted(new Remembering()))) {
            ScriptedConnection client = house.logOn("jo");
            assertThat(told).containsExactly("delivered", "jo has logged on");
            assertThat(house.trace(client).calls())
                    .anySatisfy(call -> assertThat(call.note()).isEqualTo("outcome 1, licence 17"));
            client.breakConnection();
            house.ended(client);
            assertThat(told).containsExactly("delivered", "jo has logged on", "closed");
        }
    }

    @Test
    void shouldAskTheGrantOfAClientThatComesBack() throws Exception {
        try (House house = licensed(request -> new LicenseOutcome.Granted(new Remembering()))) {
            ScriptedConnection first = house.logOn("jo");
            int session = house.session(first).id();
            first.breakConnection();
            house.ended(first);
            told.clear();
            ScriptedConnection second = house.logOn("jo");
            assertThat(house.session(second).id()).isEqualTo(session);
            assertThat(told).containsExactly("delivered", "jo has logged on");
        }
    }

    @Test
    void shouldEndTheConnectionOfAUserWithoutLicenceAfterSayingSo() throws Exception {
        userRefused = Optional.of(new Refused(ErrorInfo.LICENSE_NONE_AVAILABLE, "all 3 licences are taken"));
        try (House house = licensed(request -> new LicenseOutcome.Granted(new Remembering()))) {
            ScriptedConnection client = house.provider.connect(House.user("jo"));
            FakeLogonScreen screen = House.next(house.desktops.screens);
            assertThat(House.next(screen.notices))
                    .isEqualTo(LogonMessage.of(LogonMessage.Kind.NO_LICENSE, "all 3 licences are taken"));
            Trace trace = house.ended(client);
            assertThat(trace.reason()).contains("no licence: all 3 licences are taken");
            assertThat(client.log().await("SetErrorInfo", House.PATIENCE).arguments())
                    .containsExactly(ErrorInfo.LICENSE_NONE_AVAILABLE);
            assertThat(House.sequence(client)).doesNotContain("LogonNotify");
        }
    }

    /** What is known to the logon screen is said in the user's language. */
    @Test
    void shouldSayInTheUsersLanguageWhyThereIsNoLicence() throws Exception {
        userRefused = Optional.of(new Refused(
                ErrorInfo.LICENSE_NONE_AVAILABLE, "pool office is empty", Telling.ON_SCREEN, Why.ALL_TAKEN));
        try (House house = licensed(request -> new LicenseOutcome.Granted(new Remembering()))) {
            ScriptedConnection client = house.provider.connect(House.user("jo"));
            FakeLogonScreen screen = House.next(house.desktops.screens);
            assertThat(House.next(screen.notices)).isEqualTo(LogonMessage.of(LogonMessage.Kind.NO_LICENSE_LEFT));
            assertThat(house.ended(client).reason()).contains("no licence: pool office is empty");
        }
    }

    @Test
    void shouldSayOnTheScreenWhatTheExchangeDidNot() throws Exception {
        var refusal = new Refused(ErrorInfo.LICENSE_NONE_AVAILABLE, "pool office is empty", Telling.ON_SCREEN);
        try (House house = licensed(request -> refusal)) {
            ScriptedConnection client = house.provider.connect(House.user("jo"));
            FakeLogonScreen screen = House.next(house.desktops.screens);
            assertThat(House.next(screen.notices))
                    .isEqualTo(LogonMessage.of(LogonMessage.Kind.NO_LICENSE, "pool office is empty"));
            house.ended(client);
            assertThat(client.log().await("SetErrorInfo", House.PATIENCE).arguments())
                    .containsExactly(ErrorInfo.LICENSE_NONE_AVAILABLE);
            assertThat(house.authentication.attempts).isEmpty();
        }
    }

    @Test
    void shouldEndTheConnectionWhoseExchangeHasToldTheClient() throws Exception {
        try (House house = licensed(
                request -> new Refused(ErrorInfo.LICENSE_BAD_CLIENT_LICENSE, "the licence was tampered with"))) {
            ScriptedConnection client = house.provider.connect(House.user("jo"));
            assertThat(house.ended(client).reason()).contains("the licence was tampered with");
            assertThat(client.log().await("SetErrorInfo", House.PATIENCE).arguments())
                    .containsExactly(ErrorInfo.LICENSE_BAD_CLIENT_LICENSE);
            assertThat(House.sequence(client)).contains("ProtocolComplete").doesNotContain("NotifySessionId");
        }
    }

    @Test
    void shouldEndTheConnectionWhoseLicenceIsWithdrawn() throws Exception {
        BlockingQueue<LicenseRequest> requests = new LinkedBlockingQueue<>();
        try (House house = licensed(request -> {
            requests.add(request);
            return new LicenseOutcome.Granted(new Remembering());
        })) {
            ScriptedConnection client = house.logOn("jo");
            LicenseRequest request = House.next(requests);
            request.withdrawal().withdraw(new Refused(ErrorInfo.LICENSE_NONE_AVAILABLE, "the seat was revoked"));
            assertThat(house.ended(client).reason()).contains("licence lost: the seat was revoked");
            assertThat(house.service.sessions()).hasSize(1); // the user comes back to it with another licence
            request.withdrawal().withdraw(new Refused(ErrorInfo.LICENSE_NONE_AVAILABLE, "late"));
        }
    }

    @Test
    void shouldSurviveAPolicyThatFails() throws Exception {
        try (House house = licensed(request -> {
            throw new IllegalStateException("the directory is away");
        })) {
            ScriptedConnection client = house.provider.connect(House.user("jo"));
            assertThat(house.ended(client).reason()).contains("the directory is away");
            assertThat(client.log().await("SetErrorInfo", House.PATIENCE).arguments())
                    .containsExactly(ErrorInfo.LICENSE_INTERNAL);
        }
    }

    private House licensed(Decision decision) {
        return House.licensed(new LicensingPolicy() {
            @Override
            public String name() {
                return "decided by the test";
            }

            @Override
            public LicenseOutcome license(LicenseRequest request, ProtocolLicenseConnection courier) {
                return decision.of(request);
            }
        });
    }

    private interface Decision {
        LicenseOutcome of(LicenseRequest request);
    }

    /** Puts down what it is told. */
    private final class Remembering implements LicenseGrant {

        @Override
        public String text() {
            return "licence 17";
        }

        @Override
        public void delivered() {
            told.add("delivered");
        }

        @Override
        public Optional<Refused> loggedOn(User user) {
            told.add(user.name() + " has logged on");
            return userRefused;
        }

        @Override
        public void close() {
            told.add("closed");
        }
    }
}
