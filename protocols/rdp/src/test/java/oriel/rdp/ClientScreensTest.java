package oriel.rdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oriel.contract.desktop.Monitor;
import oriel.contract.desktop.MonitorLayout;
import oriel.contract.desktop.Size;
import oriel.contract.protocol.ChannelPriority;
import oriel.contract.protocol.Property;
import oriel.contract.protocol.PropertyValue;
import oriel.contract.protocol.ProtocolException;
import oriel.contract.protocol.SessionId;
import oriel.rdp.codec.capability.BitmapCapability;
import oriel.rdp.codec.displaycontrol.DisplayControlPdu;
import oriel.rdp.codec.gcc.ClientMonitorData;
import oriel.rdp.codec.gcc.ClientNetworkData.ChannelDefinition;
import oriel.rdp.codec.gcc.EarlyCapability;
import oriel.rdp.codec.gcc.MonitorDefinition;
import oriel.rdp.codec.mcs.SendDataIndication;
import oriel.rdp.codec.share.DeactivateAll;
import oriel.rdp.codec.share.DemandActive;
import oriel.rdp.codec.share.FontMap;
import oriel.rdp.codec.share.ShareControlPdu;
import oriel.rdp.codec.share.ShareDataPdu;
import oriel.rdp.codec.share.ShutdownDenied;
import oriel.rdp.codec.share.ShutdownRequest;

/** What clients say of their monitors while they are connected, and what becomes of it. */
class ClientScreensTest {

    private static final Size SCREEN = new Size(640, 480);

    @TempDir
    private Path folder;

    private TestListener listener;
    private FakeService service;
    private TestScreen screen;

    @BeforeEach
    void listen() throws IOException, ProtocolException {
        listener = new TestListener(folder);
        service = listener.service();
        screen = new TestScreen(SCREEN);
        service.screen.set(screen);
    }

    @AfterEach
    void stop() throws ProtocolException {
        listener.close();
    }

    private ScriptedClient client() throws IOException {
        var client = listener.client();
        client.channels = List.of(
                DynamicPeer.CHANNELS.getFirst(), new ChannelDefinition("rdpsnd", ChannelDefinition.INITIALIZED));
        return client;
    }

    private MonitorLayout nextLayout() throws InterruptedException {
        MonitorLayout layout = service.layouts.poll(40, TimeUnit.SECONDS);
        if (layout == null) {
            throw new AssertionError("the session has heard of no layout");
        }
        return layout;
    }

    private static MonitorLayout layout(int width, int height) {
        return MonitorLayout.of(new Size(width, height));
    }

    @Test
    void shouldTellTheSessionOfTheClientsMonitors() throws IOException, InterruptedException, ProtocolException {
        try (var client = client().connect()) {
            FakeService.Client seen = service.next();
            seen.sequence.join();
            var peer = new DynamicPeer(client);
            peer.agree(2);
            DynamicChannelsRequest request = open(peer);
            assertThat(request.name()).isEqualTo("Microsoft::Windows::RDS::DisplayControl");
            assertThat(DisplayControlPdu.decode(peer.messageOn(request.id()).reader()))
                    .isEqualTo(new DisplayControlPdu.Capabilities(16, 2048, 2048));
            peer.message(
                    request.id(),
                    new DisplayControlPdu.MonitorLayout(List.of(
                            new DisplayControlPdu.Monitor(0, -800, 0, 800, 600, 300, 200, 0, 150, 100),
                            new DisplayControlPdu.Monitor(1, 0, 0, 1024, 768, 0, 0, 0, 0, 0)))::encode);
            assertThat(nextLayout().monitors())
                    .containsExactly(
                            new Monitor(0, 0, 800, 600, false, 150, 300, 200),
                            new Monitor(800, 0, 1024, 768, true, 100, 0, 0));
            assertThat(seen.connection
                            .queryProperty(Property.ORIEL_MONITOR_LAYOUT, List.of())
                            .orElseThrow())
                    .hasSize(16)
                    .startsWith(
                            new PropertyValue.Unsigned(0),
                            new PropertyValue.Unsigned(0),
                            new PropertyValue.Unsigned(800));
        }
    }

