package oriel.rdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oriel.contract.desktop.ClipboardContent;
import oriel.contract.desktop.ClipboardFormat;
import oriel.contract.protocol.ProtocolConnectionDevices;
import oriel.contract.protocol.ProtocolException;
import oriel.contract.protocol.SettingType;
import oriel.contract.protocol.Settings;
import oriel.rdp.clipboard.Sizes;
import oriel.rdp.codec.channel.ChannelPduHeader;
import oriel.rdp.codec.channel.Chunks;
import oriel.rdp.codec.channel.Reassembly;
import oriel.rdp.codec.clipboard.ClipboardCapabilities;
import oriel.rdp.codec.clipboard.ClipboardPdu;
import oriel.rdp.codec.clipboard.FormatList;
import oriel.rdp.codec.gcc.ClientNetworkData.ChannelDefinition;
import oriel.rdp.codec.input.FastPathInput;
import oriel.rdp.codec.input.InputEvent;
import oriel.rdp.codec.sound.ServerSound;
import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/** Clipboard and sound over a real connection; what they say is in the tests of their packages. */
class DevicesTest {

    @TempDir
    private Path folder;

    private TestListener listener;
    private FakeService service;

    @BeforeEach
    void listen() throws IOException, ProtocolException {
        listener = new TestListener(folder);
        service = listener.service();
    }

    @AfterEach
    void stop() throws ProtocolException {
        listener.close();
    }

    private ScriptedClient client() throws IOException {
        ScriptedClient client = listener.client();
        client.channels = List.of(
                new ChannelDefinition("rdpsnd", ChannelDefinition.INITIALIZED),
                new ChannelDefinition("cliprdr", ChannelDefinition.INITIALIZED));
        client.connect();
        return client;
    }

    private ProtocolConnectionDevices devices() throws InterruptedException {
        FakeService.Client seen = service.next();
        seen.sequence.join();
        return (ProtocolConnectionDevices) seen.connection;
    }

    private static WireReader next(ScriptedClient client, int id) throws IOException {
        var reassembly = new Reassembly(1 << 20);
        Optional<Octets> received = Optional.empty();
        while (received.isEmpty()) {
            received = reassembly.accept(client.on(id).reader());
        }
        return received.get().reader();
    }

    private static void send(ScriptedClient client, int id, Consumer<WireWriter> pdu) throws IOException {
        var out = new WireWriter();
        pdu.accept(out);
        byte[] message = out.toByteArray();
        for (int i = 0; i < Chunks.count(message.length, 1600); i++) {
            int chunk = i;
            client.send(id, writer -> Chunks.write(writer, message, 0, message.length, 1600, chunk, false));
        }
    }

    @Test
    void shouldShareClipboardAndSoundOfClientsThatHaveTheChannels() throws Exception {
        try (var client = client()) {
            ProtocolConnectionDevices devices = devices();
            var offers = new LinkedBlockingQueue<ClipboardContent>();
            devices.getClipboardHandle().orElseThrow().open(offers::add);
            int clipboard = client.channelIds.get(1);
            assertThat(ClipboardPdu.decode(next(client, clipboard), false)).isInstanceOf(ClipboardCapabilities.class);
            assertThat(ClipboardPdu.decode(next(client, clipboard), false)).isEqualTo(new ClipboardPdu.MonitorReady());
            send(client, clipboard, out -> new FormatList(List.of(new FormatList.Format(13, ""))).encode(out, false));
            ClipboardContent offer = offers.poll(40, TimeUnit.SECONDS);
            assertThat(offer).isNotNull();
            assertThat(offer.formats()).containsExactly(ClipboardFormat.TEXT);

            try (var sound = devices.getSoundHandle().orElseThrow()) {
                sound.pause();
                assertThat(ServerSound.decode(next(client, client.channelIds.get(0))))
                        .isInstanceOf(ServerSound.Formats.class);
            }
            // the next attachment of the same connection
            devices.getClipboardHandle().orElseThrow().open(offers::add);
            assertThat(offers.poll(40, TimeUnit.SECONDS)).isNotNull();
        }
    }

