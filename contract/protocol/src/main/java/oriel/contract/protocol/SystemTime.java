package oriel.contract.protocol;

/**
 * A moment, or a rule of when the clocks change ({@code WTS_SYSTEMTIME}; page of that name). With year 0 it is a rule:
 * month, day of week, and {@code day} 1 … 5 as the occurrence in the month (5 = last). Month 0 = no rule.
 *
 * @param year 1601 … 30827, or 0 in a rule
 * @param month 1 … 12, or 0
 * @param dayOfWeek 0 = Sunday … 6
 * @param day 1 … 31
 * @param hour 0 … 23
 * @param minute 0 … 59
 * @param second 0 … 59
 * @param milliseconds 0 … 999
 */
public record SystemTime(
        int year, int month, int dayOfWeek, int day, int hour, int minute, int second, int milliseconds) {

    /** No rule. */
    public static final SystemTime NONE = new SystemTime(0, 0, 0, 0, 0, 0, 0, 0);
}
