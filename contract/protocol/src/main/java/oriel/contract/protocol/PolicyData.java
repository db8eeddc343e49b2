package oriel.contract.protocol;

/**
 * Policy as the first generation of the contract sent it to each connection ({@code WTS_POLICY_DATA}; page of that name).
 * Its successor is {@link Settings}; no call of the present generation carries it. True in a {@code disable…} member
 * switches off (Q13).
 *
 * @param disableEncryption    {@code fDisableEncryption}: no encryption
 * @param disableAutoReconnect {@code fDisableAutoReconnect}: no automatic reconnection
 * @param colorDepth           {@code ColorDepth}: largest depth, bits per pixel; the original codes it as
 *     {@link ColorDepthCoding#toListener} does (Q14)
 * @param minEncryptionLevel   {@code MinEncryptionLevel}: lowest level allowed, of {@link EncryptionLevel}
 * @param disableCpm           {@code fDisableCpm}: printers
 * @param disableCdm           {@code fDisableCdm}: drives
 * @param disableCcm           {@code fDisableCcm}: serial ports
 * @param disableLpt           {@code fDisableLPT}: parallel ports
 * @param disableClip          {@code fDisableClip}: clipboard
 * @param disablePnpRedir      {@code fDisablePNPRedir}: plug-and-play devices
 */
public record PolicyData(
        boolean disableEncryption,
        boolean disableAutoReconnect,
        int colorDepth,
        int minEncryptionLevel,
        boolean disableCpm,
        boolean disableCdm,
        boolean disableCcm,
        boolean disableLpt,
        boolean disableClip,
        boolean disablePnpRedir) {}