    @Test
    void shouldShareNothingWithClientsThatHaveNoChannels() throws Exception {
        try (var client = listener.client()) {
            client.connect();
            ProtocolConnectionDevices devices = devices();
            assertThat(devices.getClipboardHandle()).isEmpty();
            assertThat(devices.getSoundHandle()).isEmpty();
        }
    }

    @Test
    void shouldShareNoClipboardAgainstPolicy() throws Exception {
        Settings open = service.policy.get();
        service.manager.notifySettingsChange(new Settings(
                SettingType.MACHINE,
                Settings.Setting.enabled(true),
                open.disableLpt(),
                open.disableCcm(),
                open.disableCdm(),
                open.disableCpm(),
                open.disablePnp(),
                open.encryptionLevel(),
                open.colorDepth(),
                open.disableAutoReconnect(),
                open.disableEncryption(),
                open.resetBroken(),
                open.maxIdleTime(),
                open.maxDisconnectTime(),
                open.maxConnectTime(),
                open.keepAliveInterval()));
        try (var client = client()) {
            assertThat(client.channelIds).hasSize(2);
            ProtocolConnectionDevices devices = devices();
            assertThat(devices.getClipboardHandle()).isEmpty();
            assertThat(devices.getSoundHandle()).isPresent();
        }
    }

    /** Whatever a client does on these channels, its user goes on working. */
    @Test
    void shouldEndADeviceAndNotTheConnectionOverRubbish() throws Exception {
        try (var client = client()) {
            ProtocolConnectionDevices devices = devices();
            devices.getClipboardHandle().orElseThrow().open(_ -> {});
            devices.getSoundHandle();
            int sound = client.channelIds.get(0);
            int clipboard = client.channelIds.get(1);
            send(client, clipboard, out -> out.u16(2).u16(0).i32(1000));
            // chunks that belong to nothing, are compressed, or are longer than they say
            client.send(sound, out -> new ChannelPduHeader(10, 0).encode(out));
            client.send(
                    sound,
                    out -> new ChannelPduHeader(
                                    10, ChannelPduHeader.FIRST | ChannelPduHeader.LAST | ChannelPduHeader.COMPRESSED)
                            .encode(out));
            client.send(clipboard, out -> {
                new ChannelPduHeader(1, ChannelPduHeader.FIRST | ChannelPduHeader.LAST).encode(out);
                out.pad(100);
            });
            client.send(new FastPathInput(List.of(new InputEvent.Scancode(0x1E, false, false, false)))::encode);
            assertThat(((RecordedInput) service.keyboardSink).next()).isEqualTo("key 1e prefix 00 down");
        }
    }

    /** A picture that is too large costs its user that picture. */
    @Test
    void shouldPassOverMessagesThatAreTooLong() throws Exception {
        try (var client = client()) {
            ProtocolConnectionDevices devices = devices();
            var offers = new LinkedBlockingQueue<ClipboardContent>();
            devices.getClipboardHandle().orElseThrow().open(offers::add);
            int clipboard = client.channelIds.get(1);
            int length = Sizes.MESSAGE + 1;
            client.send(clipboard, out -> new ChannelPduHeader(length, ChannelPduHeader.FIRST).encode(out));
            client.send(clipboard, out -> {
                new ChannelPduHeader(length, 0).encode(out);
                out.pad(1600);
            });
            client.send(clipboard, out -> new ChannelPduHeader(length, ChannelPduHeader.LAST).encode(out));
            send(client, clipboard, out -> new FormatList(List.of(new FormatList.Format(13, ""))).encode(out, false));
            assertThat(offers.poll(40, TimeUnit.SECONDS)).isNotNull();
        }
    }
}
