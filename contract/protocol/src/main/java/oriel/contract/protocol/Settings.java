package oriel.contract.protocol;

import java.time.Duration;

/**
 * Policy ({@code WRDS_SETTINGS} with {@code WRDS_SETTING} and its level-1 arm {@code WRDS_SETTINGS_1}; pages of these
 * names): pairs of status and value, each pair one {@link Setting}. True in a {@code disable…} member switches off
 * (Q13).
 *
 * @param type where it comes from
 * @param disableClip clipboard redirection off
 * @param disableLpt parallel-port redirection off
 * @param disableCcm serial-port redirection off
 * @param disableCdm drive redirection off
 * @param disableCpm printer redirection off
 * @param disablePnp plug-and-play redirection off
 * @param encryptionLevel 1 low, 2 client compatible, 3 high, 4 FIPS
 * @param colorDepth largest depth, bits per pixel (Q14)
 * @param disableAutoReconnect automatic reconnection off ({@code WRdsDisableAutoReconnecet…} in the header)
 * @param disableEncryption no encryption
 * @param resetBroken on broken link or time limit end the session rather than keep it
 * @param maxIdleTime longest idle time, zero = no limit (Q15)
 * @param maxDisconnectTime how long a disconnected session is kept, zero = for ever (Q15)
 * @param maxConnectTime longest duration of a connection, zero = no limit (Q15)
 * @param keepAliveInterval quiet time after which the state of the connection is checked; enabled with zero = the
 *     protocol's own interval ({@code WRdsKeepAliveStartValue} is whether the pair is enabled)
 */
public record Settings(
        SettingType type,
        Setting<Boolean> disableClip,
        Setting<Boolean> disableLpt,
        Setting<Boolean> disableCcm,
        Setting<Boolean> disableCdm,
        Setting<Boolean> disableCpm,
        Setting<Boolean> disablePnp,
        Setting<Integer> encryptionLevel,
        Setting<Integer> colorDepth,
        Setting<Boolean> disableAutoReconnect,
        Setting<Boolean> disableEncryption,
        Setting<Boolean> resetBroken,
        Setting<Duration> maxIdleTime,
        Setting<Duration> maxDisconnectTime,
        Setting<Duration> maxConnectTime,
        Setting<Duration> keepAliveInterval) {

    /**
     * Policy that says nothing.
     *
     * @param type where it comes from
     * @return every member <em>not configured</em>
     */
    public static Settings notConfigured(SettingType type) {
        return new Settings(
                type,
                Setting.notConfigured(false),
                Setting.notConfigured(false),
                Setting.notConfigured(false),
                Setting.notConfigured(false),
                Setting.notConfigured(false),
                Setting.notConfigured(false),
                Setting.notConfigured(3),
                Setting.notConfigured(32),
                Setting.notConfigured(false),
                Setting.notConfigured(false),
                Setting.notConfigured(false),
                Setting.notConfigured(Duration.ZERO),
                Setting.notConfigured(Duration.ZERO),
                Setting.notConfigured(Duration.ZERO),
                Setting.notConfigured(Duration.ZERO));
    }

    /**
     * A status and a value.
     *
     * @param <T> type of the value
     * @param status whether the value counts
     * @param value the value; void unless the status is {@link SettingStatus#ENABLED}
     */
    public record Setting<T>(SettingStatus status, T value) {

        /**
         * A value that counts.
         *
         * @param <T> type of the value
         * @param value the value
         * @return the pair
         */
        public static <T> Setting<T> enabled(T value) {
            return new Setting<>(SettingStatus.ENABLED, value);
        }

        /**
         * A value that does not count.
         *
         * @param <T> type of the value
         * @param placeholder stands in the void place
         * @return the pair
         */
        public static <T> Setting<T> notConfigured(T placeholder) {
            return new Setting<>(SettingStatus.NOT_CONFIGURED, placeholder);
        }

        /**
         * The value where it counts.
         *
         * @param fallback what holds otherwise
         * @return the value or the fallback
         */
        public T orElse(T fallback) {
            return status == SettingStatus.ENABLED ? value : fallback;
        }
    }
}
