package oriel.desktop.embedded.toolkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import oriel.desktop.embedded.font.Face;

/** Shaped lines and the line that is edited. */
class TextTest {

    @Test
    void shouldFindTheGapNearestToAPlace() {
        Text text = Text.of(Face.REGULAR, 15, "wide iii");

        for (int i = 0; i <= 8; i++) {
            assertThat(text.indexAt(text.edge(i))).isEqualTo(i);
        }
        assertThat(text.indexAt(-50)).isZero();
        assertThat(text.indexAt(5000)).isEqualTo(8);
    }

    @Test
    void shouldMixTypefacesWhereOneLacksACharacter() {
        Text text = Text.of(Face.REGULAR, 15, "a⌘b");

        assertThat(text.edge(1)).isPositive();
        assertThat(text.edge(2)).isGreaterThan(text.edge(1));
        assertThat(text.width()).isGreaterThan(text.edge(2));
    }

    @Test
    void shouldCutWhatIsTooWideWithAnEllipsis() {
        Text cut = Text.fitting(Face.REGULAR, 15, "a title that goes on and on", 100);

        assertThat(cut.width()).isBetween(60, 100);
    }

    @Test
    void shouldBreakLinesAtSpacesAndLongWordsAnywhere() {
        List<String> lines = Text.wrap(Face.REGULAR, 15, "some words here\n\n" + "x".repeat(60) + " end", 120);

        assertThat(lines).contains("");
        assertThat(lines)
                .allSatisfy(line ->
                        assertThat(Text.of(Face.REGULAR, 15, line).width()).isLessThanOrEqualTo(120));
        assertThat(String.join("", lines).replace(" ", "")).isEqualTo("somewordshere" + "x".repeat(60) + "end");
    }

    @Test
    void shouldEndEvenWithoutAnyRoom() {
        assertThat(Text.wrap(Face.REGULAR, 15, "ab", 0)).containsExactly("a", "b");
        assertThat(Text.fitting(Face.REGULAR, 15, "ab", 0).width()).isPositive();
    }

    @Test
    void shouldEditWholeCharactersOnly() {
        EditBuffer buffer = new EditBuffer(8);
        buffer.insert("a😀b");
        buffer.moveTo(3, false);
        buffer.deleteTo(buffer.left());

        assertThat(new String(buffer.copy())).isEqualTo("ab");
    }

    @Test
    void shouldLeaveOutControlCharactersAndWhatDoesNotFit() {
        EditBuffer buffer = new EditBuffer(4);
        buffer.insert("a\n\tb\u0007");
        buffer.insert("cd😀e");

        assertThat(new String(buffer.copy())).isEqualTo("abcd");
    }

    @Test
    void shouldReplaceTheSelection() {
        EditBuffer buffer = new EditBuffer(20);
        buffer.insert("one two three");
        buffer.selectWord(5);
        assertThat(buffer.selection()).isEqualTo("two");
        buffer.insert("2");

        assertThat(new String(buffer.copy())).isEqualTo("one 2 three");
    }

    @Test
    void shouldKeepNothingAfterClear() {
        EditBuffer buffer = new EditBuffer(20);
        buffer.insert("secret");
        buffer.clear();

        assertThat(buffer.length()).isZero();
        buffer.moveTo(6, false);
        assertThat(buffer.caret()).isZero();
    }
}
