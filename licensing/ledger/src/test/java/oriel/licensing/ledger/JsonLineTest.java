package oriel.licensing.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Flat JSON: what is written is read again, and nothing else is. */
class JsonLineTest {

    private static final long SEED = 20_260_501;

    @Test
    void shouldReadWhatItWrites() throws MalformedLineException {
        Random random = new Random(SEED);
        for (int round = 0; round < 2000; round++) {
            String text = random.ints(random.nextInt(20), 0, 0x10000)
                    .collect(StringBuilder::new, (out, c) -> out.append((char) c), StringBuilder::append)
                    .toString();
            long number = random.nextLong() >> random.nextInt(64);
            JsonLine line =
                    new JsonLine().put("text", text).put("number", number).put("truth", random.nextBoolean());
            JsonLine read = JsonLine.parse(line.toString());
            assertThat(read.text("text")).as("seed %d, round %d", SEED, round).isEqualTo(text);
            assertThat(read.number("number")).isEqualTo(number);
            assertThat(read).hasToString(line.toString());
            assertThat(line.toString().lines()).hasSize(1);
        }
    }

    @Test
    void shouldRejectEveryTruncation() {
        String line = new JsonLine()
                .put("text", "a\"b\\c\u2028")
                .put("number", -42)
                .put("truth", true)
                .toString();
        for (int i = 0; i < line.length(); i++) {
            String cut = line.substring(0, i);
            assertThatThrownBy(() -> JsonLine.parse(cut)).as(cut).isInstanceOf(MalformedLineException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"a\":{}}",
                "{\"a\":[]}",
                "{\"a\":null}",
                "{\"a\":1.5}",
                "{\"a\":01}",
                "{\"a\":-0}",
                "{\"a\":99999999999999999999}",
                "{\"a\":9999999999999999999}",
                "{\"a\":1,\"a\":1}",
                "{\"a\":1,}",
                "{\"a\":1}x",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12g4\"}",
                "{\"a\":\"\t\"}",
                "{a:1}",
                "{\"a\" 1}"
            })
    void shouldRejectWhatIsNotFlatJson(String text) {
        assertThatThrownBy(() -> JsonLine.parse(text)).isInstanceOf(MalformedLineException.class);
    }

    @Test
    void shouldSayWhichFieldIsWrong() throws MalformedLineException {
        JsonLine line = JsonLine.parse("{\"a\":1,\"b\":\"x\",\"when\":\"+100000-01-01T00:00:00Z\"}");
        assertThatThrownBy(() -> line.text("a")).hasMessageContaining("'a'");
        assertThatThrownBy(() -> line.number("b")).hasMessageContaining("'b'");
        assertThatThrownBy(() -> line.moment("b")).hasMessageContaining("'b'");
        assertThatThrownBy(() -> line.moment("when")).hasMessageContaining("9999");
        assertThatThrownBy(() -> line.truth("missing")).hasMessageContaining("'missing'");
        assertThatThrownBy(() -> line.only(Set.of("a"))).hasMessageContaining("'b'");
    }

    @Test
    void shouldNotReadForEver() {
        assertThatThrownBy(() -> JsonLine.parse("{\"a\":\"" + "x".repeat(JsonLine.LONGEST) + "\"}"))
                .isInstanceOf(MalformedLineException.class);
    }
}
