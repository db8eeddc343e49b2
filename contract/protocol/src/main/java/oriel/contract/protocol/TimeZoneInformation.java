package oriel.contract.protocol;

/**
 * A time zone ({@code WTS_TIME_ZONE_INFORMATION}; page of that name). UTC = local time + {@code bias} + the bias of the
 * part of the year.
 *
 * @param bias minutes
 * @param standardName name in standard time, at most 31 characters
 * @param standardDate when standard time begins
 * @param standardBias minutes added in standard time, mostly 0
 * @param daylightName name in daylight time, at most 31 characters
 * @param daylightDate when daylight time begins
 * @param daylightBias minutes added in daylight time, usually −60 (Q26)
 */
public record TimeZoneInformation(
        int bias,
        String standardName,
        SystemTime standardDate,
        int standardBias,
        String daylightName,
        SystemTime daylightDate,
        int daylightBias) {

    /** UTC all year. */
    public static final TimeZoneInformation UTC =
            new TimeZoneInformation(0, "UTC", SystemTime.NONE, 0, "UTC", SystemTime.NONE, 0);

    /** Checks the lengths. */
    public TimeZoneInformation {
        Lengths.check("StandardName", standardName, 31);
        Lengths.check("DaylightName", daylightName, 31);
    }
}
