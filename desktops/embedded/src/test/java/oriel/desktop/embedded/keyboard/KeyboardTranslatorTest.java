package oriel.desktop.embedded.keyboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyboardTranslatorTest {

    private static final int US = 0x0409;
    private static final int UK = 0x0809;
    private static final int FRENCH = 0x040C;
    private static final int GERMAN = 0x0407;
    private static final int US_INTERNATIONAL = 0x0002_0409;

    private final List<KeyPress> presses = new ArrayList<>();

    /** Taps keys given as hex scan codes; "e0-" before one is the prefix, "+" holds and "-" releases it. */
    private String type(int layout, String keys) {
        var keyboard = new KeyboardTranslator(layout, presses::add);
        play(keyboard, keys);
        return text();
    }

    private String text() {
        return presses.stream().map(KeyPress::text).collect(Collectors.joining());
    }

    private KeyPress last() {
        return presses.getLast();
    }

    private static void play(KeyboardTranslator keyboard, String keys) {
        for (String key : keys.split(" ")) {
            char way = key.charAt(0);
            String name = way == '+' || way == '-' ? key.substring(1) : key;
            int prefix = name.startsWith("e0") ? 0xE0 : name.startsWith("e1") ? 0xE1 : 0;
            int code = Integer.parseInt(prefix == 0 ? name : name.substring(2), 16);
            if (way != '-') {
                keyboard.key(code, prefix, true);
            }
            if (way != '+') {
                keyboard.key(code, prefix, false);
            }
        }
    }

    @ParameterizedTest(name = "{0}: {1} types {2}")
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '\0',
            value = {
                "0409 => 1e 30 2e => abc",
                "0409 => +2a 1e 30 -2a 2e => ABc",
                "0409 => +36 03 04 05 -36 => @#$",
                "0409 => 29 0c 0d 1a 1b 2b 27 28 33 34 35 => `-=[]\\;',./",
                "0809 => 29 03 2b 28 56 => `2#'\\",
                "0809 => +2a 29 03 04 2b 28 56 -2a => ¬\"£~@|",
                "0809 => +e038 29 05 12 -e038 => ¦€é",
                "040c => 10 11 1e 2c 27 => azqwm",
                "040c => 02 03 04 05 06 07 08 09 0a 0b 0c 0d => &é\"'(-è_çà)=",
                "040c => +2a 02 03 04 05 06 07 08 09 0a 0b 0c 0d -2a => 1234567890°+",
                "040c => +e038 04 05 06 07 09 0a 0b 0c 0d 12 1b -e038 => #{[|\\^@]}€¤",
                "040c => 32 33 34 35 56 29 28 2b => ,;:!<²ù*",
                "040c => +2a 32 33 34 35 56 28 2b 1b -2a => ?./§>%µ£",
                "0407 => 15 2c 1a 27 28 0c => zyüöäß",
                "0407 => +e038 10 12 08 09 0a 0b 0c 1b 56 32 -e038 => @€{[]}\\~|µ",
                "0407 => +2a +e038 0c -e038 -2a => ẞ",
                "0407 => +2a 03 04 07 08 2b -2a 2b => \"§&/'#",
            })
    void shouldTypeWhatIsPrintedOnTheKeys(String layout, String keys, String text) {
        assertThat(type(Integer.parseInt(layout, 16), keys)).isEqualTo(text);
    }

    @ParameterizedTest(name = "{0}: {1} types {2}")
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '\0',
            value = {
                "040c => 1a 12 => ê",
                "040c => +2a 1a -2a 12 => ë",
                "040c => 1a +2a 12 -2a => Ê",
                "040c => +e038 08 -e038 10 => à",
                "040c => +e038 03 -e038 31 => ñ",
                "040c => 1a 39 => ^",
                "040c => 1a 1a => ^^",
                "040c => 1a 2d => ^x",
                "040c => 1a 2d 12 => ^xe",
                "0407 => 0d 12 => é",
                "0407 => +2a 0d -2a 12 => è",
                "0407 => 29 18 => ô",
                "0407 => 0d 39 => ´",
                "00020409 => 28 12 => é",
                "00020409 => 28 2e => ç",
                "00020409 => +2a 28 -2a 16 => ü",
                "00020409 => +2a 29 -2a 31 => ñ",
                "00020409 => 28 39 => '",
            })
    void shouldJoinDeadKeysWithWhatFollows(String layout, String keys, String text) {
        assertThat(type(Integer.parseInt(layout, 16), keys)).isEqualTo(text);
    }

    @Test
    void shouldForgetTheAccentWhenAnotherKeyComesBetween() {
        assertThat(type(FRENCH, "1a e04b 12")).isEqualTo("e");
    }

    @ParameterizedTest(name = "{0}: {1} with Caps Lock types {2}")
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '\0',
            value = {
                "0409 => 3a 1e 02 27 => A1;",
                "0409 => 3a +2a 1e 02 -2a => a!",
                "0409 => 3a 1e 3a 1e => Aa",
                "040c => 3a 10 02 03 0b 33 => A120.",
                "040c => 3a +2a 03 10 -2a => éa",
                "040c => 3a 56 => <",
                "0407 => 3a 1a 02 => Ü!",
            })
    void shouldLockCapitalsAsTheLayoutSays(String layout, String keys, String text) {
        assertThat(type(Integer.parseInt(layout, 16), keys)).isEqualTo(text);
    }

    @Test
    void shouldReachTheThirdLevelWhenWindowsInventsCtrlBeforeAltGr() {
        assertThat(type(FRENCH, "+1d +e038 0b -1d -e038")).isEqualTo("@");
        assertThat(last().modifiers()).isEqualTo(new Modifiers(false, false, false, true, false));
    }

    @Test
    void shouldReachTheThirdLevelWithCtrlAndAltAsOnWindows() {
        assertThat(type(GERMAN, "+1d +38 10 -38 -1d")).isEqualTo("@");
    }

    @Test
    void shouldNotTakeARealCtrlBeforeAltGrAwayFromOtherKeys() {
        type(FRENCH, "+1d 1e +e038 04 -e038 2e -1d");
        assertThat(presses.getFirst().modifiers()).isEqualTo(Modifiers.CTRL);
        assertThat(presses.get(1).text()).isEqualTo("#");
        assertThat(last().is('c', Modifiers.CTRL)).isTrue();
    }

    @Test
    void shouldTreatTheRightAltKeyAsAltWhereTheLayoutHasNoThirdLevel() {
        type(US, "+e038 1e -e038");
        assertThat(last().is('a', Modifiers.ALT)).isTrue();
        assertThat(last().text()).isEmpty();
    }

    @Test
    void shouldSendAltWhenTheKeyHasNothingOnItsThirdLevel() {
        type(UK, "+e038 2d -e038");
        assertThat(last().character()).isEqualTo('x');
        assertThat(last().modifiers().alt()).isTrue();
        assertThat(last().text()).isEmpty();
    }

    @Test
    void shouldNameTheCharacterOfACommandWithoutTypingIt() {
        assertThat(type(FRENCH, "+1d +2a 2e -2a -1d")).isEmpty();
        assertThat(last().character()).isEqualTo('C');
        assertThat(last().modifiers()).isEqualTo(Modifiers.CTRL_SHIFT);
    }

    @Test
    void shouldNotMakeTextOfTheWindowsKey() {
        assertThat(type(US, "+e05b 12 -e05b 12")).isEqualTo("e");
        assertThat(presses.getFirst().modifiers()).isEqualTo(Modifiers.META);
    }

    @ParameterizedTest
    @CsvSource({
        "01,ESCAPE", "0e,BACKSPACE", "0f,TAB", "1c,ENTER", "e01c,KEYPAD_ENTER", "3b,F1", "44,F10", "57,F11", "58,F12",
        "64,F13", "6e,F23", "76,F24", "e047,HOME", "e048,UP", "e049,PAGE_UP", "e04b,LEFT", "e04d,RIGHT", "e04f,END",
        "e050,DOWN", "e051,PAGE_DOWN", "e052,INSERT", "e053,DELETE", "e05d,MENU", "e037,PRINT_SCREEN", "e046,BREAK",
    })
    void shouldNameTheKeysThatTypeNothing(String code, Key key) {
        assertThat(type(US, code)).isEmpty();
        assertThat(last()).isEqualTo(KeyPress.of(key, Modifiers.NONE));
    }

    @Test
    void shouldTypeDigitsOnTheKeypadWithNumLock() {
        assertThat(type(US, "47 4c 52 53 4e 4a 37 e035")).isEqualTo("750.+-*/");
        assertThat(presses.getFirst().key()).isEqualTo(Key.KEYPAD_7);
    }

    @Test
    void shouldTypeTheCommaOfAGermanKeypad() {
        assertThat(type(GERMAN, "53")).isEqualTo(",");
    }

    @Test
    void shouldNavigateOnTheKeypadWithoutNumLock() {
        assertThat(type(US, "45 47 4c 53")).isEmpty();
        assertThat(presses).extracting(KeyPress::key).containsExactly(Key.HOME, Key.BEGIN, Key.DELETE);
    }

    @Test
    void shouldNavigateOnTheKeypadWithShiftAndUseTheShiftUp() {
        type(US, "+2a 48 -2a");
        assertThat(last()).isEqualTo(KeyPress.of(Key.UP, Modifiers.NONE));
        type(US, "45 +2a 48 -2a");
        assertThat(last()).isEqualTo(KeyPress.of(Key.UP, Modifiers.SHIFT));
    }

    @Test
    void shouldIgnoreTheShiftsInventedAroundGreyKeys() {
        type(US, "+2a +e02a e048 -e02a e04b -2a");
        assertThat(presses).extracting(KeyPress::modifiers).containsOnly(Modifiers.SHIFT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+e11d +45 -e11d -45", "+e11d +e145 -e11d -e145", "e11d 45", "e11d"})
    void shouldReadPauseWithoutTouchingNumLock(String keys) {
        assertThat(type(US, keys + " 47")).isEqualTo("7");
        assertThat(presses.getFirst().key()).isEqualTo(Key.PAUSE);
        assertThat(presses).hasSize(2);
    }

    @Test
    void shouldMarkRepetitions() {
        type(US, "+1e +1e -1e +1e");
        assertThat(presses).extracting(KeyPress::repeat).containsExactly(false, true, false);
    }

    @Test
    void shouldNotToggleALockWhileItsKeyRepeats() {
        assertThat(type(US, "+3a +3a +3a -3a 1e")).isEqualTo("A");
    }

    @Test
    void shouldTakeTheLocksOfTheClient() {
        var keyboard = new KeyboardTranslator(US, presses::add);
        keyboard.locks(true, false, true, false);
        play(keyboard, "1e 47");
        assertThat(text()).isEqualTo("A");
        assertThat(last().key()).isEqualTo(Key.HOME);
        assertThat(keyboard.capsLock()).isTrue();
        assertThat(keyboard.scrollLock()).isTrue();
        assertThat(keyboard.numLock()).isFalse();
    }

    @Test
    void shouldForgetWhatIsHeldWhenEverythingIsReleased() {
        var keyboard = new KeyboardTranslator(FRENCH, presses::add);
        play(keyboard, "+2a +1d 1a");
        keyboard.releaseAll();
        play(keyboard, "12");
        assertThat(last().text()).isEqualTo("e");
        assertThat(last().modifiers()).isEqualTo(Modifiers.NONE);
        assertThat(last().repeat()).isFalse();
    }

    @Test
    void shouldTypeCharactersOfAnInputMethod() {
        var keyboard = new KeyboardTranslator(US, presses::add);
        for (int codePoint : new int[] {0x4E2D, 0x1F600, 0xD83D, 0xDE00, 'x'}) {
            keyboard.character(codePoint, true);
            keyboard.character(codePoint, false);
        }
        assertThat(text()).isEqualTo("中😀😀x");
        keyboard.character('\r', true);
        assertThat(last().key()).isEqualTo(Key.ENTER);
        keyboard.character(0x08, true);
        assertThat(last().key()).isEqualTo(Key.BACKSPACE);
    }

    @Test
    void shouldIgnoreHalvesAndControlsAmongCharacters() {
        var keyboard = new KeyboardTranslator(US, presses::add);
        for (int codePoint : new int[] {0xDE00, 0xD83D, 'a', 0x03, 0x85, -1, 0x11_0000}) {
            keyboard.character(codePoint, true);
        }
        assertThat(text()).isEqualTo("a");
    }

    @Test
    void shouldMakeACommandOfACharacterWhileCtrlIsHeld() {
        var keyboard = new KeyboardTranslator(US, presses::add);
        play(keyboard, "+1d");
        keyboard.character('c', true);
        assertThat(last().is('c', Modifiers.CTRL)).isTrue();
    }

    @ParameterizedTest(name = "layout {0} types {1} on the key of Q")
    @CsvSource({
        "00000000,q",
        "0000080c,a",
        "00000813,a",
        "0000100c,q",
        "00000c0c,q",
        "00000807,q",
        "0000f40c,a",
        "ffffffff,q",
        "0000041d,q",
    })
    void shouldTakeTheNearestLayoutForAnIdWithoutTable(String id, String text) {
        assertThat(type(Integer.parseUnsignedInt(id, 16), "10")).isEqualTo(text);
    }

    @Test
    void shouldChangeTheLayoutInPlace() {
        var keyboard = new KeyboardTranslator(US, presses::add);
        play(keyboard, "10");
        keyboard.layout(FRENCH);
        play(keyboard, "10");
        assertThat(text()).isEqualTo("qa");
    }

    @ParameterizedTest
    @ValueSource(ints = {US, UK, FRENCH, GERMAN, US_INTERNATIONAL})
    void shouldReachEveryCharacterOfAscii(int layout) {
        var reached = new StringBuilder(" ");
        for (int code = 1; code < 0x80; code++) {
            for (int level = 0; level < 4; level++) {
                int character = KeyboardLayout.of(layout).character(code, (level & 1) != 0, level >= 2);
                reached.appendCodePoint(character & ~KeyboardLayout.DEAD);
            }
        }
        for (char c = ' '; c < 0x7F; c++) {
            assertThat(reached.toString()).contains(String.valueOf(c));
        }
    }

    @Test
    void shouldSurviveAnyKeys() {
        long seed = 7301;
        var random = new Random(seed);
        var keyboard = new KeyboardTranslator(FRENCH, presses::add);
        int[] prefixes = {0, 0, 0, 0xE0, 0xE1, 7};
        for (int i = 0; i < 20_000; i++) {
            keyboard.key(random.nextInt(0x200) - 0x40, prefixes[random.nextInt(prefixes.length)], random.nextBoolean());
            keyboard.character(random.nextInt(), random.nextBoolean());
        }
        assertThat(presses).isNotEmpty();
    }
}
