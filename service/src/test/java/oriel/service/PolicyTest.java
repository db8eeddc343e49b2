package oriel.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import oriel.contract.protocol.ClientData;
import oriel.contract.protocol.ConnectionSettingLevel;
import oriel.contract.protocol.ConnectionSettings;
import oriel.contract.protocol.ErrorInfo;
import oriel.contract.protocol.Property;
import oriel.contract.protocol.PropertyValue;
import oriel.contract.protocol.ProtocolException;
import oriel.contract.protocol.SettingLevel;
import oriel.contract.protocol.SettingType;
import oriel.contract.protocol.Settings;
import oriel.contract.protocol.Settings.Setting;
import oriel.kit.ScriptedConnection;

class PolicyTest {

    /** Machine policy with a few members set. */
    static final class Machine {
        private Setting<Boolean> disableClip = Setting.notConfigured(false);
        private Setting<Boolean> disableAutoReconnect = Setting.notConfigured(false);
        private Setting<Boolean> resetBroken = Setting.notConfigured(false);
        private Setting<Duration> maxIdleTime = Setting.notConfigured(Duration.ZERO);
        private Setting<Duration> maxDisconnectTime = Setting.notConfigured(Duration.ZERO);
        private Setting<Duration> maxConnectTime = Setting.notConfigured(Duration.ZERO);

        Machine disableClip(boolean value) {
            disableClip = Setting.enabled(value);
            return this;
        }

        Machine disableAutoReconnect(boolean value) {
            disableAutoReconnect = Setting.enabled(value);
            return this;
        }

        Machine resetBroken(boolean value) {
            resetBroken = Setting.enabled(value);
            return this;
        }

        Machine maxIdleTime(Duration value) {
            maxIdleTime = Setting.enabled(value);
            return this;
        }

        Machine maxDisconnectTime(Duration value) {
            maxDisconnectTime = Setting.enabled(value);
            return this;
        }

        Machine maxConnectTime(Duration value) {
            maxConnectTime = Setting.enabled(value);
            return this;
        }
    }

    static Settings machine(UnaryOperator<Machine> change) {
        Machine machine = change.apply(new Machine());
        Settings none = Settings.notConfigured(SettingType.MACHINE);
        return new Settings(
                SettingType.MACHINE,
                machine.disableClip,
                none.disableLpt(),
                none.disableCcm(),
                none.disableCdm(),
                none.disableCpm(),
                none.disablePnp(),
                none.encryptionLevel(),
                none.colorDepth(),
                machine.disableAutoReconnect,
                none.disableEncryption(),
                machine.resetBroken,
                machine.maxIdleTime,
                machine.maxDisconnectTime,
                machine.maxConnectTime,
                none.keepAliveInterval());
    }

    static Policy policy(UnaryOperator<Machine> change) {
        return new Policy(machine(change), true, false, true, Optional.empty(), Sharing.DEFAULT);
    }

    @Test
    void shouldLetProvidersReadPolicy() throws ProtocolException {
        var settings = new PolicySettings(policy(machine -> machine.disableClip(true)));
        assertThat(settings.getSettings(SettingType.MACHINE, SettingLevel.LEVEL_1)
                        .disableClip()
                        .orElse(false))
                .isTrue();
        assertThat(settings.getSettings(SettingType.USER, SettingLevel.LEVEL_1))
                .isEqualTo(Settings.notConfigured(SettingType.USER));
        assertThatThrownBy(() -> settings.getSettings(SettingType.INVALID, SettingLevel.LEVEL_1))
                .isInstanceOf(ProtocolException.class);
        assertThatThrownBy(() -> settings.getSettings(SettingType.MACHINE, SettingLevel.INVALID))
                .isInstanceOf(ProtocolException.class);
    }

