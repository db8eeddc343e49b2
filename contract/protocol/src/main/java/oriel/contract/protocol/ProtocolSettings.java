package oriel.contract.protocol;

/**
 * Policy, as a provider may read it ({@code IWRdsProtocolSettings}; page <em>IWRdsProtocolSettings
 * (wtsprotocol.h)</em>). Implemented by the service and given in {@code Initialize} (Q27); both methods only read and
 * are safe to call from anywhere, service calls included.
 */
public interface ProtocolSettings {

    /**
     * {@code GetSettings}: policy as it stands.
     *
     * @param type whose policy; for users, the defaults of new users, since no user is named
     * @param level which version of the structure
     * @return a snapshot
     * @throws ProtocolException if type or level is invalid
     */
    Settings getSettings(SettingType type, SettingLevel level) throws ProtocolException;

    /**
     * {@code MergeSettings}: puts policy over connection settings (in/out).
     *
     * @param over policy to put over the connection settings; only members with status <em>enabled</em> count
     * @param level which version of the structure
     * @param settings what it is put over
     * @return the merged settings
     * @throws ProtocolException if the level is invalid
     */
    ConnectionSettings mergeSettings(Settings over, ConnectionSettingLevel level, ConnectionSettings settings)
            throws ProtocolException;
}
