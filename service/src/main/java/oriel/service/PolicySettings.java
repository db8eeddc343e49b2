package oriel.service;

import oriel.contract.protocol.ClientData;
import oriel.contract.protocol.ConnectionSettingLevel;
import oriel.contract.protocol.ConnectionSettings;
import oriel.contract.protocol.HResult;
import oriel.contract.protocol.ProtocolException;
import oriel.contract.protocol.ProtocolSettings;
import oriel.contract.protocol.SettingLevel;
import oriel.contract.protocol.SettingType;
import oriel.contract.protocol.Settings;

/** The settings object (logon-shadow-settings.md, section 2): policy as it stands. Only reads, hence safe from anywhere. */
final class PolicySettings implements ProtocolSettings {

    private volatile Policy policy;

    PolicySettings(Policy policy) {
        this.policy = policy;
    }

    Policy policy() {
        return policy;
    }

    void change(Policy changed) {
        policy = changed;
    }

    @Override
    public Settings getSettings(SettingType type, SettingLevel level) throws ProtocolException {
        if (level != SettingLevel.LEVEL_1) {
            throw new ProtocolException(HResult.E_INVALIDARG, "settings of level " + level.value() + " do not exist");
        }
        return switch (type) {
            case MACHINE -> policy.machine();
            case USER, SAM -> Settings.notConfigured(type); // the defaults for new users: no user is meant here
            case INVALID -> throw new ProtocolException(HResult.E_INVALIDARG, "settings of no type do not exist");
        };
    }

    @Override
    public ConnectionSettings mergeSettings(Settings over, ConnectionSettingLevel level, ConnectionSettings settings)
            throws ProtocolException {
        if (level != ConnectionSettingLevel.LEVEL_1) {
            throw new ProtocolException(
                    HResult.E_INVALIDARG, "connection settings of level " + level.value() + " do not exist");
        }
        return merge(over, settings);
    }

    boolean singleSessionPerUser() {
        return policy.singleSessionPerUser();
    }

    /** Whether a client that proves its right to a session gets that session without logging on again. */
    boolean allowsAutoReconnect(ConnectionSettings proposed) {
        return !over(proposed).disableAutoReconnect();
    }

    /** Puts machine policy over what a provider proposed. */
    ConnectionSettings over(ConnectionSettings settings) {
        return merge(policy.machine(), settings);
    }

    /** What a client is before it has said anything: the redirection switches as policy has them (Q38). */
    ClientData clientDefaults() {
        Settings machine = policy.machine();
        return ClientData.builder()
                .disableClip(machine.disableClip().orElse(false))
                .disableLpt(machine.disableLpt().orElse(false))
                .disableCcm(machine.disableCcm().orElse(false))
                .disableCdm(machine.disableCdm().orElse(false))
                .disableCpm(machine.disableCpm().orElse(false))
                .disablePnp(machine.disablePnp().orElse(false))
                .build();
    }

    private static ConnectionSettings merge(Settings over, ConnectionSettings settings) {
        return settings.toBuilder()
                .disableClip(over.disableClip().orElse(settings.disableClip()))
                .disableLpt(over.disableLpt().orElse(settings.disableLpt()))
                .disableCcm(over.disableCcm().orElse(settings.disableCcm()))
                .disableCdm(over.disableCdm().orElse(settings.disableCdm()))
                .disableCpm(over.disableCpm().orElse(settings.disableCpm()))
                .disablePnp(over.disablePnp().orElse(settings.disablePnp()))
                .encryptionLevel(over.encryptionLevel().orElse(settings.encryptionLevel()))
                .colorDepth(over.colorDepth().orElse(settings.colorDepth()))
                .disableAutoReconnect(over.disableAutoReconnect().orElse(settings.disableAutoReconnect()))
                .disableEncryption(over.disableEncryption().orElse(settings.disableEncryption()))
                .resetBroken(over.resetBroken().orElse(settings.resetBroken()))
                .maxIdleTime(over.maxIdleTime().orElse(settings.maxIdleTime()))
                .maxDisconnectionTime(over.maxDisconnectTime().orElse(settings.maxDisconnectionTime()))
                .maxConnectionTime(over.maxConnectTime().orElse(settings.maxConnectionTime()))
                .build();
    }
}
