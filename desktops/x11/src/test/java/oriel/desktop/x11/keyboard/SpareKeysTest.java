package oriel.desktop.x11.keyboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpareKeysTest {

    private static final long NOW = 1_000_000;

    private final SpareKeys keys = new SpareKeys();

    @Test
    void shouldHaveNoneWhenAllKeysHaveAMeaning() {
        assertThat(keys.take('x', NOW)).isEmpty();
    }

    @Test
    void shouldTypeACharacterAgainWithTheSameKey() {
        keys.keep(List.of(93, 97), keycode -> 0);
        assertThat(keys.take('x', NOW)).contains(new SpareKeys.Turn(93, true, 0));
        assertThat(keys.take('x', NOW)).contains(new SpareKeys.Turn(93, false, 0));
    }

    /** Programs may not have looked up yet what the key meant. */
    @Test
    void shouldLetTheKeyThatWasUsedLongestAgoRestBeforeItTypesSomethingElse() {
        keys.keep(List.of(93, 97), keycode -> 0);
        keys.take('x', NOW);
        keys.take('y', NOW + 10);
        keys.take('x', NOW + 20);
        assertThat(keys.take('z', NOW + 30)).contains(new SpareKeys.Turn(97, true, SpareKeys.REST - 20));
        assertThat(keys.take('w', NOW + 30 + SpareKeys.REST)).contains(new SpareKeys.Turn(93, true, 0));
    }

    @Test
    void shouldForgetKeysThatWereGivenAnotherMeaning() {
        keys.keep(List.of(93, 97), keycode -> 0);
        keys.take('x', NOW);
        keys.keep(List.of(97), keycode -> keycode == 93 ? 'q' : 0);
        assertThat(keys.has(93)).isFalse();
        assertThat(keys.take('x', NOW)).contains(new SpareKeys.Turn(97, true, 0));
    }

    @Test
    void shouldKeepKeysThatStillHaveTheirCharacter() {
        keys.keep(List.of(93, 97), keycode -> 0);
        keys.take('x', NOW);
        keys.keep(List.of(97), keycode -> keycode == 93 ? 'x' : 0);
        assertThat(keys.take('x', NOW)).contains(new SpareKeys.Turn(93, false, 0));
    }
}
