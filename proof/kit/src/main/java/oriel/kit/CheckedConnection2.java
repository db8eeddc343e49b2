package oriel.kit;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import oriel.contract.desktop.ClipboardEndpoint;
import oriel.contract.desktop.SoundEndpoint;
import oriel.contract.protocol.EnhancedFastReconnectArbitrator;
import oriel.contract.protocol.HResult;
import oriel.contract.protocol.PropertyValue;
import oriel.contract.protocol.ProtocolConnection;
import oriel.contract.protocol.ProtocolConnection2;
import oriel.contract.protocol.ProtocolConnectionDevices;
import oriel.contract.protocol.ProtocolConnectionSettings;
import oriel.contract.protocol.ProtocolException;
import oriel.contract.protocol.SerializedUserCredential;
import oriel.contract.protocol.SessionHandle;
import oriel.contract.protocol.WddmIddProps;

/**
 * A connection with optional interfaces under watch. It has all of them and answers "none" where the watched object lacks
 * one, which the contract makes equal to not having it; such calls are not written down.
 */
final class CheckedConnection2 extends CheckedConnection
        implements ProtocolConnection2,
                EnhancedFastReconnectArbitrator,
                ProtocolConnectionDevices,
                ProtocolConnectionSettings,
                WddmIddProps {

    CheckedConnection2(ProtocolConnection inner, ConnectionRules rules) {
        super(inner, rules);
    }

    @Override
    public Optional<SerializedUserCredential> getSerializedUserCredential() throws ProtocolException {
        return inner instanceof ProtocolConnection2 second
                ? rules.call("GetSerializedUserCredential", second::getSerializedUserCredential)
                : Optional.empty();
    }

    @Override
    public OptionalInt getSessionForEnhancedFastReconnect(List<Integer> sessionIds) throws ProtocolException {
        return inner instanceof EnhancedFastReconnectArbitrator arbitrator
                ? rules.call(
                        "GetSessionForEnhancedFastReconnect",
                        () -> arbitrator.getSessionForEnhancedFastReconnect(sessionIds))
                : OptionalInt.empty();
    }

    @Override
    public Optional<ClipboardEndpoint> getClipboardHandle() throws ProtocolException {
        return inner instanceof ProtocolConnectionDevices devices
                ? rules.call("GetClipboardHandle", devices::getClipboardHandle).map(endpoints::watch)
                : Optional.empty();
    }

    @Override
    public Optional<SoundEndpoint> getSoundHandle() throws ProtocolException {
        return inner instanceof ProtocolConnectionDevices devices
                ? rules.call("GetSoundHandle", devices::getSoundHandle).map(endpoints::watch)
                : Optional.empty();
    }

    @Override
    public void setConnectionSetting(UUID property, PropertyValue value) throws ProtocolException {
        if (inner instanceof ProtocolConnectionSettings settings) {
            rules.run("SetConnectionSetting", () -> settings.setConnectionSetting(property, value));
        }
    }

    @Override
    public Optional<PropertyValue> getConnectionSetting(UUID property) throws ProtocolException {
        return inner instanceof ProtocolConnectionSettings settings
                ? rules.call("GetConnectionSetting", () -> settings.getConnectionSetting(property))
                : Optional.empty();
    }

    @Override
    public String getHardwareId() throws ProtocolException {
        if (inner instanceof WddmIddProps props) {
            return rules.call("GetHardwareId", props::getHardwareId);
        }
        throw new ProtocolException(HResult.E_NOTIMPL, "the connection has no indirect display");
    }

    @Override
    public void onDriverLoad(int sessionId, SessionHandle driver) throws ProtocolException {
        if (inner instanceof WddmIddProps props) {
            rules.run("OnDriverLoad", () -> props.onDriverLoad(sessionId, driver));
        }
    }

    @Override
    public void onDriverUnload(int sessionId) throws ProtocolException {
        if (inner instanceof WddmIddProps props) {
            rules.run("OnDriverUnload", () -> props.onDriverUnload(sessionId));
        }
    }

    @Override
    public void enableWddmIdd(boolean enabled) throws ProtocolException {
        if (inner instanceof WddmIddProps props) {
            rules.run("EnableWddmIdd", () -> props.enableWddmIdd(enabled));
        }
    }
}
