package oriel.rdp.codec.info;

import oriel.wire.FixedText;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Time Zone Information (TS_TIME_ZONE_INFORMATION) — MS-RDPBCGR, section 2.2.1.11.1.1.1.1. UTC is local time plus bias.
 *
 * @param bias minutes
 * @param standardName name of standard time, at most 31 characters
 * @param standardDate when standard time begins
 * @param standardBias minutes added to bias in standard time, usually 0
 * @param daylightName name of daylight saving time, at most 31 characters
 * @param daylightDate when daylight saving time begins
 * @param daylightBias minutes added to bias in daylight saving time, usually -60
 */
public record TimeZoneInformation(
        int bias,
        String standardName,
        SystemTime standardDate,
        int standardBias,
        String daylightName,
        SystemTime daylightDate,
        int daylightBias) {
    private static final int NAME_SIZE = 64;

    static TimeZoneInformation decode(WireReader in) {
        return new TimeZoneInformation(
                in.i32("Bias"),
                FixedText.utf16(in, NAME_SIZE, "StandardName"),
                SystemTime.decode(in),
                in.i32("StandardBias"),
                FixedText.utf16(in, NAME_SIZE, "DaylightName"),
                SystemTime.decode(in),
                in.i32("DaylightBias"));
    }

    void encode(WireWriter out) {
        out.i32(bias);
        FixedText.utf16(out, standardName, NAME_SIZE);
        standardDate.encode(out);
        out.i32(standardBias);
        FixedText.utf16(out, daylightName, NAME_SIZE);
        daylightDate.encode(out);
        out.i32(daylightBias);
    }
}
