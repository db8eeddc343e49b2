package oriel.kit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import oriel.contract.desktop.ClipboardEndpoint;
import oriel.contract.desktop.SoundEndpoint;
import oriel.contract.protocol.EnhancedFastReconnectArbitrator;
import oriel.contract.protocol.PropertyValue;
import oriel.contract.protocol.ProtocolConnection2;
import oriel.contract.protocol.ProtocolConnectionDevices;
import oriel.contract.protocol.ProtocolConnectionSettings;
import oriel.contract.protocol.ProtocolException;
import oriel.contract.protocol.SerializedUserCredential;
import oriel.contract.protocol.SessionHandle;
import oriel.contract.protocol.WddmIddProps;

/** A scripted connection with every optional interface. */
final class ScriptedConnection2 extends ScriptedConnection
        implements ProtocolConnection2,
                EnhancedFastReconnectArbitrator,
                ProtocolConnectionDevices,
                ProtocolConnectionSettings,
                WddmIddProps {

    private final Map<UUID, PropertyValue> settings = new ConcurrentHashMap<>();

    ScriptedConnection2(ConnectionScript script) {
        super(script);
    }

    @Override
    public Optional<SerializedUserCredential> getSerializedUserCredential() throws ProtocolException {
        heard("GetSerializedUserCredential");
        return script.serializedCredential.map(SerializedUserCredential::new);
    }

    @Override
    public OptionalInt getSessionForEnhancedFastReconnect(List<Integer> sessionIds) throws ProtocolException {
        heard("GetSessionForEnhancedFastReconnect", sessionIds);
        OptionalInt chosen = script.fastReconnectSession;
        return chosen.isPresent() && sessionIds.contains(chosen.getAsInt()) ? chosen : OptionalInt.empty();
    }

    @Override
    public Optional<ClipboardEndpoint> getClipboardHandle() throws ProtocolException {
        heard("GetClipboardHandle");
        return Optional.of(newClipboard());
    }

    @Override
    public Optional<SoundEndpoint> getSoundHandle() throws ProtocolException {
        heard("GetSoundHandle");
        return Optional.of(newSound());
    }

    @Override
    public void setConnectionSetting(UUID property, PropertyValue value) throws ProtocolException {
        heard("SetConnectionSetting", property, value);
        settings.put(property, value);
    }

    @Override
    public Optional<PropertyValue> getConnectionSetting(UUID property) throws ProtocolException {
        heard("GetConnectionSetting", property);
        return Optional.ofNullable(settings.get(property));
    }

    @Override
    public String getHardwareId() throws ProtocolException {
        heard("GetHardwareId");
        return "SCRIPTED\\DISPLAY";
    }

    @Override
    public void onDriverLoad(int sessionId, SessionHandle driver) throws ProtocolException {
        heard("OnDriverLoad", sessionId);
    }

    @Override
    public void onDriverUnload(int sessionId) throws ProtocolException {
        heard("OnDriverUnload", sessionId);
    }

    @Override
    public void enableWddmIdd(boolean enabled) throws ProtocolException {
        heard("EnableWddmIdd", enabled);
    }
}
