package oriel.desktop.x11.keyboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keycodes by the names of keys that xkeyboard-config gives them. */
class KeycodesTest {

    private static final Path NAMES = Path.of("/usr/share/X11/xkb/keycodes/evdev");

    @ParameterizedTest
    @CsvSource({
        "0x01, 0, ESC",
        "0x10, 0, AD01",
        "0x1D, 0, LCTL",
        "0x2A, 0, LFSH",
        "0x36, 0, RTSH",
        "0x38, 0, LALT",
        "0x39, 0, SPCE",
        "0x3A, 0, CAPS",
        "0x45, 0, NMLK",
        "0x46, 0, SCLK",
        "0x47, 0, KP7",
        "0x53, 0, KPDL",
        "0x54, 0, PRSC",
        "0x56, 0, LSGT",
        "0x57, 0, FK11",
        "0x58, 0, FK12",
        "0x64, 0, FK13",
        "0x6E, 0, FK23",
        "0x76, 0, FK24",
        "0x70, 0, HKTG",
        "0x71, 0, HJCV",
        "0x72, 0, HNGL",
        "0x73, 0, AB11",
        "0x79, 0, HENK",
        "0x7B, 0, MUHE",
        "0x7D, 0, AE13",
        "0x1C, 0xE0, KPEN",
        "0x1D, 0xE0, RCTL",
        "0x35, 0xE0, KPDV",
        "0x37, 0xE0, PRSC",
        "0x38, 0xE0, RALT",
        "0x46, 0xE0, PAUS",
        "0x47, 0xE0, HOME",
        "0x48, 0xE0, UP",
        "0x49, 0xE0, PGUP",
        "0x4B, 0xE0, LEFT",
        "0x4D, 0xE0, RGHT",
        "0x4F, 0xE0, END",
        "0x50, 0xE0, DOWN",
        "0x51, 0xE0, PGDN",
        "0x52, 0xE0, INS",
        "0x53, 0xE0, DELE",
        "0x5B, 0xE0, LWIN",
        "0x5C, 0xE0, RWIN",
        "0x5D, 0xE0, COMP",
        "0x20, 0xE0, MUTE",
        "0x2E, 0xE0, VOL-",
        "0x30, 0xE0, VOL+",
        "0x22, 0xE0, I172",
        "0x1D, 0xE1, PAUS"
    })
    void shouldLeadToTheKey(String scanCode, String prefix, String name) throws IOException {
        int key = Keycodes.of(Integer.decode(scanCode), Integer.decode(prefix));
        assertThat(key).isEqualTo(keycodes().get(name));
    }

    /** The wire brings any number; 0xE0 0x2A is a Shift that PC keyboards invent around others. */
    @ParameterizedTest
    @CsvSource({"0, 0", "0x80, 0", "-1, 0", "0x2A, 0xE0", "0x36, 0xE0", "0x1E, 0xE1", "0x1E, 7", "0x55, 0"})
    void shouldNotInventKeys(String scanCode, String prefix) {
        assertThat(Keycodes.of(Integer.decode(scanCode), Integer.decode(prefix)))
                .isEqualTo(Keycodes.NONE);
    }

    @Test
    void shouldKnowAllKeysItLeadsTo() {
        assertThat(Keycodes.all().stream())
                .contains(9, 94, 127, 234)
                .doesNotContain(0, 93)
                .allMatch(key -> key <= 255);
    }

    private static Map<String, Integer> keycodes() throws IOException {
        Map<String, Integer> keys = new HashMap<>();
        Pattern.compile("(alias )?<([^>]+)>\\s*=\\s*<?([^;>]+)>?;")
                .matcher(Files.readString(NAMES))
                .results()
                .forEach(found -> {
                    String value = found.group(3);
                    if (value.matches("\\d+")) {
                        keys.putIfAbsent(found.group(2), Integer.valueOf(value));
                    } else if (keys.containsKey(value)) {
                        keys.putIfAbsent(found.group(2), keys.get(value));
                    }
                });
        return keys;
    }
}
