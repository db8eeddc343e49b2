package oriel.rdp.codec.info;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import oriel.rdp.codec.mcs.McsPdu;
import oriel.rdp.codec.mcs.SendDataRequest;
import oriel.rdp.codec.proof.Fixture;
import oriel.rdp.codec.proof.Generators;
import oriel.rdp.codec.proof.Packets;
import oriel.rdp.codec.proof.Proof;
import oriel.rdp.codec.proof.Some;
import oriel.wire.MalformedPduException;
import oriel.wire.WireReader;

class InfoTest {
    private static final Proof<SessionInfo> SESSION_INFO =
            new Proof<>("session info", SessionInfo::decode, SessionInfo::encode);

    static ClientInfo clientInfo(Some some) {
        boolean unicode = some.maybe();
        int flags = unicode ? some.i32() | InfoFlags.UNICODE : some.i32() & ~InfoFlags.UNICODE;
        int codePage = unicode ? some.i32() : 1252;
        return new ClientInfo(
                codePage,
                flags,
                text(some, unicode),
                text(some, unicode),
                text(some, unicode),
                text(some, unicode),
                text(some, unicode),
                some.optional(() -> extended(some, unicode)));
    }

    private static String text(Some some, boolean unicode) {
        return unicode ? some.text(60) : some.ascii(60);
    }

    /** Each optional field only behind all before it. */
    private static ExtendedInfo extended(Some some, boolean unicode) {
        int present = some.below(6);
        return new ExtendedInfo(
                some.u16(),
                text(some, unicode),
                text(some, unicode),
                present > 0 ? Optional.of(zone(some)) : Optional.empty(),
                present > 1 ? OptionalInt.of(some.i32()) : OptionalInt.empty(),
                present > 2 ? OptionalInt.of(some.i32()) : OptionalInt.empty(),
                present > 2
                        ? some.optional(() -> new ClientAutoReconnect(some.i32(), some.octets(16)))
                        : Optional.empty(),
                present > 3 ? Optional.of(new DynamicTimeZone(some.text(127), some.maybe())) : Optional.empty());
    }

    private static TimeZoneInformation zone(Some some) {
        return new TimeZoneInformation(
                some.i32(), some.text(31), time(some), some.i32(), some.text(31), time(some), some.i32());
    }

    private static SystemTime time(Some some) {
        return new SystemTime(
                some.u16(), some.u16(), some.u16(), some.u16(), some.u16(), some.u16(), some.u16(), some.u16());
    }

    @Test
    void shouldReadWhatItWrites() {
        for (long seed = 0; seed < 300; seed++) {
            Packets.CLIENT_INFO.roundTrip(clientInfo(new Some(seed)), seed);
            SESSION_INFO.roundTrip(Generators.sessionInfo(new Some(seed)), seed);
        }
    }

    @Test
    void shouldEndWellWhateverHappensToTheBytes() {
        for (long seed = 0; seed < 15; seed++) {
            ClientInfo info = clientInfo(new Some(seed));
            Packets.CLIENT_INFO.endsWellAfterEveryTruncation(info);
            Packets.CLIENT_INFO.endsWellAfterChanges(info, seed);
            SESSION_INFO.refusesEveryTruncation(Generators.sessionInfo(new Some(seed)));
            SESSION_INFO.endsWellAfterChanges(Generators.sessionInfo(new Some(seed)), seed);
        }
    }

    /** Without the optional fields every truncation is malformed. */
    @Test
    void shouldRefuseTruncationsOfWhatIsMandatory() {
        var info = new ClientInfo(0, InfoFlags.UNICODE, "d", "user", "secret", "shell", "folder", Optional.empty());
        Packets.CLIENT_INFO.refusesEveryTruncation(info);
    }

    private static ClientInfo captured(String name) {
        var pdu = McsPdu.decode(new WireReader(Fixture.named(name).bytes()));
        return ClientInfo.decode(((SendDataRequest) pdu).data().reader());
    }

    @Test
    void shouldReadTheCredentialsOfFreeRdp() {
        ClientInfo info = captured("freerdp-client-info");
        assertThat(info.domain()).isEqualTo("WORLD");
        assertThat(info.userName()).isEqualTo("alice");
        assertThat(info.password()).isEqualTo("wonder");
        assertThat(info.alternateShell()).isEqualTo("notepad");
        assertThat(info.workingDir()).isEqualTo("/tmp");
        assertThat(info.has(InfoFlags.AUTOLOGON)).isTrue();
        assertThat(info.has(InfoFlags.COMPRESSION)).isTrue();
        assertThat(info.compressionType()).isEqualTo(3);
        ExtendedInfo extended = info.extended().orElseThrow();
        assertThat(extended.clientAddressFamily()).isEqualTo(ExtendedInfo.AF_INET);
        assertThat(extended.clientAddress()).isEqualTo("127.0.0.1");
        assertThat(extended.performanceFlags()).hasValue(0x180);
    }

    @Test
    void shouldReadTheCredentialsOfRdesktop() {
        ClientInfo info = captured("rdesktop-client-info");
        assertThat(info.userName()).isEqualTo("bob");
        assertThat(info.password()).isEqualTo("hidden");
        assertThat(info.extended().orElseThrow().clientTimeZone()).isPresent();
    }

    /** Records end up in logs. */
    @Test
    void shouldNotPrintSecrets() {
        assertThat(captured("freerdp-client-info").toString())
                .doesNotContain("wonder")
                .contains("password=given");
        var some = new Some(3);
        assertThat(new ServerAutoReconnect(1, some.octets(16)))
                .hasToString("ServerAutoReconnect[logonId=1, arcRandomBits=16 bytes]");
    }

    @Test
    void shouldReadAnsiTextInItsCodePage() {
        var info = new ClientInfo(1252, 0, "", "José€", "pässword", "", "", Optional.empty());
        Packets.CLIENT_INFO.roundTrip(info, 0);
        assertThat(Packets.CLIENT_INFO.bytes(info)).hasSize(4 + 4 + 4 + 5 * 2 + 5 + 8 + 5);
    }

    @Test
    void shouldRefuseAnotherPduAndAnotherVersion() {
        byte[] bytes = Packets.CLIENT_INFO.bytes(clientInfo(new Some(1)));
        bytes[0] = 0;
        assertThatThrownBy(() -> ClientInfo.decode(new WireReader(bytes)))
                .isInstanceOf(MalformedPduException.class)
                .hasMessageContaining("0x0040");
        var proof = new Proof<>("cookie", ClientAutoReconnect::decode, ClientAutoReconnect::encode);
        byte[] cookie = proof.bytes(new ClientAutoReconnect(7, new Some(1).octets(16)));
        proof.refusesEveryTruncation(new ClientAutoReconnect(7, new Some(1).octets(16)));
        cookie[4] = 2;
        assertThat(proof.survives(cookie)).isFalse();
    }

    /** A server's Logon Info has fields of a fixed size; what is longer must not spill over. */
    @Test
    void shouldCutWhatDoesNotFitTheFixedFields() {
        var info = new SessionInfo.Logon("D".repeat(60), "U".repeat(300), 9);
        var read = (SessionInfo.Logon) SessionInfo.decode(new WireReader(SESSION_INFO.bytes(info)));
        assertThat(read).isEqualTo(new SessionInfo.Logon("D".repeat(25), "U".repeat(255), 9));
    }
}