    private record DynamicChannelsRequest(int id, String name) {}

    private static DynamicChannelsRequest open(DynamicPeer peer) throws IOException {
        var request = peer.answerCreate(0);
        return new DynamicChannelsRequest(request.channelId(), request.name());
    }

    /** Someone drags the edge of a window: what comes during a reactivation is told afterwards, and only the last of it. */
    @Test
    void shouldTellTheNewestLayoutOnlyAndNoneDuringAnActivation() throws IOException, InterruptedException {
        try (var client = client().connect()) {
            service.next().sequence.join();
            var peer = new DynamicPeer(client);
            int id = peer.openDisplayControl();
            peer.layout(id, 800, 600);
            assertThat(nextLayout()).isEqualTo(layout(800, 600));
            screen.resize(new Size(800, 600));
            DemandActive demand = nextDemand(client);
            for (int width = 802; width <= 900; width += 2) {
                peer.layout(id, width, 600);
            }
            client.confirm(demand);
            assertThat(service.layouts).isEmpty();
            client.finalization();
            assertThat(nextLayout()).isEqualTo(layout(900, 600));
            screen.resize(new Size(900, 600));
            demand = nextDemand(client);
            client.confirm(demand);
            client.finalization();
            assertThat(client.nextFastPath().remaining()).isPositive();
            assertThat(service.layouts).isEmpty();
        }
    }

    /** A session that cannot follow at once is not told of more layouts than it can use. */
    @Test
    void shouldLetALayoutStandForAMoment() throws IOException, InterruptedException {
        try (var client = client().connect()) {
            service.next().sequence.join();
            var peer = new DynamicPeer(client);
            int id = peer.openDisplayControl();
            for (int width = 800; width <= 2000; width += 2) {
                peer.layout(id, width, 600);
            }
            var told = new ArrayList<MonitorLayout>();
            do {
                told.add(nextLayout());
            } while (!told.getLast().equals(layout(2000, 600)));
            assertThat(told.getFirst()).isEqualTo(layout(800, 600));
            assertThat(told).hasSizeLessThan(100);
        }
    }

    @Test
    void shouldIgnoreLayoutsThatMakeNoSense() throws IOException, InterruptedException {
        try (var client = client().connect()) {
            service.next().sequence.join();
            var peer = new DynamicPeer(client);
            int id = peer.openDisplayControl();
            peer.layout(id, 801, 600);
            peer.layout(id, 0x7FFF_FFFE, 600);
            peer.message(id, new byte[] {2, 0, 0, 0, 8, 0, 0, 0});
            peer.message(id, new byte[] {1});
            peer.message(id, new byte[0]);
            peer.message(id, new byte[2000]);
            peer.layout(id, 640, 480); // as it is
            peer.layout(id, 1000, 600);
            assertThat(nextLayout()).isEqualTo(layout(1000, 600));
            client.share(new ShutdownRequest());
            client.next(ShutdownDenied.class);
        }
    }

    /** The session that a connection moves to hears of it as well. */
    @Test
    void shouldTellTheNextSessionToo() throws IOException, InterruptedException, ProtocolException {
        try (var client = client().connect()) {
            FakeService.Client seen = service.next();
            seen.sequence.join();
            var peer = new DynamicPeer(client);
            peer.layout(peer.openDisplayControl(), 800, 600);
            assertThat(nextLayout()).isEqualTo(layout(800, 600));
            seen.detach();
            seen.attach(new SessionId(UUID.randomUUID(), 77));
            assertThat(nextLayout()).isEqualTo(layout(800, 600));
        }
    }