    /** Only members with status enabled count (logon-shadow-settings.md, section 2.2). */
    @Test
    void shouldMergeWhatIsEnabledAndNothingElse() throws ProtocolException {
        var settings = new PolicySettings(Policy.DEFAULT);
        var over = machine(machine -> machine.disableClip(true).maxIdleTime(Duration.ofMinutes(5)));
        var proposed = ConnectionSettings.builder()
                .disableCdm(true)
                .maxConnectionTime(Duration.ofHours(1))
                .build();
        var merged = settings.mergeSettings(over, ConnectionSettingLevel.LEVEL_1, proposed);
        assertThat(merged.disableClip()).isTrue();
        assertThat(merged.disableCdm()).isTrue();
        assertThat(merged.maxIdleTime()).isEqualTo(Duration.ofMinutes(5));
        assertThat(merged.maxConnectionTime()).isEqualTo(Duration.ofHours(1));
        assertThatThrownBy(() -> settings.mergeSettings(over, ConnectionSettingLevel.INVALID, proposed))
                .isInstanceOf(ProtocolException.class);
    }

    /** Q38: the redirection switches arrive filled from policy. */
    @Test
    void shouldFillClientDataFromPolicy() throws ProtocolException, InterruptedException {
        try (var house = House.open(configuration -> configuration.policy(policy(it -> it.disableClip(true))))) {
            ScriptedConnection client = house.logOn("ann");
            assertThat(client.log().await("GetClientData", House.PATIENCE).arguments())
                    .singleElement()
                    .isInstanceOfSatisfying(ClientData.class, defaults -> {
                        assertThat(defaults.disableClip()).isTrue();
                        assertThat(defaults.disableCdm()).isFalse();
                    });
        }
    }

    @Test
    void shouldHandSettingsToLogonNotifyAndTakeThemBackChanged() throws ProtocolException, InterruptedException {
        try (var house = House.open(
                configuration -> configuration.policy(policy(it -> it.maxDisconnectTime(Duration.ofHours(8)))))) {
            ScriptedConnection client = house.logOn(House.user("ann")
                    .logonSettings(it -> it.toBuilder().resetBroken(true).build()));
            assertThat(client.log().await("LogonNotify", House.PATIENCE).arguments())
                    .last()
                    .isInstanceOfSatisfying(
                            ConnectionSettings.class,
                            settings ->
                                    assertThat(settings.maxDisconnectionTime()).isEqualTo(Duration.ofHours(8)));
            client.breakConnection();
            house.ended(client);
            assertThat(house.service.sessions()).isEmpty();
        }
    }

    @Test
    void shouldTellManagersThatPolicyHasChanged() {
        try (var house = House.open()) {
            house.service.changePolicy(policy(machine -> machine.disableClip(true)));
            assertThat(house.provider.log().names()).endsWith("NotifySettingsChange");
        }
    }

    @Test
    void shouldEndASessionOfABrokenConnectionWherePolicySaysSo() throws ProtocolException, InterruptedException {
        try (var house = House.open(configuration -> configuration.policy(policy(it -> it.resetBroken(true))))) {
            ScriptedConnection client = house.logOn("ann");
            client.breakConnection();
            house.ended(client);
            assertThat(house.service.sessions()).isEmpty();
            assertThat(house.desktops.started).allMatch(desktop -> desktop.closed);
        }
    }

    @Test
    void shouldDisconnectAtTheConnectionLimit() throws ProtocolException, InterruptedException {
        assertLimit(policy(it -> it.maxConnectTime(Duration.ofHours(1))), 0x4, 1);
    }

    @Test
    void shouldEndTheSessionAtTheConnectionLimitWherePolicySaysSo() throws ProtocolException, InterruptedException {
        assertLimit(policy(it -> it.maxConnectTime(Duration.ofHours(1)).resetBroken(true)), 0x4, 0);
    }

    private static void assertLimit(Policy policy, int error, int sessionsLeft)
            throws ProtocolException, InterruptedException {
        try (var house = House.open(configuration -> configuration.policy(policy))) {
            ScriptedConnection client = house.logOn("ann");
            house.clock.advance(Duration.ofMinutes(59));
            house.service.checkLimitsNow();
            assertThat(House.sequence(client)).doesNotContain("SetErrorInfo");
            house.clock.advance(Duration.ofMinutes(1));
            house.service.checkLimitsNow();
            house.ended(client);
            assertThat(client.log().await("SetErrorInfo", House.PATIENCE).arguments())
                    .containsExactly(new ErrorInfo(error));
            assertThat(house.service.sessions()).hasSize(sessionsLeft);
        }
    }

