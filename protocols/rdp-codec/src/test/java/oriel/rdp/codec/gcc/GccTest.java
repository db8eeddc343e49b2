package oriel.rdp.codec.gcc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import oriel.rdp.codec.mcs.ConnectInitial;
import oriel.rdp.codec.proof.Fixture;
import oriel.rdp.codec.proof.Packets;
import oriel.rdp.codec.proof.Proof;
import oriel.rdp.codec.proof.Some;
import oriel.wire.MalformedPduException;
import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

class GccTest {
    static ClientBlock client(Some some) {
        return some.one(
                () -> core(some),
                () -> new ClientSecurityData(some.i32(), some.i32()),
                () -> new ClientNetworkData(
                        some.list(31, () -> new ClientNetworkData.ChannelDefinition(some.ascii(7), some.i32()))),
                () -> new ClientClusterData(some.i32(), some.i32()),
                () -> new ClientMonitorData(some.i32(), some.list(16, () -> monitor(some))),
                () -> new ClientMonitorExtendedData(some.i32(), some.list(16, () -> attributes(some))),
                () -> new ClientMessageChannelData(some.i32()),
                () -> new ClientMultitransportChannelData(some.i32()),
                () -> new ClientBlock.Other(0xC0F0 + some.below(8), some.upTo(40)));
    }

    static MonitorDefinition monitor(Some some) {
        return new MonitorDefinition(some.i32(), some.i32(), some.i32(), some.i32(), some.i32());
    }

    private static ClientMonitorExtendedData.MonitorAttributes attributes(Some some) {
        return new ClientMonitorExtendedData.MonitorAttributes(
                some.i32(), some.i32(), some.i32(), some.i32(), some.i32());
    }

    private static ClientCoreData core(Some some) {
        return new ClientCoreData(
                some.i32(),
                some.u16(),
                some.u16(),
                some.u16(),
                some.u16(),
                some.i32(),
                some.i32(),
                some.text(15),
                some.i32(),
                some.i32(),
                some.i32(),
                some.text(31),
                options(some.below(ClientCoreOptions.ALL + 1), some));
    }

    /** The fields behind the last present one are absent, that is 0. */
    private static ClientCoreOptions options(int present, Some some) {
        return new ClientCoreOptions(
                present,
                present >= 1 ? some.u16() : 0,
                present >= 2 ? some.u16() : 0,
                present >= 3 ? some.i32() : 0,
                present >= 4 ? some.u16() : 0,
                present >= 5 ? some.u16() : 0,
                present >= 6 ? some.u16() : 0,
                present >= 7 ? some.text(31) : "",
                present >= 8 ? some.u8() : 0,
                present >= 9 ? some.i32() : 0,
                present >= 10 ? some.i32() : 0,
                present >= 11 ? some.i32() : 0,
                present >= 12 ? some.u16() : 0,
                present >= 13 ? some.i32() : 0,
                present >= 14 ? some.i32() : 0);
    }

    static ServerBlock server(Some some) {
        return some.one(
                () -> new ServerCoreData(some.i32(), OptionalInt.empty(), OptionalInt.empty()),
                () -> new ServerCoreData(some.i32(), OptionalInt.of(some.i32()), some.optionalInt()),
                () -> ServerSecurityData.NONE,
                () -> new ServerSecurityData(1 + some.u8(), some.u8(), some.octets(32), some.upTo(200)),
                () -> new ServerNetworkData(some.u16(), some.list(31, some::u16)),
                () -> new ServerMessageChannelData(some.u16()),
                () -> new ServerMultitransportChannelData(some.i32()),
                () -> new ServerBlock.Other(0x0CF0 + some.below(8), some.upTo(40)));
    }

    @Test
    void shouldReadWhatItWrites() {
        for (long seed = 0; seed < 300; seed++) {
            var some = new Some(seed);
            Packets.CREATE_REQUEST.roundTrip(new ConferenceCreateRequest(some.list(9, () -> client(some))), seed);
            Packets.CREATE_RESPONSE.roundTrip(
                    new ConferenceCreateResponse(1001 + some.u16(), some.list(6, () -> server(some))), seed);
        }
    }

    @Test
    void shouldRefuseTruncationsAndSurviveChanges() {
        for (long seed = 0; seed < 10; seed++) {
            var some = new Some(seed);
            var request = new ConferenceCreateRequest(some.list(9, () -> client(some)));
            Packets.CREATE_REQUEST.refusesEveryTruncation(request);
            Packets.CREATE_REQUEST.endsWellAfterChanges(request, seed);
            var response = new ConferenceCreateResponse(some.list(6, () -> server(some)));
            Packets.CREATE_RESPONSE.refusesEveryTruncation(response);
            Packets.CREATE_RESPONSE.endsWellAfterChanges(response, seed);
        }
    }

    /** A block cut short, with a length that admits it, is malformed unless what is missing is optional. */
    @Test
    void shouldRefuseBlocksCutShort() {
        var proof = new Proof<>(
                "client block",
                ClientBlock::decode,
                (ClientBlock block, WireWriter out) -> Block.encode(out, block.type(), block));
        for (long seed = 0; seed < 60; seed++) {
            ClientBlock block = client(new Some(seed));
            byte[] bytes = proof.bytes(block);
            for (int length = Block.HEADER_SIZE; length < bytes.length; length++) {
                byte[] cut = Arrays.copyOf(bytes, length);
                cut[2] = (byte) length;
                cut[3] = (byte) (length >> 8);
                boolean read = proof.survives(cut);
                boolean optional = block instanceof ClientCoreData || block instanceof ClientBlock.Other;
                assertThat(read && !optional)
                        .as("%s cut to %d, seed %d", block, length, seed)
                        .isFalse();
            }
        }
    }

