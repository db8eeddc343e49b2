package oriel.contract.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class WindowsTimeZonesTest {

    private static final SystemTime MARCH = new SystemTime(0, 3, 0, 5, 2, 0, 0, 0);
    private static final SystemTime OCTOBER = new SystemTime(0, 10, 0, 5, 3, 0, 0, 0);

    @Test
    void shouldPreferTheKeyName() {
        TimeZoneInformation zone = new TimeZoneInformation(-60, "Heure", OCTOBER, 0, "Sommer", MARCH, -60);
        assertThat(WindowsTimeZones.zoneOf(new DynamicTimeZoneInformation(zone, "Romance Standard Time", false)))
                .isEqualTo(ZoneId.of("Europe/Paris"));
    }

    @Test
    void shouldTakeTheStandardNameWhereItIsAKeyNameOfTheSameBias() {
        TimeZoneInformation paris =
                new TimeZoneInformation(-60, "Romance Standard Time", OCTOBER, 0, "Romance Daylight Time", MARCH, -60);
        assertThat(WindowsTimeZones.zoneOf(paris)).isEqualTo(ZoneId.of("Europe/Paris"));

        TimeZoneInformation lying =
                new TimeZoneInformation(0, "Romance Standard Time", SystemTime.NONE, 0, "", SystemTime.NONE, 0);
        assertThat(WindowsTimeZones.zoneOf(lying)).isEqualTo(ZoneId.of("Etc/UTC"));
    }

    @Test
    void shouldFindAZoneOfTheSameBiasAndRules() {
        TimeZoneInformation german = new TimeZoneInformation(
                -60, "Mitteleuropäische Zeit", OCTOBER, 0, "Mitteleuropäische Sommerzeit", MARCH, -60);
        assertThat(WindowsTimeZones.zoneOf(german)).isEqualTo(ZoneId.of("Europe/Berlin"));

        SystemTime secondSunday = new SystemTime(0, 3, 0, 2, 2, 0, 0, 0);
        SystemTime firstSunday = new SystemTime(0, 11, 0, 1, 2, 0, 0, 0);
        TimeZoneInformation eastern = new TimeZoneInformation(300, "", firstSunday, 0, "", secondSunday, -60);
        assertThat(WindowsTimeZones.zoneOf(eastern)).isEqualTo(ZoneId.of("America/New_York"));
    }

    @Test
    void shouldFindAZoneWithoutDaylightTime() {
        TimeZoneInformation india = new TimeZoneInformation(-330, "", SystemTime.NONE, 0, "", SystemTime.NONE, 0);
        assertThat(WindowsTimeZones.zoneOf(india)).isEqualTo(ZoneId.of("Asia/Kolkata"));
    }

    @Test
    void shouldFallBackToAFixedOffset() {
        TimeZoneInformation odd = new TimeZoneInformation(-7, "", SystemTime.NONE, 0, "", SystemTime.NONE, 0);
        assertThat(WindowsTimeZones.zoneOf(odd)).isEqualTo(ZoneOffset.ofHoursMinutes(0, 7));

        TimeZoneInformation absurd = new TimeZoneInformation(
                Integer.MAX_VALUE, "", new SystemTime(0, 99, 77, 9, 0, 0, 0, 0), 0, "", MARCH, Integer.MIN_VALUE);
        assertThat(WindowsTimeZones.zoneOf(absurd)).isEqualTo(ZoneOffset.MIN);
    }

    @Test
    void shouldKnowEveryZoneOfTheTable() {
        assertThat(WindowsTimeZoneNames.TABLE.lines())
                .hasSizeGreaterThan(130)
                .allSatisfy(line -> assertThat(WindowsTimeZones.named(line.substring(0, line.indexOf(" = "))))
                        .isPresent());
    }
}
