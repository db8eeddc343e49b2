package oriel.licensing.exchange;

/**
 * The device that asks for a licence, as its packets describe it. All of it is the client's word.
 *
 * @param hardwareId  its {@code CLIENT_HARDWARE_ID}, 20 bytes as 40 lower-case hexadecimal digits (licensing.md, section 6.2)
 * @param platformId  its {@code PlatformId}
 * @param userName    {@code ClientUserName}; empty if the packet has none
 * @param machineName {@code ClientMachineName}; empty if the packet has none
 */
public record Device(String hardwareId, int platformId, String userName, String machineName) {}
