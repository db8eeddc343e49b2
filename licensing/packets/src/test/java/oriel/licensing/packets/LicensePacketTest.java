package oriel.licensing.packets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

class LicensePacketTest {
    private static final Proof<LicensePacket> PACKET =
            new Proof<>("licence packet", LicensePacket::decode, LicensePacket::encode);

    static IntStream packets() {
        return IntStream.range(0, Some.PACKETS.size());
    }

    @ParameterizedTest
    @MethodSource("packets")
    void shouldReadWhatItWroteAndRefuseEveryTruncation(int kind) {
        for (long seed = 0; seed < 12; seed++) {
            PACKET.holdsFor(Some.PACKETS.get(kind).apply(new Some(seed)), seed);
        }
    }

    @Test
    void shouldReadWhatIsInsideTheEncryptedFields() {
        var license =
                new Proof<>("new licence information", NewLicenseInformation::decode, NewLicenseInformation::encode);
        var response = new Proof<>(
                "platform challenge response data",
                PlatformChallengeResponseData::decode,
                PlatformChallengeResponseData::encode);
        var hardwareId = new Proof<>("hardware id", ClientHardwareId::decode, ClientHardwareId::encode);
        for (long seed = 0; seed < 20; seed++) {
            license.holdsFor(new Some(seed).license(), seed);
            response.holdsFor(new Some(seed).response(), seed);
            hardwareId.holdsFor(new Some(seed).hardwareId(), seed);
        }
    }

    @Test
    void shouldReadTheExtensionsOfALicence() {
        var product = new Proof<LicensedProductInformation>(
                "licensed product information",
                in -> LicensedProductInformation.decode(in.rest()),
                (value, out) -> out.octets(value.toOctets()));
        var server = new Proof<LicenseServerInformation>(
                "licence server information",
                in -> LicenseServerInformation.decode(in.rest()),
                (value, out) -> out.octets(value.toOctets()));
        for (long seed = 0; seed < 20; seed++) {
            product.holdsFor(new Some(seed).product(), seed);
            server.holdsFor(new Some(seed).server(), seed);
        }
    }

    /** Licence servers of the field leave a few zero bytes behind both extensions. */
    @Test
    void shouldNotMindZerosBehindAnExtension() {
        var some = new Some(3);
        var product = some.product();
        var server = some.server();
        assertThat(LicensedProductInformation.decode(padded(product.toOctets())))
                .isEqualTo(product);
        assertThat(LicenseServerInformation.decode(padded(server.toOctets()))).isEqualTo(server);
    }

    private static Octets padded(Octets octets) {
        return new WireWriter().octets(octets).pad(4).toOctets();
    }

    /** Q34: of the seven printed digits either the first or the last is missing. */
    @Test
    void shouldReadBothReadingsOfTheVersionOfALicenseServerInformation() {
        var one = new LicenseServerInformation("oriel", java.util.Optional.empty(), "example.org");
        var two = new LicenseServerInformation("oriel", java.util.Optional.of("id"), "example.org");
        for (var information : List.of(one, two)) {
            byte[] bytes = information.toOctets().toArray();
            assertThat(bytes[1]).isEqualTo((byte) (information.issuerId().isEmpty() ? 0x10 : 0x30));
            bytes[2] = (byte) (bytes[1] >> 4);
            bytes[1] = 0;
            assertThat(LicenseServerInformation.decode(Octets.of(bytes))).isEqualTo(information);
        }
    }

    /** MS-RDPBCGR 4.1.11 prints this packet, decrypted. */
    @Test
    void shouldWriteAndReadValidClientAsTheSpecificationPrintsIt() {
        byte[] printed = HexFormat.of().parseHex("ff03100007000000" + "0200000004000000");
        assertThat(LicenseErrorMessage.VALID_CLIENT.toByteArray()).isEqualTo(printed);
        assertThat(LicensePacket.receive(printed)).isEqualTo(LicenseErrorMessage.VALID_CLIENT);
    }

    @Test
    void shouldTellThePeerWhatWasWrong() {
        byte[] packet = LicenseErrorMessage.VALID_CLIENT.toByteArray();

        var tooLong = received(Arrays.copyOf(packet, packet.length + 1));
        assertThat(tooLong.told()).isEqualTo(LicenseErrorCode.INVALID_MESSAGE_LEN);
        assertThat(tooLong.field()).isEqualTo("wMsgSize");
        assertThat(tooLong.offset()).isEqualTo(4);

        assertThat(received(new byte[3]).told()).isEqualTo(LicenseErrorCode.INVALID_MESSAGE_LEN);

        byte[] unknown = packet.clone();
        unknown[0] = 0x33;
        assertThat(received(unknown).told()).isEqualTo(LicenseErrorCode.INVALID_CLIENT);

        byte[] overrun = packet.clone();
        overrun[14] = 1;
        var blob = received(overrun);
        assertThat(blob.told()).isEqualTo(LicenseErrorCode.INVALID_CLIENT);
        assertThat(blob.field()).isEqualTo("bbErrorInfo");
        assertThat(blob.offset()).isEqualTo(16);
    }

