package oriel.desktop.embedded.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import oriel.desktop.embedded.terminal.Selection.Unit;

class SelectionTest {

    private final Screen screen = new Screen(12, 4).write("one two-3 /x\r\nlongerthantwelve\r\n中文 end");
    private final Selection selection = new Selection(screen.terminal);

    private String select(Unit unit, int row, int column, int toRow, int toColumn) {
        selection.begin(row, column, unit);
        selection.extend(toRow, toColumn);
        return selection.text();
    }

    @Test
    void shouldTakeTextBetweenTwoGaps() {
        assertThat(select(Unit.CHARACTER, 0, 4, 0, 7)).isEqualTo("two");
        assertThat(select(Unit.CHARACTER, 0, 7, 0, 4)).isEqualTo("two");
        assertThat(select(Unit.CHARACTER, 0, 10, 1, 4)).isEqualTo("/x\nlong");
    }

    @Test
    void shouldBeNothingBetweenAGapAndItself() {
        select(Unit.CHARACTER, 0, 4, 0, 4);
        assertThat(selection.active()).isFalse();
        assertThat(selection.text()).isEmpty();
    }

    @Test
    void shouldJoinLinesThatWereBrokenForWantOfRoom() {
        assertThat(select(Unit.CHARACTER, 1, 0, 2, 4)).isEqualTo("longerthantwelve");
    }

    @Test
    void shouldGrowToWords() {
        assertThat(select(Unit.WORD, 0, 5, 0, 5)).isEqualTo("two-3");
        assertThat(select(Unit.WORD, 0, 1, 0, 5)).isEqualTo("one two-3");
        assertThat(select(Unit.WORD, 0, 5, 0, 1)).isEqualTo("one two-3");
        assertThat(select(Unit.WORD, 3, 1, 3, 1)).isEqualTo("中文");
    }

    @Test
    void shouldGrowToWholeLinesHoweverTheyAreBroken() {
        assertThat(select(Unit.LINE, 2, 1, 2, 1)).isEqualTo("longerthantwelve\n");
        assertThat(select(Unit.LINE, 0, 1, 0, 1)).isEqualTo("one two-3 /x\n");
    }

    @Test
    void shouldTakeABlock() {
        assertThat(select(Unit.BLOCK, 0, 1, 1, 3)).isEqualTo("ne\non");
        assertThat(select(Unit.BLOCK, 1, 3, 0, 1)).isEqualTo("ne\non");
    }

    @Test
    void shouldStayOnItsTextWhileTheScreenScrolls() {
        select(Unit.CHARACTER, 0, 4, 0, 7);
        screen.write("\r\n1\r\n2\r\n3\r\n4");
        assertThat(selection.text()).isEqualTo("two");
    }

    @Test
    void shouldSurviveTheLossOfItsText() {
        select(Unit.LINE, 0, 0, 3, 4);
        screen.write("^[[3J^[[2J^[[H" + "x\r\n".repeat(20_000));
        assertThat(selection.text()).isNotNull();
    }
}
