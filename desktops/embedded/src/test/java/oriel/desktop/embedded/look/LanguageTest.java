package oriel.desktop.embedded.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import oriel.contract.desktop.LogonMessage;

/** The texts in both languages. */
class LanguageTest {

    private static final Pattern GAP = Pattern.compile("\\{\\d}");
    private static final Instant NOW = Instant.parse("2026-11-22T14:05:30Z");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static Set<String> keys(Language language) {
        return new TreeSet<>(Collections.list(language.bundle().getKeys()));
    }

    private static List<String> gaps(Language language, String key) {
        return GAP.matcher(language.bundle().getString(key))
                .results()
                .map(MatchResult::group)
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void shouldSayTheSameThingsInBothLanguages() {
        assertThat(keys(Language.FRENCH)).isEqualTo(keys(Language.ENGLISH));
        assertThat(keys(Language.ENGLISH))
                .allSatisfy(
                        key -> assertThat(gaps(Language.FRENCH, key)).as(key).isEqualTo(gaps(Language.ENGLISH, key)));
    }

    @ParameterizedTest
    @EnumSource(LogonMessage.Kind.class)
    void shouldHaveASentenceForEveryMessage(LogonMessage.Kind kind) {
        for (Language language : Language.values()) {
            assertThat(language.text(LogonMessage.of(kind, "7"))).isNotBlank().doesNotContain("{");
            // an argument that should be there and is not leaves a gap, not braces
            assertThat(language.text(LogonMessage.of(kind))).doesNotContain("{");
        }
    }

    @Test
    void shouldNotTakeAnArgumentForAGap() {
        LogonMessage message = LogonMessage.of(LogonMessage.Kind.TEXT, "see {0} and $1");

        assertThat(Language.ENGLISH.text(message)).isEqualTo("see {0} and $1");
    }

    @Test
    void shouldSpeakFrenchToTheFrenchAndEnglishToOthers() {
        assertThat(Language.of(Locale.CANADA_FRENCH)).isEqualTo(Language.FRENCH);
        assertThat(Language.of(Locale.JAPAN)).isEqualTo(Language.ENGLISH);
    }

    @Test
    void shouldTellTimeWhereTheClientIs() {
        assertThat(Language.ENGLISH.time(NOW, PARIS)).isEqualTo("15:05");
        assertThat(Language.FRENCH.date(NOW, PARIS)).isEqualTo("dimanche 22 novembre");
        assertThat(Language.ENGLISH.moment(NOW.minusSeconds(3600), NOW, PARIS)).isEqualTo("at 14:05");
        assertThat(Language.ENGLISH.moment(NOW.minusSeconds(86_400), NOW, PARIS))
                .isEqualTo("on Saturday, 21 November at 15:05");
    }

    @Test
    void shouldNameKeyboards() {
        assertThat(KeyboardName.of(0x40C)).isEqualTo("FR");
        assertThat(KeyboardName.of(0)).isEqualTo("US");
        assertThat(KeyboardName.of(0x0002_0409)).isEqualTo("US-Intl");
        assertThat(KeyboardName.of(0x0411)).isEqualTo("0411");
    }
}
