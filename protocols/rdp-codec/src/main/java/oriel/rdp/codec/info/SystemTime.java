package oriel.rdp.codec.info;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * System Time (TS_SYSTEMTIME) — MS-RDPBCGR, section 2.2.1.11.1.1.1.1.1: when a time zone changes between standard and daylight time. If
 * the year is 0, the day is the occurrence of the day of the week within the month, 1 to 5, 5 being the last.
 *
 * @param year 0, or the one year it applies to
 * @param month 1 to 12, or 0 when there is no change
 * @param dayOfWeek 0 Sunday to 6 Saturday
 * @param day occurrence in the month, or day of the month
 * @param hour 0 to 23
 * @param minute 0 to 59
 * @param second 0 to 59
 * @param milliseconds 0 to 999
 */
public record SystemTime(
        int year, int month, int dayOfWeek, int day, int hour, int minute, int second, int milliseconds) {
    /** No change. */
    public static final SystemTime NONE = new SystemTime(0, 0, 0, 0, 0, 0, 0, 0);

    static SystemTime decode(WireReader in) {
        return new SystemTime(
                in.u16("wYear"),
                in.u16("wMonth"),
                in.u16("wDayOfWeek"),
                in.u16("wDay"),
                in.u16("wHour"),
                in.u16("wMinute"),
                in.u16("wSecond"),
                in.u16("wMilliseconds"));
    }

    void encode(WireWriter out) {
        out.u16(year).u16(month).u16(dayOfWeek).u16(day);
        out.u16(hour).u16(minute).u16(second).u16(milliseconds);
    }
}
