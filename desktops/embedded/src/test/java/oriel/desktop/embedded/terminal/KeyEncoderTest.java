package oriel.desktop.embedded.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oriel.desktop.embedded.keyboard.Key;
import oriel.desktop.embedded.keyboard.KeyPress;
import oriel.desktop.embedded.keyboard.Modifiers;

class KeyEncoderTest {

    private final Modes modes = new Modes();

    private String encode(KeyPress press) {
        return new String(KeyEncoder.encode(press, modes), StandardCharsets.UTF_8).replace("\u001B", "^[");
    }

    private static Modifiers held(String letters) {
        return new Modifiers(
                letters.contains("s"), letters.contains("c"), letters.contains("a"), false, letters.contains("m"));
    }

    @ParameterizedTest(name = "{0} with {1} sends {2}")
    @CsvSource({
        "UP,-,^[[A",
        "DOWN,-,^[[B",
        "RIGHT,-,^[[C",
        "LEFT,-,^[[D",
        "HOME,-,^[[H",
        "END,-,^[[F",
        "BEGIN,-,^[[E",
        "UP,s,^[[1;2A",
        "LEFT,c,^[[1;5D",
        "END,sc,^[[1;6F",
        "RIGHT,a,^[[1;3C",
        "UP,sca,^[[1;8A",
        "INSERT,-,^[[2~",
        "DELETE,-,^[[3~",
        "PAGE_UP,-,^[[5~",
        "PAGE_DOWN,-,^[[6~",
        "DELETE,c,^[[3;5~",
        "F1,-,^[OP",
        "F4,-,^[OS",
        "F5,-,^[[15~",
        "F6,-,^[[17~",
        "F10,-,^[[21~",
        "F11,-,^[[23~",
        "F12,-,^[[24~",
        "F1,s,^[[1;2P",
        "F5,c,^[[15;5~",
        "F13,-,^[[1;2P",
        "F17,-,^[[15;2~",
        "F24,-,^[[24;2~",
        "ESCAPE,-,^[",
        "ESCAPE,a,^[^[",
        "TAB,s,^[[Z",
        "MENU,-,^[[29~",
        "PAUSE,-,''",
    })
    void shouldEncodeKeysAsXtermDoes(Key key, String modifiers, String bytes) {
        assertThat(encode(KeyPress.of(key, held(modifiers)))).isEqualTo(bytes);
    }

    @Test
    void shouldSendControlsForEditingKeys() {
        assertThat(encode(KeyPress.of(Key.ENTER, Modifiers.NONE))).isEqualTo("\r");
        assertThat(encode(KeyPress.of(Key.KEYPAD_ENTER, Modifiers.ALT))).isEqualTo("^[\r");
        assertThat(encode(KeyPress.of(Key.TAB, Modifiers.NONE))).isEqualTo("\t");
        assertThat(encode(KeyPress.of(Key.BACKSPACE, Modifiers.NONE))).isEqualTo("\u007F");
        assertThat(encode(KeyPress.of(Key.BACKSPACE, Modifiers.CTRL))).isEqualTo("\b");
        assertThat(encode(KeyPress.of(Key.BACKSPACE, Modifiers.ALT))).isEqualTo("^[\u007F");
    }

    @ParameterizedTest(name = "Ctrl+{0} sends {1}")
    @CsvSource({
        "a,1", "c,3", "C,3", "z,26", "@,0", "' ',0", "[,27", "\\,28", "],29", "^,30", "_,31", "/,31", "?,127", "2,0",
        "8,127", "é,233", "1,49",
    })
    void shouldMakeControlsOfCharacters(String character, int code) {
        KeyPress press = KeyPress.of(character.codePointAt(0), Modifiers.CTRL);
        assertThat(encode(press).replace("^[", "\u001B").codePointAt(0)).isEqualTo(code);
    }

    @Test
    void shouldSendTextAsUtf8AndAltAsEscape() {
        assertThat(encode(KeyPress.of('é', Modifiers.NONE))).isEqualTo("é");
        assertThat(encode(KeyPress.of(0x1F600, Modifiers.NONE))).isEqualTo("😀");
        assertThat(encode(KeyPress.of('x', Modifiers.ALT))).isEqualTo("^[x");
        assertThat(encode(KeyPress.of('c', Modifiers.CTRL_ALT))).isEqualTo("^[\u0003");
        assertThat(encode(KeyPress.of('d', Modifiers.META))).isEmpty();
        assertThat(encode(new KeyPress(Key.KEYPAD_7, '7', "7", Modifiers.NONE, false)))
                .isEqualTo("7");
        assertThat(encode(new KeyPress(Key.CHARACTER, '^', "", Modifiers.NONE, false)))
                .isEmpty(); // a dead key waits
    }

    @Test
    void shouldFollowTheModesOfTheProgram() {
        modes.setDec(Modes.CURSOR_KEYS, true);
        assertThat(encode(KeyPress.of(Key.UP, Modifiers.NONE))).isEqualTo("^[OA");
        assertThat(encode(KeyPress.of(Key.UP, Modifiers.CTRL))).isEqualTo("^[[1;5A");
        modes.setAnsi(Modes.NEW_LINE, true);
        assertThat(encode(KeyPress.of(Key.ENTER, Modifiers.NONE))).isEqualTo("\r\n");
        modes.setDec(Modes.BACKSPACE_SENDS_BS, true);
        assertThat(encode(KeyPress.of(Key.BACKSPACE, Modifiers.NONE))).isEqualTo("\b");
    }
}
