package oriel.server.toml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import oriel.server.toml.TomlValue.Sequence;
import oriel.server.toml.TomlValue.Table;

class TomlReaderTest {

    private static TomlValue only(String document) throws TomlException {
        return TomlReader.read(document).values().values().iterator().next();
    }

    private static TomlValue in(TomlValue table, String key) {
        return Objects.requireNonNull(((Table) table).values().get(key));
    }

    private static TomlException failure(String document) {
        return catchThrowableOfType(TomlException.class, () -> TomlReader.read(document));
    }

    @Test
    void shouldRememberTheLineOfEveryValue() throws TomlException {
        Table root = TomlReader.read("# comment\na = 1\n\n[t]\nb = [\n  1,\n  2, # two\n]\nc = true\n");
        assertThat(in(root, "a")).isEqualTo(new TomlValue.Whole(2, 1));
        TomlValue list = in(in(root, "t"), "b");
        assertThat(list.line()).isEqualTo(5);
        assertThat(((Sequence) list).values().get(1)).isEqualTo(new TomlValue.Whole(7, 2));
        assertThat(in(in(root, "t"), "c")).isEqualTo(new TomlValue.Truth(9, true));
    }

    @Test
    void shouldReadStrings() throws TomlException {
        assertThat(text("\"a\\tb\\u00e9\\\"\"")).isEqualTo("a\tbé\"");
        assertThat(text("'C:\\path'")).isEqualTo("C:\\path");
        assertThat(text("\"\"\"\\\n  one\n\"\"\"")).isEqualTo("one\n");
        assertThat(text("\'\'\'\none\'\'\'")).isEqualTo("one");
        assertThat(text("\"\"")).isEmpty();
    }

    private static String text(String toml) throws TomlException {
        return ((TomlValue.Text) only("k = " + toml)).value();
    }

    @ParameterizedTest
    @CsvSource({"0,0", "-17,-17", "+1_000,1000", "0xfF,255", "0o17,15", "0b101,5"})
    void shouldReadWholeNumbers(String toml, long expected) throws TomlException {
        assertThat(only("k = " + toml)).isEqualTo(new TomlValue.Whole(1, expected));
    }

    @Test
    void shouldReadDecimals() throws TomlException {
        assertThat(only("k = -1.5e3")).isEqualTo(new TomlValue.Decimal(1, -1500));
    }

    @Test
    void shouldReadDottedQuotedAndInlineKeys() throws TomlException {
        Table root = TomlReader.read("[a.\"b c\"]\nd.e = { f = 1, g = 'x' }\n");
        TomlValue inline = in(in(in(in(root, "a"), "b c"), "d"), "e");
        assertThat(((Table) inline).values()).containsOnlyKeys("f", "g");
    }

    @Test
    void shouldReadArraysOfTables() throws TomlException {
        Sequence list = (Sequence) only("[[l]]\na = 1\n[[l]]\na = 2\n");
        assertThat(list.values()).hasSize(2).allMatch(Table.class::isInstance);
    }

    @Test
    void shouldReadWindowsLineEnds() throws TomlException {
        assertThat(TomlReader.read("a = 1\r\nb = 2\r\n").values()).containsOnlyKeys("a", "b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a = 1;a = 2|2|there twice",
                "[t];a = 1;[t]|3|there twice",
                "a = \"x|1|not closed",
                "a = |1|value is missing",
                "a = yes|1|needs quotes",
                "a 1|1|expected '='",
                "a = 1 2|1|does not belong",
                "x = 1;[x]|2|x is a number since line 1",
                "a = [1,;2|2|not closed",
                "a = \"\\q\"|1|means nothing",
                "a = 99999999999999999999|1|too large",
                "a = 2026-01-01|1|is no value",
                "= 1|1|name of a key",
                "a = {b = 1};[a];|2|since line 1",
            })
    void shouldSayWhereAndWhatIsWrong(String document, int line, String message) {
        TomlException failure = failure(document.replace(';', '\n'));
        assertThat(failure).hasMessageContaining(message);
        assertThat(failure.line()).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a="})
    void shouldRefuseDeepNesting(String opening) {
        assertThat(failure("a = " + opening.repeat(100_000))).hasMessageContaining("nested deeper");
    }

    /** Every truncation of a valid document is either valid or a clean failure. */
    @Test
    void shouldSurviveEveryTruncationAndRandomBytes() {
        String document = "a = \"\\u00e9\"\n[t.u]\nb = [1, { c = '''x''' }] # end\n[[l]]\nd = 0x1F\n";
        for (int end = 0; end <= document.length(); end++) {
            readOrFailCleanly(document.substring(0, end));
        }
        var random = new Random(25);
        String alphabet = "[]{}=.,\"'\\#\n ab01-_";
        for (int i = 0; i < 5000; i++) {
            var text = new StringBuilder();
            random.ints(random.nextInt(40), 0, alphabet.length()).forEach(c -> text.append(alphabet.charAt(c)));
            readOrFailCleanly(text.toString());
        }
    }

    private static void readOrFailCleanly(String document) {
        try {
            assertThat(TomlReader.read(document)).isNotNull();
        } catch (TomlException e) {
            assertThat(e.line()).isPositive();
        }
    }
}
