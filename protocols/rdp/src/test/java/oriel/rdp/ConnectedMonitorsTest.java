package oriel.rdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import oriel.contract.desktop.Monitor;
import oriel.contract.desktop.MonitorLayout;
import oriel.contract.desktop.Size;
import oriel.rdp.codec.gcc.ClientBlock;
import oriel.rdp.codec.gcc.ClientCoreData;
import oriel.rdp.codec.gcc.ClientCoreOptions;
import oriel.rdp.codec.gcc.ClientMonitorData;
import oriel.rdp.codec.gcc.ClientMonitorExtendedData;
import oriel.rdp.codec.gcc.ClientMonitorExtendedData.MonitorAttributes;
import oriel.rdp.codec.gcc.ConferenceCreateRequest;
import oriel.rdp.codec.gcc.MonitorDefinition;

class ConnectedMonitorsTest {

    private static final MonitorDefinition PRIMARY = new MonitorDefinition(0, 0, 1279, 1023, MonitorDefinition.PRIMARY);

    private static ConferenceCreateRequest conference(int width, int height, int[] scaleAndGlass, ClientBlock... more) {
        var options = new ClientCoreOptions(
                ClientCoreOptions.ALL,
                0,
                1,
                0,
                24,
                0xF,
                0,
                "",
                0,
                1,
                scaleAndGlass[2],
                scaleAndGlass[3],
                0,
                scaleAndGlass[0],
                scaleAndGlass[1]);
        var blocks = new ArrayList<ClientBlock>();
        blocks.add(new ClientCoreData(0x0008_0004, width, height, 0, 0xAA03, 0x0409, 2600, "c", 4, 0, 12, "", options));
        blocks.addAll(List.of(more));
        return new ConferenceCreateRequest(blocks);
    }

    private static MonitorLayout layout(ClientBlock... more) {
        return ConnectedMonitors.of(conference(1024, 768, new int[] {0, 0, 0, 0}, more));
    }

    private static ClientMonitorData monitors(MonitorDefinition... monitors) {
        return new ClientMonitorData(0, List.of(monitors));
    }

    @Test
    void shouldTakeTheCoreDataForOneMonitor() {
        assertThat(ConnectedMonitors.of(conference(1024, 768, new int[] {150, 140, 340, 190})))
                .isEqualTo(new MonitorLayout(List.of(new Monitor(0, 0, 1024, 768, true, 150, 340, 190))));
        assertThat(ConnectedMonitors.of(conference(1, 65535, new int[] {150, 141, 9, 190})))
                .isEqualTo(MonitorLayout.of(new Size(200, 8192)));
    }

    /** The primary monitor is the origin of the client's coordinates, wherever it lies among the others (2.2.1.3.6.1). */
    @Test
    void shouldMeasureFromTheCornerOfAllMonitors() {
        MonitorLayout layout = layout(
                monitors(new MonitorDefinition(-800, 100, -1, 699, 0), PRIMARY),
                new ClientMonitorExtendedData(
                        0,
                        List.of(
                                new MonitorAttributes(300, 200, 90, 200, 180),
                                new MonitorAttributes(9, 200, 0, 501, 100))));
        assertThat(layout.monitors())
                .containsExactly(
                        new Monitor(0, 100, 800, 600, false, 200, 300, 200),
                        new Monitor(800, 0, 1280, 1024, true, 100, 0, 0));
        assertThat(layout.size()).isEqualTo(new Size(2080, 1024));
    }

    @Test
    void shouldFindThePrimaryMonitorOfClientsThatNameNoneOrSeveral() {
        var left = new MonitorDefinition(-800, 0, -1, 599, 0);
        assertThat(layout(monitors(left, new MonitorDefinition(0, 0, 799, 599, 0)))
                        .primary()
                        .x())
                .isEqualTo(800);
        assertThat(layout(monitors(left, new MonitorDefinition(100, 0, 799, 599, 0)))
                        .primary()
                        .x())
                .isZero();
        assertThat(layout(monitors(PRIMARY, new MonitorDefinition(1280, 0, 1379, 599, 1)))
                        .primary()
                        .x())
                .isZero();
    }

    static List<ClientMonitorData> unservable() {
        return List.of(
                monitors(),
                monitors(new MonitorDefinition(0, 0, -1, 599, 1)),
                monitors(new MonitorDefinition(0, 10, 799, 5, 1)),
                monitors(PRIMARY, new MonitorDefinition(7000, 0, 8200, 599, 0)),
                monitors(new MonitorDefinition(0, 0, 100, 599, 1)),
                monitors(new MonitorDefinition(Integer.MIN_VALUE, 0, Integer.MAX_VALUE, 599, 1)),
                monitors(PRIMARY, new MonitorDefinition(Integer.MAX_VALUE, 0, Integer.MIN_VALUE, 599, 0)));
    }

    @ParameterizedTest
    @MethodSource("unservable")
    void shouldFallBackToTheCoreData(ClientMonitorData data) {
        assertThat(layout(data)).isEqualTo(MonitorLayout.of(new Size(1024, 768)));
    }
}