    @Test
    void shouldNotOfferDisplayControlToClientsThatCannotResize() throws IOException, InterruptedException {
        try (var client = client()) {
            client.resizable = false;
            client.connect();
            FakeService.Client seen = service.next();
            seen.sequence.join();
            var peer = new DynamicPeer(client);
            peer.agree(2);
            var opening = CompletableFuture.runAsync(
                    () -> {
                        try {
                            seen.connection
                                    .createVirtualChannel("echo", false, ChannelPriority.LOW)
                                    .close();
                        } catch (ProtocolException e) {
                            throw new AssertionError(e);
                        }
                    },
                    Thread::startVirtualThread);
            assertThat(peer.answerCreate(0).name()).isEqualTo("echo");
            opening.join();
        }
    }

    /** Stock clients end over a chunk that comes between Deactivate All and Font Map: it must wait. */
    @Test
    void shouldHoldBackChannelsDuringAnActivation() throws IOException, InterruptedException, ProtocolException {
        try (var client = client().connect()) {
            FakeService.Client seen = service.next();
            seen.sequence.join();
            client.nextFastPath();
            int sound = client.channelIds.get(1);
            try (var channel = seen.connection.createVirtualChannel("rdpsnd", true, ChannelPriority.LOW)) {
                screen.resize(new Size(800, 600));
                while (!(ShareControlPdu.decode(client.onIo().reader()) instanceof DeactivateAll)) {
                    // pictures
                }
                var writing = CompletableFuture.runAsync(
                        () -> {
                            try {
                                channel.write(new byte[] {1, 2, 3});
                            } catch (ProtocolException e) {
                                throw new AssertionError(e);
                            }
                        },
                        Thread::startVirtualThread);
                client.confirm(client.demand());
                finalizationWithout(client, sound);
                assertThat(client.on(sound).length()).isEqualTo(8 + 3);
                writing.join();
            }
        }
    }

    private static void finalizationWithout(ScriptedClient client, int channel) throws IOException {
        client.share(new oriel.rdp.codec.share.Synchronize(ChannelIds.SERVER));
        client.share(new oriel.rdp.codec.share.FontList(0, 0, 3, 50));
        while (true) {
            SendDataIndication data = (SendDataIndication) client.nextMcs();
            assertThat(data.channelId()).isNotEqualTo(channel);
            if (data.channelId() == ChannelIds.IO
                    && ShareControlPdu.decode(data.data().reader()) instanceof ShareDataPdu pdu
                    && pdu.data() instanceof FontMap) {
                return;
            }
        }
    }

    private static DemandActive nextDemand(ScriptedClient client) throws IOException {
        while (!(ShareControlPdu.decode(client.onIo().reader()) instanceof DeactivateAll)) {
            // notices
        }
        return client.demand();
    }

    /** The desktop is as large as all monitors together, and the client is told how they lie on it (2.2.12.1). */
    @Test
    void shouldMakeTheDesktopOfAllMonitorsAndSayHowTheyLie() throws IOException, InterruptedException {
        var left = new MonitorDefinition(-640, 100, -1, 579, 0);
        var primary = new MonitorDefinition(0, 0, 799, 599, MonitorDefinition.PRIMARY);
        screen.resize(new Size(1440, 600));
        try (var client = client()) {
            client.earlyCapabilities |= EarlyCapability.SUPPORT_MONITOR_LAYOUT_PDU;
            client.moreBlocks = List.of(new ClientMonitorData(0, List.of(left, primary)));
            client.connectUpToLicensing("TLSv1.3");
            client.license();
            BitmapCapability bitmap =
                    client.capabilities().capability(BitmapCapability.class).orElseThrow();
            assertThat(List.of(bitmap.desktopWidth(), bitmap.desktopHeight())).containsExactly(1440, 600);
            client.finalization();
            assertThat(client.next(oriel.rdp.codec.share.MonitorLayout.class).monitors())
                    .containsExactly(left, primary);
            screen.resize(new Size(1024, 768)); // a session that goes its own way
            client.confirm(nextDemand(client));
            client.finalization();
            assertThat(client.next(oriel.rdp.codec.share.MonitorLayout.class).monitors())
                    .containsExactly(new MonitorDefinition(0, 0, 1023, 767, MonitorDefinition.PRIMARY));
        }
    }
}
