package oriel.desktop.embedded.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallPartsTest {

    @ParameterizedTest(name = "{0} takes {1}")
    @CsvSource({
        "a,1",
        "é,1",
        "─,1",
        "中,2",
        "가,2",
        "😀,2",
        "ａ,2",
        "⌚,2",
        "☀,1",
        "€,1",
        "\u0301,0",
        "\u200D,0",
        "\uFE0F,0",
        "\u00AD,1",
        "\u1160,0",
        "한,2",
        "✓,1",
        "🚀,2",
        "\uD840\uDC00,2",
        "\uFFFD,1",
    })
    void shouldKnowHowWideCharactersAre(String character, int width) {
        assertThat(CharacterWidth.of(character.codePointAt(0))).isEqualTo(width);
    }

    @Test
    void shouldPasteNothingThatWorksTheTerminal() {
        byte[] pasted = Paste.encode("a\u001B[201~b\nc\r\nd\te\u0003\u009Bf", true);
        assertThat(new String(pasted, StandardCharsets.UTF_8)).isEqualTo("\u001B[200~a[201~b\rc\rd\tef\u001B[201~");
        assertThat(new String(Paste.encode("x\n", false), StandardCharsets.UTF_8))
                .isEqualTo("x\r");
    }

    @Test
    void shouldKeepPlainTextOfThePastInABytePerCharacter() {
        var row = new Row(80);
        for (int x = 0; x < 60; x++) {
            row.set(x, 'a', 0, 0);
        }
        assertThat(new CompactRow(row).bytes()).isLessThan(130);
        var back = new Row(80);
        new CompactRow(row).expand(back);
        assertThat(back.length()).isEqualTo(60);
    }

    @Test
    void shouldBringBackWhatWasMadeCompact() {
        Screen screen = new Screen(10, 2).write("^[[1;31ma^[[44mb中^[[0m e\u0301");
        Row row = screen.terminal.row(0);
        var back = new Row(10);
        new CompactRow(row).expand(back);
        for (int x = 0; x < 10; x++) {
            assertThat(back.code(x)).isEqualTo(row.code(x));
            assertThat(back.foreground(x)).isEqualTo(row.foreground(x));
            assertThat(back.background(x)).isEqualTo(row.background(x));
            assertThat(back.marks(x)).isEqualTo(row.marks(x));
        }
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "#102030, 102030",
        "rgb:f/0/8, ff0088",
        "rgb:ffff/0000/8080, ff0080",
        "rgb:12/34/56, 123456",
        "red, ffffffff",
        "#12, ffffffff",
        "rgb:1/2, ffffffff",
    })
    void shouldReadColoursAsXDoes(String text, String rgb) {
        assertThat(Integer.toHexString(Commands.parse(text))).isEqualTo(rgb);
    }
}
