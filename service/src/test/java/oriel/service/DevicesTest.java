package oriel.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import oriel.contract.desktop.ClipboardContent;
import oriel.contract.desktop.ClipboardFormat;
import oriel.contract.desktop.KeyboardLocks;
import oriel.contract.desktop.Monitor;
import oriel.contract.desktop.MonitorLayout;
import oriel.contract.desktop.Size;
import oriel.contract.protocol.Property;
import oriel.contract.protocol.PropertyValue;
import oriel.contract.protocol.ProtocolException;
import oriel.kit.ConnectionScript;
import oriel.kit.ScriptedConnection;
import oriel.kit.ScriptedEndpoint;

/** Clipboard, sound, monitors and lamps between a client and a session. */
class DevicesTest {

    private static final String TEXT = "copied";

    private static ConnectionScript ann() {
        return House.user("ann").optionalInterfaces();
    }

    private static Policy policy(Sharing sharing) {
        Policy usual = Policy.DEFAULT;
        return new Policy(
                usual.machine(),
                usual.singleSessionPerUser(),
                usual.alwaysPromptForPassword(),
                usual.clientInitialProgram(),
                Optional.empty(),
                sharing);
    }

    /** The clipboard it has handed out. */
    private static ScriptedEndpoint.Clipboard clipboard(ScriptedConnection client) throws InterruptedException {
        client.awaitCall("GetSoundHandle", House.PATIENCE); // which comes after it
        return client.clipboards().getFirst();
    }

    /** Says how long a content it was asked for may be. */
    private static final class Copied implements ClipboardContent {

        @Override
        public Set<ClipboardFormat> formats() {
            return Set.of(ClipboardFormat.TEXT);
        }

        @Override
        public byte[] read(ClipboardFormat format, int limit) throws IOException {
            byte[] text = TEXT.getBytes(StandardCharsets.UTF_8);
            if (text.length > limit) {
                throw new IOException("longer than " + limit + " bytes");
            }
            return text;
        }
    }

    @Test
    void shouldShareTheClipboardBothWays() throws Exception {
        try (var house = House.open()) {
            ScriptedConnection client = house.logOn(ann());
            FakeDesktop desktop = House.next(house.desktops.started);
            var endpoint = clipboard(client);
            endpoint.awaitOpen(House.PATIENCE).offer(new Copied());
            assertThat(House.next(desktop.clipboard.offered).read(ClipboardFormat.TEXT, 100))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo(TEXT);
            House.await(() -> desktop.clipboard.watcher != null);
            House.await(() -> desktop.clipboard.watcher != null);
            desktop.clipboard.copy(new Copied());
            assertThat(House.next(endpoint.offered()).formats()).containsExactly(ClipboardFormat.TEXT);
        }
    }

    @Test
    void shouldPasteNothingThatIsLongerThanPolicyAllows() throws Exception {
        try (var house = House.open(with -> with.policy(policy(new Sharing(true, true, 3, true))))) {
            ScriptedConnection client = house.logOn(ann());
            FakeDesktop desktop = House.next(house.desktops.started);
            clipboard(client).awaitOpen(House.PATIENCE).offer(new Copied());
            ClipboardContent offered = House.next(desktop.clipboard.offered);
            assertThatThrownBy(() -> offered.read(ClipboardFormat.TEXT, 100)).hasMessage("longer than 3 bytes");
        }
    }

    @Test
    void shouldShareInTheDirectionsOfPolicyOnly() throws Exception {
        try (var house = House.open(with -> with.policy(policy(new Sharing(true, false, 100, false))))) {
            ScriptedConnection client = house.logOn(ann());
            FakeDesktop desktop = House.next(house.desktops.started);
            House.await(() -> desktop.clipboard.watcher != null);
            assertThat(client.clipboards().getFirst().end()).isEmpty();
            assertThat(House.sequence(client)).doesNotContain("GetSoundHandle");
        }
    }

