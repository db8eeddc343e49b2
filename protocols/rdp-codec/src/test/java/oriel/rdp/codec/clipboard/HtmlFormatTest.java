package oriel.rdp.codec.clipboard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class HtmlFormatTest {
    @Test
    void shouldUnwrapWhatItWraps() {
        byte[] html = "<b>größer — 漢字</b>".getBytes(UTF_8);
        byte[] wrapped = HtmlFormat.wrap(html);
        assertThat(HtmlFormat.fragment(wrapped)).isEqualTo(html);
        assertThat(wrapped).endsWith(0).startsWith("Version:0.9\r\nStartHTML:".getBytes(UTF_8));
        assertThat(HtmlFormat.fragment(HtmlFormat.wrap(new byte[0]))).isEmpty();
    }

    /** Offsets count bytes, and programs pad them as they like. */
    @Test
    void shouldReadHeadersOfOtherPrograms() {
        String header =
                "Version:1.0\nStartHTML:%03d\nEndHTML:%03d\nStartFragment:%03d\nEndFragment:%03d\nSourceURL:http://x/\n";
        int start = header.formatted(1, 1, 1, 1).length();
        String all = header.formatted(start, start + 30, start + 5, start + 9) + "<ä><p>text</p></ä>          ";
        assertThat(header.formatted(start, start + 30, start + 5, start + 9)).hasSize(start);
        assertThat(new String(HtmlFormat.fragment(all.getBytes(UTF_8)), UTF_8)).isEqualTo("p>te");
    }

    @Test
    void shouldTakeEverythingWhereTheHeaderIsWrong() {
        assertThat(HtmlFormat.fragment("<p>plain</p>\0".getBytes(UTF_8)))
                .asString()
                .isEqualTo("<p>plain</p>");
        String lies = "StartFragment:99999999999\r\nEndFragment:-4\r\nStartHTML:0000000070\r\n";
        String text = lies + "<i>".indent(0) + "x".repeat(80);
        assertThat(HtmlFormat.fragment(text.getBytes(UTF_8))).asString().isEqualTo(text.substring(70));
        assertThat(HtmlFormat.fragment("StartFragment:5\r\nEndFragment:3\r\n".getBytes(UTF_8)))
                .asString()
                .startsWith("StartFragment");
        assertThat(HtmlFormat.fragment(new byte[0])).isEmpty();
    }

    @Test
    void shouldSurviveChanges() {
        byte[] wrapped = HtmlFormat.wrap("<p>something to be damaged</p>".getBytes(UTF_8));
        var random = new Random(5);
        for (int i = 0; i < 5000; i++) {
            byte[] changed = wrapped.clone();
            for (int n = random.nextInt(4); n >= 0; n--) {
                changed[random.nextInt(120)] =
                        (byte) (random.nextBoolean() ? '0' + random.nextInt(10) : random.nextInt());
            }
            assertThat(HtmlFormat.fragment(changed).length).isLessThan(wrapped.length);
        }
    }
}
