package oriel.desktop.embedded.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {

    private static final String RULED = "AAAAAAAA\r\nBBBBBBBB\r\nCCCCCCCC\r\nDDDDDDDD";

    /** Input on a screen of 8 × 4 cells => what it shows, rows separated by bars => where the cursor is. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '\0',
            nullValues = "",
            emptyValue = "",
            value = {
                // text, wrapping
                "abc => abc => 0,3",
                "abcdefgh => abcdefgh => 0,7",
                "abcdefghi => abcdefgh|i => 1,1",
                "abcdefgh\\r\\nX => abcdefgh|X => 1,1",
                "abcdefgh\\bX => abcdefgX => 0,7",
                "^[[?7labcdefghij => abcdefgj => 0,7",
                "a\\tb => a      b => 0,7",
                "^[[3g^[[1;5H^[H\\ra\\tb => a   b => 0,5",
                "abc^[[2Zx => xbc => 0,1",
                "a\\nb => a| b => 1,2",
                "^[[20ha\\nb => a|b => 1,1",
                // cursor movement
                "^[[2;3Hx => |  x => 1,3",
                "^[[99;99Hx => |||       x => 3,7",
                "^[[2;3H^[[Ax => ␣␣x => 0,3",
                "^[[2;3H^[[9Bx => |||  x => 3,3",
                "^[[2;3H^[[2Cx => |    x => 1,5",
                "^[[2;3H^[[9Dx => |x => 1,1",
                "^[[2;3H^[[Ex => ||x => 2,1",
                "^[[2;3H^[[Fx => x => 0,1",
                "^[[5Gx => ␣␣␣␣x => 0,5",
                "^[[3dx => ||x => 2,1",
                "abc^[7^[[4;4H^[8x => abcx => 0,4",
                "abc^[[s^[[4;4H^[[ux => abcx => 0,4",
                "^[[0;0Hx => x => 0,1",
                "^[[;3Hx => ␣␣x => 0,3",
                // erasing
                "abcdef^[[1;3H^[[K => ab => 0,2",
                "abcdef^[[1;3H^[[1K => ␣␣␣def => 0,2",
                "abcdef^[[1;3H^[[2K => => 0,2",
                "abcdef^[[1;3H^[[2X => ab  ef => 0,2",
                "abcdef^[[1;3H^[[2P => abef => 0,2",
                "abcdef^[[1;3H^[[2@ => ab  cdef => 0,2",
                "abcdefgh^[[1;3H^[[4@X => abX   cd => 0,3",
                "abc^[[1;2H^[[4hXY => aXYbc => 0,3",
                "abc^[[4hX^[[4lY => abcXY => 0,5",
                "ab^[[2b => abbb => 0,4",
                // character sets
                "^[(0lqk^[(B => ┌─┐ => 0,3",
                "^[)0\\16x\\17x => │x => 0,2",
                "^[*0^[Nqq => ─q => 0,2",
                "^[(A# => £ => 0,1",
                // controls inside sequences
                "a^[[1\\rCb => ab => 0,2",
                "a^[[3\\30Cb => aCb => 0,3",
                "a^[[3;^[[Cb => a b => 0,3",
                "a^[]0;title\\7b => ab => 0,2",
                "a^[]0;title^[\\\\b => ab => 0,2",
                "a^[]52;c;?\\7b => ab => 0,2",
                "a^[]8;;http://x^[\\\\b^[]8;;^[\\\\c => abc => 0,3",
                "a^[_secret^[\\\\b => ab => 0,2",
                "a^[Pq#0;1~^[\\\\b => ab => 0,2",
                "a^[[1$2xb => ab => 0,2",
                "a^[[?1;2;>xb => ab => 0,2",
                "a\\2332Cb => a  b => 0,4",
            })
    void shouldShow(String input, String screen, String cursor) {
        var shown = new Screen(8, 4).write(input.translateEscapes());
        assertThat(shown.text()).isEqualTo(screen == null ? "" : screen.replace('␣', ' '));
        assertThat(shown.cursor()).isEqualTo(cursor);
    }

    /** Input on a screen of 8 × 4 cells full of letters => what it shows. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '\0',
            value = {
                "^[[2;1H^[[L => AAAAAAAA||BBBBBBBB|CCCCCCCC",
                "^[[2;1H^[[M => AAAAAAAA|CCCCCCCC|DDDDDDDD",
                "^[[2;1H^[[9M => AAAAAAAA",
                "^[[2;3r^[[2;1H^[[L => AAAAAAAA||BBBBBBBB|DDDDDDDD",
                "^[[2;3r^[[1;1H^[[L => AAAAAAAA|BBBBBBBB|CCCCCCCC|DDDDDDDD",
                "^[[2;3r^[[2;1H^[[M => AAAAAAAA|CCCCCCCC||DDDDDDDD",
                "^[[2;3r^[[3;1H\\n => AAAAAAAA|CCCCCCCC||DDDDDDDD",
                "^[[2;3r^[[2;1H^[M => AAAAAAAA||BBBBBBBB|DDDDDDDD",
                "^[[1;1H^[M => |AAAAAAAA|BBBBBBBB|CCCCCCCC",
                "^[[S => BBBBBBBB|CCCCCCCC|DDDDDDDD",
                "^[[2T => ||AAAAAAAA|BBBBBBBB",
                "^[[2;3r^[[S => AAAAAAAA|CCCCCCCC||DDDDDDDD",
                "^[[2;3r^[[?6h^[[1;1HX => AAAAAAAA|XBBBBBBB|CCCCCCCC|DDDDDDDD",
                "^[[2;3r^[[?6h^[[9;1HX => AAAAAAAA|BBBBBBBB|XCCCCCCC|DDDDDDDD",
                "^[[2;3r^[[4;1H\\nX => AAAAAAAA|BBBBBBBB|CCCCCCCC|XDDDDDDD",
                "^[[3;1H^[[J => AAAAAAAA|BBBBBBBB",
                "^[[2;3H^[[1J => |   BBBBB|CCCCCCCC|DDDDDDDD",
                "^[[2J^[[HX => X",
                "^[#8^[[2;2H^[[K => EEEEEEEE|E|EEEEEEEE|EEEEEEEE",
                "^[cX => X",
                "^[[2;3r^[[!p^[[4;1H\\nX => BBBBBBBB|CCCCCCCC|DDDDDDDD|X",
                "^[[?1049hX => |||X",
                "^[[?1049hX^[[?1049l => AAAAAAAA|BBBBBBBB|CCCCCCCC|DDDDDDDD",
                "^[[?47hX^[[?47l => AAAAAAAA|BBBBBBBB|CCCCCCCC|DDDDDDDD",
                "^[[1;2H^[[1\"qP^[[0\"q^[[?2J => AP",
            })
    void shouldChangeAFullScreen(String input, String screen) {
        var shown = new Screen(8, 4).write(RULED);
        if (input.contains("?2J")) {
            shown.write("^[[2J^[[HA"); // selective erase: only what was written since is protected or not
            assertThat(shown.write(input.translateEscapes()).text()).isEqualTo(" P");
            return;
        }
        assertThat(shown.write(input.translateEscapes()).text()).isEqualTo(screen.replace('␣', ' '));
    }

    @Test
    void shouldComeBackFromTheAlternateScreenToTheSamePlace() {
        var screen = new Screen(8, 4).write("ab^[[?1049h^[[3;3Hx^[[?1049l");
        assertThat(screen.cursor()).isEqualTo("0,2");
        assertThat(screen.write("^[[?1049h").text()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '\0',
            value = {
                "^[[c => ^[[?62;6;9;22c",
                "^[[0c => ^[[?62;6;9;22c",
                "^[Z => ^[[?62;6;9;22c",
                "^[[>c => ^[[>41;330;0c",
                "^[[=c => ^[P!|00000000^[\\",
                "^[[>q => ^[P>|Oriel(1)^[\\",
                "^[[5n => ^[[0n",
                "^[[3;5H^[[6n => ^[[3;5R",
                "^[[2;4r^[[?6h^[[2;2H^[[6n => ^[[2;2R",
                "^[[?6n => ^[[?1;1;1R",
                "^[[18t => ^[[8;4;8t",
                "^[[?2026$p => ^[[?2026;2$y",
                "^[[?2004h^[[?2004$p => ^[[?2004;1$y",
                "^[[?69$p => ^[[?69;0$y",
                "^[[4$p => ^[[4;2$y",
                "^[[4h^[[4$p => ^[[4;1$y",
                "^[P$qm^[\\ => ^[P1$r0m^[\\",
                "^[[1;3;4:3;31;48;2;1;2;3m^[P$qm^[\\ => ^[P1$r0;1;3;4:3;31;48:2::1:2:3m^[\\",
                "^[[95;38;5;200m^[P$qm^[\\ => ^[P1$r0;38:5:200m^[\\",
                "^[[2;3r^[P$qr^[\\ => ^[P1$r2;3r^[\\",
                "^[[4 q^[P$q q^[\\ => ^[P1$r4 q^[\\",
                "^[P$qx^[\\ => ^[P0$r^[\\",
                "^[P+q544e^[\\ => ^[P0+r^[\\",
                "^[]11;?^[\\ => ^[]11;rgb:0f0f/1a1a/2121^[\\",
                "^[]4;196;?\\u0007 => ^[]4;196;rgb:ffff/0000/0000^[\\",
                "^[]4;1;rgb:12/34/56;1;?\\u0007 => ^[]4;1;rgb:1212/3434/5656^[\\",
                "^[]10;#102030^[\\^[]10;?^[\\ => ^[]10;rgb:1010/2020/3030^[\\",
            })
    void shouldAnswer(String question, String answer) {
        String asked = question.replace("\\u0007", "\u0007");
        assertThat(new Screen(8, 4).write(asked).takeReplies()).isEqualTo(answer);
    }

    @Test
    void shouldSayNothingToQuestionsItRefuses() {
        var screen = new Screen(8, 4).write("^[]52;c;?\u0007^[[21t^[[?u^[]4;999;?\u0007^[[>4;2m^[[14t");
        assertThat(screen.takeReplies()).isEmpty();
    }

    @Test
    void shouldNameItsWindowWithoutControls() {
        var screen = new Screen(8, 4)
                .write("^[]0;one\u0007^[]2;t\u202Ewo ^[\\^[]1;icon\u0007^[]2;" + "x".repeat(900) + "\u0007");
        assertThat(screen.titles).containsExactly("one", "two ", "x".repeat(256));
    }

    @Test
    void shouldRingTheBell() {
        assertThat(new Screen(8, 4).write("a\u0007b").bells).isEqualTo(1);
    }

    @Test
    void shouldKeepWhatLeavesAtTheTop() {
        var screen = new Screen(8, 4).write("1\r\n2\r\n3\r\n4\r\n5\r\n6");
        assertThat(screen.past()).isEqualTo("1|2");
        assertThat(screen.write("^[[3J").past()).isEmpty();
        assertThat(screen.text()).isEqualTo("3|4|5|6");
    }

    @Test
    void shouldNotKeepWhatLeavesTheAlternateScreenOrAScrollRegion() {
        var screen = new Screen(8, 4).write("^[[?1049h1\r\n2\r\n3\r\n4\r\n5^[[?1049l^[[2;4r^[[4;1H\n\n\n");
        assertThat(screen.past()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "31, 1000001, 0",
        "97, 100000f, 0",
        "48;5;200, 0, 10000c8",
        "38;2;1;2;3, 2010203, 0",
        "38:2::1:2:3, 2010203, 0",
        "38:2:1:2:3, 2010203, 0",
        "38:5:9, 1000009, 0",
        "48:5:9, 0, 1000009",
        "1, 4000000, 0",
        "2, 8000000, 0",
        "3, 10000000, 0",
        "5, 20000000, 0",
        "7, 40000000, 0",
        "8, 80000000, 0",
        "9, 0, 4000000",
        "4, 0, 10000000",
        "4:3, 0, 30000000",
        "4:0, 0, 0",
        "21, 0, 20000000",
        "53, 0, 8000000",
        "1;22, 0, 0",
        "31;39, 0, 0",
        "4;24, 0, 0",
        "1;31;44;0, 0, 0",
        "31;;1, 4000000, 0",
        "58;5;3;1, 4000000, 0",
        "58:2::1:2:3;1, 4000000, 0",
        "38;5;999;1, 4000000, 0",
        "38;2;300;0;0;31, 1000001, 0",
        "38, 0, 0",
        "38;5, 1000000, 0",
        "'', 0, 0",
    })
    void shouldSelectTheRendition(String parameters, String foreground, String background) {
        Row row = new Screen(8, 4).write("^[[" + parameters + "mx").terminal.row(0);
        assertThat(Integer.toHexString(row.foreground(0))).isEqualTo(foreground);
        assertThat(Integer.toHexString(row.background(0))).isEqualTo(background);
    }

    @Test
    void shouldEraseWithThePresentBackground() {
        Row row = new Screen(8, 4).write("^[[44;9mab^[[K").terminal.row(0);
        assertThat(row.background(5)).isEqualTo(Cell.INDEXED | 4);
        assertThat(row.codePoint(5)).isZero();
    }

    @Test
    void shouldDesignateAndRepeatGraphicCharacters() {
        assertThat(new Screen(8, 4).write("^[(0q^[[3b").text()).isEqualTo("────");
    }

    @Test
    void shouldGiveWideCharactersTwoCells() {
        var screen = new Screen(8, 4).write("中a😀");
        assertThat(screen.cursor()).isEqualTo("0,5");
        assertThat(screen.text()).isEqualTo("中a😀");
        assertThat(screen.terminal.row(0).code(0) & Cell.WIDE).isNotZero();
        assertThat(screen.terminal.row(0).code(1) & Cell.TAIL).isNotZero();
    }

    @Test
    void shouldMoveAWideCharacterThatDoesNotFitToTheNextLine() {
        var screen = new Screen(5, 3).write("abcd中");
        assertThat(screen.text()).isEqualTo("abcd|中");
        assertThat(screen.terminal.row(0).wrapped()).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '\0',
            value = {
                "中文^[[1;2Hx => ␣x文",
                "中文^[[1;1Hx => x 文",
                "中文^[[1;2H^[[K => ",
                "中文^[[1;2H^[[P => ␣文",
                "中文^[[1;2H^[[@ => ␣␣␣文",
                "中文^[[1;3H^[[1X => 中",
                "abcdef中^[[1;1H^[[@ => ␣abcdef",
                "中文^[[1;2H文 => ␣文",
            })
    void shouldNeverLeaveHalfACharacter(String input, String line) {
        assertThat(new Screen(8, 4).write(input).line(0)).isEqualTo(line == null ? "" : line.replace('␣', ' '));
    }

    @Test
    void shouldJoinCombiningMarksToTheCharacterBefore() {
        var screen = new Screen(8, 4).write("e\u0301x中\u0301");
        assertThat(screen.text()).isEqualTo("e\u0301x中\u0301");
        assertThat(screen.cursor()).isEqualTo("0,4");
        screen.write("\r\nabcdefgh\u0301");
        assertThat(screen.line(1)).isEqualTo("abcdefgh\u0301");
        screen.write("\r\n\u0301y" + "\u0301".repeat(5000));
        assertThat(screen.line(2)).isEqualTo("y" + "\u0301".repeat(Row.MOST_MARKS));
    }

    @Test
    void shouldKeepMarksWithTheirCharacterWhenItMoves() {
        var screen = new Screen(8, 4).write("ae\u0301b^[[1;1H^[[@");
        assertThat(screen.line(0)).isEqualTo(" ae\u0301b");
        screen.write("^[[4;1H\n");
        assertThat(screen.past()).isEqualTo(" ae\u0301b");
    }

    @Test
    void shouldShowOneReplacementForEachBrokenPartOfUtf8() {
        var screen = new Screen(20, 2);
        byte[] bytes = {'a', (byte) 0xC3, 'b', (byte) 0xFF, (byte) 0xE2, (byte) 0x82, 'c', (byte) 0xC0, (byte) 0xAF};
        screen.terminal.write(bytes, 0, bytes.length);
        assertThat(screen.text()).isEqualTo("a\uFFFDb\uFFFD\uFFFDc\uFFFD\uFFFD");
    }

    @Test
    void shouldReadUtf8InPieces() {
        var screen = new Screen(20, 2);
        for (byte octet : "é€😀".getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
            screen.terminal.write(new byte[] {octet}, 0, 1);
        }
        assertThat(screen.text()).isEqualTo("é€😀");
    }

    @Test
    void shouldNotLetABrokenCharacterSwallowASequence() {
        var screen = new Screen(20, 2);
        byte[] bytes = {(byte) 0xE2, 0x1B, '[', '2', 'C', 'x'};
        screen.terminal.write(bytes, 0, bytes.length);
        assertThat(screen.text()).isEqualTo("\uFFFD  x");
    }

    @Test
    void shouldNoteWhatHasChanged() {
        var screen = new Screen(8, 4);
        screen.terminal.shown();
        screen.write("^[[2;3Hx");
        Grid grid = screen.terminal.grid();
        assertThat(grid.changedFrom(0)).isEqualTo(grid.changedTo(0));
        assertThat(grid.changedFrom(1)).isBetween(1, 2);
        assertThat(grid.changedTo(1)).isBetween(3, 4);
    }

    @Test
    void shouldSaveAndRestoreModes() {
        var screen = new Screen(8, 4).write("^[[?2004h^[[?2004s^[[?2004l^[[?2004r^[[?2004$p");
        assertThat(screen.takeReplies()).isEqualTo("^[[?2004;1$y");
    }
}