    /** What xfreerdp asks for; the channel names are what a provider grants by. */
    @Test
    void shouldReadTheRequestOfFreeRdp() {
        var initial = ConnectInitial.decode(
                new WireReader(Fixture.named("freerdp-connect-initial").bytes()));
        var request = ConferenceCreateRequest.decode(initial.userData().reader());
        assertThat(request.core().desktopWidth()).isEqualTo(1280);
        assertThat(request.core().desktopHeight()).isEqualTo(1024);
        assertThat(request.core().bitsPerPixel()).isEqualTo(32);
        assertThat(request.core().options().has(ClientCoreOptions.ALL)).isTrue();
        assertThat(request.core().options().connectionType()).isEqualTo(7);
        assertThat(request.channels())
                .extracting(ClientNetworkData.ChannelDefinition::name)
                .containsExactly("rdpdr", "rdpsnd", "cliprdr", "drdynvc");
        assertThat(request.block(ClientMessageChannelData.class)).isPresent();
        assertThat(request.block(ClientClusterData.class).orElseThrow().redirectionVersion())
                .isEqualTo(4);
    }

    @Test
    void shouldReadTheRequestOfRdesktop() {
        var initial = ConnectInitial.decode(
                new WireReader(Fixture.named("rdesktop-connect-initial").bytes()));
        var request = ConferenceCreateRequest.decode(initial.userData().reader());
        assertThat(request.core().bitsPerPixel()).isEqualTo(16);
        assertThat(request.core().clientName()).isEqualTo("capture");
        assertThat(request.core().options().has(ClientCoreOptions.SERVER_SELECTED_PROTOCOL))
                .isTrue();
        assertThat(request.core().options().has(ClientCoreOptions.SERVER_SELECTED_PROTOCOL + 1))
                .isFalse();
        assertThat(request.block(ClientMessageChannelData.class)).isEmpty();
    }

    /** MS-RDPBCGR, section 2.2.1.3.2: each later depth field overrules the earlier ones. */
    @Test
    void shouldTakeTheLastDepthThereIs() {
        assertThat(depth(0, 0xCA01, 0, 0)).isEqualTo(8);
        assertThat(depth(1, 0xCA01, 0xCA03, 0)).isEqualTo(16);
        assertThat(depth(1, 0xCA01, 0xCA02, 0)).isEqualTo(15);
        assertThat(depth(4, 0xCA01, 0xCA04, 15)).isEqualTo(15);
        assertThat(depth(5, 0xCA01, 0xCA04, 24)).isEqualTo(24);
    }

    private static int depth(int present, int colorDepth, int postBeta2, int high) {
        var options = new ClientCoreOptions(present, postBeta2, 0, 0, high, 0, 0, "", 0, 0, 0, 0, 0, 0, 0);
        return new ClientCoreData(0, 0, 0, colorDepth, 0, 0, 0, "", 0, 0, 0, "", options).bitsPerPixel();
    }

    /** rdesktop 1.9 expects the length of the user data 21 bytes into the response, whatever its length. */
    @Test
    void shouldKeepTheResponseWhereRdesktopLooksForIt() {
        for (int channels = 0; channels <= 31; channels++) {
            var ids = IntStream.range(1004, 1004 + channels).boxed().toList();
            byte[] bytes = Packets.CREATE_RESPONSE.bytes(new ConferenceCreateResponse(List.of(
                    new ServerCoreData(ServerCoreData.VERSION_5_0, OptionalInt.of(1), OptionalInt.empty()),
                    ServerSecurityData.NONE,
                    new ServerNetworkData(1003, ids),
                    new ServerMessageChannelData(1099))));
            int length = bytes[21] & 0xFF;
            int begin = length < 0x80 ? 22 : 23;
            assertThat(bytes.length - begin)
                    .isEqualTo(length < 0x80 ? length : ((length & 0x7F) << 8) | (bytes[22] & 0xFF));
        }
    }

    @Test
    void shouldRefuseTooMuch() {
        var out = new WireWriter();
        out.u16(ClientNetworkData.TYPE).u16(8).i32(32);
        assertThatThrownBy(() -> ClientBlock.decode(new WireReader(out.toByteArray())))
                .isInstanceOf(MalformedPduException.class)
                .hasMessageContaining("channelCount");
        out.reset().u16(ClientMonitorData.TYPE).u16(12).i32(0).i32(-1);
        assertThatThrownBy(() -> ClientBlock.decode(new WireReader(out.toByteArray())))
                .isInstanceOf(MalformedPduException.class)
                .hasMessageContaining("monitorCount");
        out.reset().u16(ClientMonitorData.TYPE).u16(3);
        assertThatThrownBy(() -> ClientBlock.decode(new WireReader(out.toByteArray())))
                .isInstanceOf(MalformedPduException.class)
                .hasMessageContaining("length");
    }

    @Test
    void shouldDemandCoreData() {
        var request = new ConferenceCreateRequest(List.of(new ClientBlock.Other(0xC0FF, Octets.EMPTY)));
        assertThatThrownBy(request::core).isInstanceOf(MalformedPduException.class);
        assertThat(request.channels()).isEmpty();
    }
}
