package oriel.rdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import oriel.contract.desktop.Monitor;
import oriel.contract.desktop.MonitorLayout;
import oriel.contract.desktop.Size;
import oriel.rdp.codec.displaycontrol.DisplayControlPdu;

class RequestedMonitorsTest {

    private static DisplayControlPdu.Monitor primary(int width, int height) {
        return new DisplayControlPdu.Monitor(1, 0, 0, width, height, 0, 0, 0, 0, 0);
    }

    private static DisplayControlPdu.Monitor at(int left, int top, int width, int height) {
        return new DisplayControlPdu.Monitor(0, left, top, width, height, 0, 0, 0, 0, 0);
    }

    private static MonitorLayout layout(DisplayControlPdu.Monitor... monitors) {
        return RequestedMonitors.of(new DisplayControlPdu.MonitorLayout(List.of(monitors)));
    }

    @Test
    void shouldMeasureFromTheCornerOfAllMonitors() {
        MonitorLayout layout = layout(
                new DisplayControlPdu.Monitor(0, -1080, -100, 1080, 1920, 290, 520, 90, 150, 140),
                primary(1920, 1080),
                at(1920, 1080, 800, 600)); // touches with a corner
        assertThat(layout.monitors())
                .containsExactly(
                        new Monitor(0, 0, 1080, 1920, false, 150, 290, 520),
                        new Monitor(1080, 100, 1920, 1080, true, 100, 0, 0),
                        new Monitor(3000, 1180, 800, 600, false, 100, 0, 0));
    }

    @Test
    void shouldTakeTheSmallestAndTheLargest() {
        assertThat(layout(primary(200, 200)).size()).isEqualTo(new Size(200, 200));
        assertThat(layout(primary(8192, 8192)).size()).isEqualTo(new Size(8192, 8192));
        var row = new ArrayList<DisplayControlPdu.Monitor>();
        row.add(primary(512, 768));
        IntStream.range(1, 16).forEach(i -> row.add(at(i * 512, 0, 512, 768)));
        assertThat(RequestedMonitors.of(new DisplayControlPdu.MonitorLayout(row))
                        .size())
                .isEqualTo(new Size(8192, 768));
    }

    /** Scale and glass are to be ignored when they make no sense, the monitor is not. */
    @Test
    void shouldIgnoreScalesAndLengthsThatCannotBe() {
        assertThat(layout(new DisplayControlPdu.Monitor(1, 0, 0, 800, 600, 9, 300, 45, 501, 100)))
                .isEqualTo(MonitorLayout.of(new Size(800, 600)));
        assertThat(layout(new DisplayControlPdu.Monitor(1, 0, 0, 800, 600, 300, 10_001, 45, 150, 150)))
                .isEqualTo(MonitorLayout.of(new Size(800, 600)));
    }

    static List<Arguments> nonsense() {
        return List.of(
                Arguments.of("no monitor", List.of()),
                Arguments.of("a width of 801", List.of(primary(801, 600))),
                Arguments.of("a width of 198", List.of(primary(198, 600))),
                Arguments.of("a width of 8194", List.of(primary(8194, 600))),
                Arguments.of("a width of 4294967294", List.of(primary(-2, 600))),
                Arguments.of("a height of 199", List.of(primary(800, 199))),
                Arguments.of("a height of 8193", List.of(primary(800, 8193))),
                Arguments.of("primary", List.of(at(0, 0, 800, 600))),
                Arguments.of("primary", List.of(primary(800, 600), primary(1024, 768))),
                Arguments.of(
                        "a primary monitor at 1,0",
                        List.of(new DisplayControlPdu.Monitor(1, 1, 0, 800, 600, 0, 0, 0, 0, 0))),
                Arguments.of("overlap", List.of(primary(800, 600), at(799, 0, 800, 600))),
                Arguments.of("overlap", List.of(primary(800, 600), at(0, 0, 800, 600))),
                Arguments.of("apart", List.of(primary(800, 600), at(801, 0, 800, 600))),
                Arguments.of("apart", List.of(primary(800, 600), at(800, 601, 800, 600))),
                Arguments.of("larger", List.of(primary(8192, 600), at(8192, 0, 200, 200))),
                Arguments.of("larger", List.of(primary(800, 600), at(Integer.MIN_VALUE, 0, 200, 200))),
                Arguments.of("larger", List.of(primary(800, 600), at(0, Integer.MAX_VALUE, 200, 200))));
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void shouldRefuseNonsense(String why, List<DisplayControlPdu.Monitor> monitors) {
        assertThatThrownBy(() -> RequestedMonitors.of(new DisplayControlPdu.MonitorLayout(monitors)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }
}