    @Test
    void shouldPasteNothingOutOfALockedSession() throws Exception {
        try (var house = House.open()) {
            ScriptedConnection client = house.logOn(ann());
            FakeDesktop desktop = House.next(house.desktops.started);
            var endpoint = clipboard(client);
            endpoint.awaitOpen(House.PATIENCE);
            House.await(() -> desktop.clipboard.watcher != null);
            desktop.clipboard.copy(new Copied());
            ClipboardContent offered = House.next(endpoint.offered());
            desktop.request.host().lock();
            assertThatThrownBy(() -> offered.read(ClipboardFormat.TEXT, 100)).hasMessage("the session is locked");
        }
    }

    @Test
    void shouldEndSharingWithTheAttachment() throws Exception {
        try (var house = House.open()) {
            ScriptedConnection client = house.logOn(ann());
            FakeDesktop desktop = House.next(house.desktops.started);
            var endpoint = clipboard(client);
            endpoint.awaitOpen(House.PATIENCE);
            House.next(desktop.listeners);
            client.breakConnection();
            house.ended(client);
            desktop.silenced.await();
            assertThat(desktop.clipboard.watcher).isNull();
            assertThat(endpoint.isClosed()).isTrue();
            assertThat(client.sounds().getFirst().isClosed()).isTrue();
        }
    }

    @Test
    void shouldHandTheSoundOfTheDesktopToTheClient() throws Exception {
        try (var house = House.open()) {
            ScriptedConnection client = house.logOn(ann());
            FakeDesktop desktop = House.next(house.desktops.started);
            House.next(desktop.listeners).play(new byte[] {0, 1, 2, 3}, 0, 4);
            assertThat(House.next(client.sounds().getFirst().played())).containsExactly(0, 1, 2, 3);
        }
    }

    @Test
    void shouldStartTheDesktopOnTheMonitorsOfTheClient() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            house.logOn(House.user("ann")
                    .property(
                            Property.ORIEL_MONITOR_LAYOUT,
                            numbers(-640, 0, 640, 480, 0, 100, 0, 0, 0, 0, 800, 600, 1, 150, 300, 200)));
            assertThat(House.next(house.desktops.started).request.view().layout())
                    .isEqualTo(new MonitorLayout(List.of(
                            new Monitor(0, 0, 640, 480, false, 100, 0, 0),
                            new Monitor(640, 0, 800, 600, true, 150, 300, 200))));
        }
    }

    @Test
    void shouldTakeTheSizeOfTheClientWhereItsMonitorsMakeNoSense() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            house.logOn(
                    House.user("ann").property(Property.ORIEL_MONITOR_LAYOUT, numbers(0, 0, -5, 480, 1, 100, 0, 0)));
            assertThat(House.next(house.desktops.started)
                            .request
                            .view()
                            .layout()
                            .monitors())
                    .hasSize(1);
        }
    }

    private static PropertyValue[] numbers(int... numbers) {
        return Arrays.stream(numbers)
                .mapToObj(number -> new PropertyValue.Unsigned(Integer.toUnsignedLong(number)))
                .toArray(PropertyValue[]::new);
    }

    @Test
    void shouldFollowTheClientsMonitors() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            ScriptedConnection client = house.logOn("ann");
            FakeDesktop desktop = House.next(house.desktops.started);
            var video = client.videos().getLast();
            video.awaitOpen(House.PATIENCE);
            desktop.adapted.clear();
            video.layout(MonitorLayout.of(new Size(1234, 567)));
            assertThat(House.next(desktop.adapted).size()).isEqualTo(new Size(1234, 567));
            assertThat(house.session(client).size()).isEqualTo(new Size(1234, 567));
        }
    }

    @Test
    void shouldShowTheLocksOfTheDesktopAtTheClient() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            ScriptedConnection client = house.logOn("ann");
            FakeDesktop desktop = House.next(house.desktops.started);
            client.keyboards().getLast().awaitOpen(House.PATIENCE);
            var locks = new KeyboardLocks(false, true, true, false);
            desktop.request.host().locksChanged(locks);
            assertThat(House.next(client.keyboards().getLast().shown())).isEqualTo(locks);
        }
    }
}
