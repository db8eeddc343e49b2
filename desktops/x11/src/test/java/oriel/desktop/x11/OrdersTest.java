package oriel.desktop.x11;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class OrdersTest {

    @Test
    void shouldSpellLocalesAsLinuxDoes() {
        assertThat(Orders.locale(Locale.GERMANY)).isEqualTo("de_DE.UTF-8");
        assertThat(Orders.locale(Locale.ENGLISH)).isEqualTo("en_US.UTF-8");
        assertThat(Orders.locale(Locale.FRENCH)).isEqualTo("fr_FR.UTF-8");
        assertThat(Orders.locale(Locale.JAPANESE)).isEmpty(); // there is no country JA
        assertThat(Orders.locale(Locale.ROOT)).isEmpty();
    }

    @Test
    void shouldNameTimeZonesAsLinuxDoes() {
        assertThat(Orders.timeZone(ZoneId.of("Europe/Paris"))).isEqualTo("Europe/Paris");
        assertThat(Orders.timeZone(ZoneOffset.UTC)).isEqualTo("Etc/UTC");
        assertThat(Orders.timeZone(ZoneId.of("UTC"))).isEqualTo("Etc/UTC");
        assertThat(Orders.timeZone(ZoneOffset.ofHours(2))).isEqualTo("Etc/GMT-2");
        assertThat(Orders.timeZone(ZoneOffset.ofHours(-5))).isEqualTo("Etc/GMT+5");
        assertThat(Orders.timeZone(ZoneOffset.ofHoursMinutes(5, 30))).isEmpty();
    }
}
