package oriel.rdp.codec.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import oriel.rdp.codec.mcs.McsPdu;
import oriel.rdp.codec.mcs.SendDataIndication;
import oriel.rdp.codec.proof.Fixture;
import oriel.rdp.codec.proof.Packets;
import oriel.rdp.codec.proof.Proof;
import oriel.rdp.codec.proof.Some;
import oriel.wire.MalformedPduException;
import oriel.wire.WireReader;

class SecurityTest {
    private static final Proof<LicenseError> ERROR = new Proof<>("error", LicenseError::decode, LicenseError::encode);

    private static LicensePdu some(Some some) {
        return new LicensePdu(some.u16() & ~SecurityHeader.LICENSE_PKT, some.u8(), some.u8(), some.upTo(200));
    }

    @Test
    void shouldReadWhatItWrites() {
        for (long seed = 0; seed < 100; seed++) {
            LicensePdu pdu = some(new Some(seed));
            Packets.LICENSE.roundTrip(pdu, seed);
            Packets.LICENSE.refusesEveryTruncation(pdu);
            Packets.LICENSE.endsWellAfterChanges(pdu, seed);
            var some = new Some(seed);
            var error = new LicenseError(some.i32(), some.i32(), some.u16(), some.upTo(20));
            ERROR.roundTrip(error, seed);
            ERROR.refusesEveryTruncation(error);
        }
    }

    @Test
    void shouldSayValidClientAsTheLayoutDoes() {
        var pdu = (SendDataIndication) McsPdu.decode(
                new WireReader(Fixture.named("layout-license-valid-client").bytes()));
        assertThat(Packets.LICENSE.bytes(LicensePdu.validClient()))
                .isEqualTo(pdu.data().toArray());
        assertThat(LicensePdu.isAt(pdu.data().reader())).isTrue();
        assertThat(LicenseError.decode(
                        LicensePdu.decode(pdu.data().reader()).message().reader()))
                .isEqualTo(LicenseError.VALID_CLIENT);
    }

    @Test
    void shouldRefuseAHeaderWithoutItsFlag() {
        assertThatThrownBy(() -> SecurityHeader.expect(new WireReader(new byte[4]), SecurityHeader.HEARTBEAT))
                .isInstanceOf(MalformedPduException.class)
                .hasMessageContaining("flag 0x4000");
        assertThat(new SecurityHeader(SecurityHeader.HEARTBEAT).has(SecurityHeader.INFO_PKT))
                .isFalse();
        assertThat(LicensePdu.isAt(new WireReader(new byte[] {(byte) 0x80}))).isFalse();
    }
}