    private static LicensePacketException received(byte[] packet) {
        return catchThrowableOfType(LicensePacketException.class, () -> LicensePacket.receive(packet));
    }

    @Test
    void shouldNotBelieveALicenceOfMoreThanSixteenKilobytes() {
        var some = new Some(1);
        byte[] packet = new ClientLicenseInformation(
                        some.keys(), some.octets(LicenseBlob.LONGEST_LICENSE + 1), some.octets(20), some.octets(16))
                .toByteArray();
        assertThat(received(packet).field()).isEqualTo("LicenseInfo length");
    }

    @Test
    void shouldRefuseACountBeforeAnythingIsMadeForIt() {
        var out = new WireWriter();
        out.i32(2).u32(0xFFFF_FFFFL);
        assertThatThrownBy(() -> ServerCertificate.decode(new WireReader(out.toByteArray())))
                .hasMessageContaining("NumCertBlobs");
    }

    /** Windows sends names in the code page of the system, FreeRDP in UTF-8; both can be read. */
    @Test
    void shouldReadNamesInEitherCoding() {
        var keys = new Some(5).keys();
        byte[] utf8 = new ClientNewLicenseRequest(keys, "Zoë", "büro").toByteArray();
        assertThat(LicensePacket.receive(utf8)).isEqualTo(new ClientNewLicenseRequest(keys, "Zoë", "büro"));

        var out = new WireWriter();
        out.reserve(LicensePreamble.SIZE);
        keys.encode(out);
        new LicenseBlob(LicenseBlob.CLIENT_USER_NAME, Octets.of(new byte[] {'Z', 'o', (byte) 0xEB, 0})).encode(out);
        new LicenseBlob(LicenseBlob.CLIENT_MACHINE_NAME, Octets.of(new byte[] {'p', 'c'})).encode(out);
        out.setU8(0, LicensePreamble.NEW_LICENSE_REQUEST).setU8(1, 0x83).setU16(2, out.size());
        assertThat(LicensePacket.receive(out.toByteArray())).isEqualTo(new ClientNewLicenseRequest(keys, "Zoë", "pc"));
    }

    @Test
    void shouldKnowTheFlagsOfAPreamble() {
        var out = new WireWriter();
        LicenseErrorMessage.VALID_CLIENT.encode(
                out, LicensePreamble.VERSION_3_0 | LicensePreamble.EXTENDED_ERROR_MSG_SUPPORTED);
        var preamble = LicensePreamble.decode(new WireReader(out.toByteArray()));
        assertThat(preamble).isEqualTo(new LicensePreamble(LicensePreamble.ERROR_ALERT, 0x83, 16));
        assertThat(preamble.understandsExtendedErrors()).isTrue();
    }

    @Test
    void shouldTakeAPlatformIdApart() {
        assertThat(PlatformId.of(PlatformId.POST_5_2, PlatformId.MICROSOFT, 0x0A02))
                .isEqualTo(new PlatformId(0x0401_0A02))
                .hasToString("0x04010a02")
                .satisfies(id -> assertThat(id.generation()).isEqualTo(4))
                .satisfies(id -> assertThat(id.maker()).isEqualTo(1))
                .satisfies(id -> assertThat(id.build()).isEqualTo(0x0A02));
        var id = new Some(8).hardwareId();
        assertThat(ClientHardwareId.ofHex(id.toHex())).isEqualTo(id);
    }

    @Test
    void shouldNameWhatItKnowsAndKeepWhatItDoesNot() {
        assertThat(LicenseErrorCode.INVALID_MAC).hasToString("ERR_INVALID_MAC");
        assertThat(new LicenseErrorCode(0x99)).hasToString("licensing error 0x99");
        assertThat(StateTransition.TOTAL_ABORT).hasToString("ST_TOTAL_ABORT");
        assertThat(new StateTransition(9)).hasToString("transition 9");
    }

    @Test
    void shouldNotWriteTextThatWouldEndInItsMiddle() {
        assertThatThrownBy(() -> new Scope("a\0b")).isInstanceOf(IllegalArgumentException.class);
    }
}
