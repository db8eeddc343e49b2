package oriel.desktop.x11.keyboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oriel.xsession.SessionOrder.Keyboard;

class XkbLayoutsTest {

    /** The list of what xkeyboard-config has, as it is installed with every X server. */
    private static final Path LIST = Path.of("/usr/share/X11/xkb/rules/base.lst");

    @Test
    void shouldNameOnlyLayoutsThatThereAre() throws IOException {
        Set<String> layouts = new HashSet<>();
        Set<String> variants = new HashSet<>();
        String section = "";
        for (String line : Files.readAllLines(LIST)) {
            String[] words = line.strip().split("\\s+", 3);
            if (line.startsWith("!")) {
                section = words[1];
            } else if (section.equals("layout") && !line.isBlank()) {
                layouts.add(words[0]);
            } else if (section.equals("variant") && !line.isBlank()) {
                variants.add(words[1].replace(":", "") + " " + words[0]);
            }
        }
        assertThat(layouts).hasSizeGreaterThan(80);
        assertThat(XkbLayouts.table()).hasSizeGreaterThan(250);
        assertThat(XkbLayouts.table().values()).allSatisfy(keyboard -> {
            assertThat(layouts).contains(keyboard.layout());
            if (!keyboard.variant().isEmpty()) {
                assertThat(variants).contains(keyboard.layout() + " " + keyboard.variant());
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "0x0000040C, fr,''",
        "0x0001040C, fr,bepo_afnor",
        "0x00000409, us,''",
        "0x00020409, us,intl",
        "0x00000807, ch,''",
        "0x0000100C, ch,fr",
        "0x00000416, br,''",
        "0x00000411, jp,''",
        "0x00000412, kr,''",
        "0x00000419, ru,''",
        "0xA000040C, fr,bepo"
    })
    void shouldKnowLayouts(String id, String layout, String variant) {
        assertThat(XkbLayouts.of(Integer.parseUnsignedInt(id.substring(2), 16)))
                .isEqualTo(new Keyboard(layout, variant));
    }

    /** Of an unknown layout the language counts: input methods of Windows, layouts somebody has made, other regions. */
    @ParameterizedTest
    @CsvSource({
        "0xE0010411, jp",
        "0xE0200804, us",
        "0xF0C1040C, fr",
        "0x00FF0407, de",
        "0x00001C0C, fr",
        "0x0000180C, fr",
        "0x00000C01, ara",
        "0x0000043C, ie",
        "0x00000000, us",
        "0x000007FF, us",
        "0xFFFFFFFF, us"
    })
    void shouldFallBackToTheLanguage(String id, String layout) {
        assertThat(XkbLayouts.of(Integer.parseUnsignedInt(id.substring(2), 16)).layout())
                .isEqualTo(layout);
    }

    @Test
    void shouldComposeKeymapsAsTheRulesDo() {
        assertThat(KeymapNames.of(new Keyboard("fr", "bepo")))
                .isEqualTo(new KeymapNames(
                        "evdev+aliases(azerty)",
                        "complete",
                        "complete",
                        "pc+fr(bepo)+inet(evdev)",
                        "pc(pc105)",
                        "fr",
                        "bepo"));
        assertThat(KeymapNames.of(new Keyboard("jp", "")).compat()).isEqualTo("complete+japan");
    }

    /** Shortcuts need a Latin letter somewhere. */
    @Test
    void shouldAddALatinGroupWhereThereIsNone() {
        assertThat(KeymapNames.of(new Keyboard("ru", "")).symbols()).isEqualTo("pc+ru+us:2+inet(evdev)");
        assertThat(KeymapNames.of(new Keyboard("ru", "typewriter")).variants()).isEqualTo("typewriter,");
        assertThat(KeymapNames.of(new Keyboard("rs", "latin")).symbols()).isEqualTo("pc+rs(latin)+inet(evdev)");
    }
}