    @Test
    void shouldDisconnectWhoIsIdleForTooLong() throws ProtocolException, InterruptedException {
        var idle = new AtomicReference<>(Duration.ofMinutes(9));
        try (var house = House.open(
                configuration -> configuration.policy(policy(it -> it.maxIdleTime(Duration.ofMinutes(10)))))) {
            ScriptedConnection client = house.logOn(House.user("ann").lastInput(idle::get));
            house.service.checkLimitsNow();
            assertThat(House.sequence(client)).doesNotContain("SetErrorInfo");
            idle.set(Duration.ofMinutes(10));
            House.await(() -> {
                house.service.checkLimitsNow();
                return House.sequence(client).contains("SetErrorInfo");
            });
            assertThat(client.log().await("SetErrorInfo", House.PATIENCE).arguments())
                    .containsExactly(ErrorInfo.IDLE_TIMEOUT);
        }
    }

    @Test
    void shouldEndASessionThatIsDisconnectedForTooLong() throws ProtocolException, InterruptedException {
        try (var house = House.open(
                configuration -> configuration.policy(policy(it -> it.maxDisconnectTime(Duration.ofHours(1)))))) {
            ScriptedConnection client = house.logOn("ann");
            house.clock.advance(Duration.ofDays(1));
            house.service.checkLimitsNow();
            client.breakConnection();
            house.ended(client);
            house.clock.advance(Duration.ofMinutes(59));
            house.service.checkLimitsNow();
            assertThat(house.service.sessions()).hasSize(1);
            house.clock.advance(Duration.ofMinutes(1));
            house.service.checkLimitsNow();
            assertThat(house.service.sessions()).isEmpty();
        }
    }

    /** Time limits of a changed policy act at once (sequences.md, section 7). */
    @Test
    void shouldApplyChangedLimitsToLiveSessions() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            ScriptedConnection client = house.logOn("ann");
            house.clock.advance(Duration.ofHours(2));
            house.service.changePolicy(policy(it -> it.maxConnectTime(Duration.ofHours(1))));
            house.service.checkLimitsNow();
            house.ended(client);
            assertThat(house.trace(client).reason()).isEqualTo("time limit reached");
        }
    }

    /** The user is told a minute beforehand, once each time (administration.md, section 5). */
    @Test
    void shouldWarnBeforeATimeLimitStrikes() throws ProtocolException, InterruptedException {
        try (var house = House.open(
                configuration -> configuration.policy(policy(it -> it.maxConnectTime(Duration.ofHours(1)))))) {
            house.logOn(House.user("ann").clientData(data -> data.keyboardLayout(0x040C)));
            FakeDesktop desktop = House.next(house.desktops.started);
            house.clock.advance(Duration.ofMinutes(58));
            house.service.checkLimitsNow();
            assertThat(desktop.heard).noneMatch(heard -> heard.startsWith("message"));
            house.clock.advance(Duration.ofSeconds(61));
            house.service.checkLimitsNow();
            house.service.checkLimitsNow();
            assertThat(desktop.heard)
                    .filteredOn(heard -> heard.startsWith("message Limite"))
                    .hasSize(1);
        }
    }

    @Test
    void shouldNotWarnWhereTheConnectionDoesNotWantIt() throws ProtocolException, InterruptedException {
        assertThat(idleWarnings(0)).isEmpty();
        assertThat(idleWarnings(1)).hasSize(1);
    }

    private static List<String> idleWarnings(int wanted) throws ProtocolException, InterruptedException {
        try (var house = House.open(
                configuration -> configuration.policy(policy(it -> it.maxIdleTime(Duration.ofMinutes(10)))))) {
            house.logOn(House.user("ann")
                    .lastInput(() -> Duration.ofMinutes(9))
                    .property(Property.IDLE_TIME_WARNING, new PropertyValue.Unsigned(wanted)));
            house.service.checkLimitsNow();
            return House.next(house.desktops.started).heard.stream()
                    .filter(heard -> heard.startsWith("message"))
                    .toList();
        }
    }
}
