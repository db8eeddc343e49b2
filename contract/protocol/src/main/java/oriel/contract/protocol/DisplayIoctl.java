package oriel.contract.protocol;

/**
 * A control block for the display driver of a session, as the first generation of the contract let a provider send it
 * ({@code WTS_DISPLAY_IOCTL}; page of that name). It has no successor: providers keep their own link to the display, here
 * the {@link oriel.contract.desktop.VideoEndpoint}. {@code cbDisplayIOCtlData} is the length of the array.
 *
 * @param displayIoctlData {@code pDisplayIOCtlData}: the block, at most 256 bytes; copied in, not to be changed
 */
public record DisplayIoctl(byte[] displayIoctlData) {

    /** Checks the length and copies the bytes. */
    public DisplayIoctl {
        Lengths.check("DisplayIOCtlData", displayIoctlData, WtsDefs.MAX_DISPLAY_IOCTL_DATA);
        displayIoctlData = displayIoctlData.clone();
    }
}
