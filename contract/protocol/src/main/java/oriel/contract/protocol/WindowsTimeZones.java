package oriel.contract.protocol;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * From the time zones of Windows to those of Java (data-types.md, section 7: our reading for Linux). The key name decides
 * where it is known; then the standard name, which on English clients is the key name; then a zone that has the same bias
 * and changes its clocks by the same rules; at last a fixed offset.
 *
 * <p>Key names are paired with the zone of their main territory, as in the Unicode table of Windows zones.
 */
public final class WindowsTimeZones {

    /** From here on every zone of the tz database follows its present rules. */
    private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");

    private static final Map<String, ZoneId> ZONES = zones();

    private WindowsTimeZones() {}

    /**
     * The zone of a client that has told its key name.
     *
     * @param zone what the client said
     * @return the zone; never fails
     */
    public static ZoneId zoneOf(DynamicTimeZoneInformation zone) {
        return named(zone.timeZoneKeyName()).orElseGet(() -> zoneOf(zone.zone()));
    }

    /**
     * The zone of a client that has told bias, names and rules.
     *
     * @param zone what the client said
     * @return the zone; never fails
     */
    public static ZoneId zoneOf(TimeZoneInformation zone) {
        return named(zone.standardName())
                .filter(named -> sameOffset(named.getRules(), standardOffset(zone)))
                .or(() -> byRules(zone))
                .orElseGet(() -> standardOffset(zone));
    }

    /**
     * The zone of a key name.
     *
     * @param keyName name of the entry in the zone table of Windows, e.g. {@code W. Europe Standard Time}
     * @return the zone; empty = no such name here
     */
    public static Optional<ZoneId> named(String keyName) {
        return Optional.ofNullable(ZONES.get(keyName));
    }

    private static Optional<ZoneId> byRules(TimeZoneInformation zone) {
        ZoneOffset standard = standardOffset(zone);
        boolean daylight =
                zone.standardDate().month() != 0 && zone.daylightDate().month() != 0;
        return ZONES.values().stream()
                .filter(candidate -> sameOffset(candidate.getRules(), standard))
                .filter(candidate -> {
                    List<ZoneOffsetTransitionRule> rules = candidate.getRules().getTransitionRules();
                    return daylight ? sameRules(rules, zone) : rules.isEmpty();
                })
                .findFirst();
    }

    private static boolean sameOffset(ZoneRules rules, ZoneOffset standard) {
        return rules.getStandardOffset(FAR).equals(standard);
    }

    private static boolean sameRules(List<ZoneOffsetTransitionRule> rules, TimeZoneInformation zone) {
        return rules.size() == 2
                && rules.stream()
                        .allMatch(rule -> rule.getOffsetAfter().equals(rule.getStandardOffset())
                                ? same(rule, zone.standardDate())
                                : same(rule, zone.daylightDate())
                                        && rule.getOffsetAfter().equals(offset(zone.bias() + zone.daylightBias())));
    }

    /** Whether both name the same week, day and local time; the occurrence of a rule is counted as Windows counts it. */
    private static boolean same(ZoneOffsetTransitionRule rule, SystemTime date) {
        LocalTime time = rule.isMidnightEndOfDay() ? LocalTime.MIDNIGHT : wallTime(rule);
        return rule.getMonth() == month(date)
                && rule.getDayOfWeek() == dayOfWeek(date)
                && occurrence(rule) == date.day()
                && time.getHour() == date.hour()
                && time.getMinute() == date.minute();
    }

    private static LocalTime wallTime(ZoneOffsetTransitionRule rule) {
        return rule.createTransition(2100).getDateTimeBefore().toLocalTime();
    }

    private static int occurrence(ZoneOffsetTransitionRule rule) {
        int day = rule.getDayOfMonthIndicator();
        return day < 0 || day > 22 ? 5 : (day + 6) / 7;
    }

    private static Month month(SystemTime date) {
        return Month.of(Math.clamp(date.month(), 1, 12));
    }

    private static DayOfWeek dayOfWeek(SystemTime date) {
        return DayOfWeek.of(Math.floorMod(date.dayOfWeek() - 1, 7) + 1);
    }

    private static ZoneOffset standardOffset(TimeZoneInformation zone) {
        return offset(zone.bias() + zone.standardBias());
    }

    private static ZoneOffset offset(int bias) {
        int widest = ZoneOffset.MAX.getTotalSeconds() / 60;
        return ZoneOffset.ofTotalSeconds(-Math.clamp(bias, -widest, widest) * 60);
    }

    private static Map<String, ZoneId> zones() {
        Map<String, ZoneId> zones = new LinkedHashMap<>();
        WindowsTimeZoneNames.TABLE
                .lines()
                .map(line -> line.split(" = ", -1))
                .forEach(pair -> zones.put(pair[0], ZoneId.of(pair[1])));
        return zones;
    }
}
