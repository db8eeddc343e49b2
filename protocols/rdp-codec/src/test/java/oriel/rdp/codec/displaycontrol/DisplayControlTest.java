package oriel.rdp.codec.displaycontrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import oriel.rdp.codec.displaycontrol.DisplayControlPdu.Capabilities;
import oriel.rdp.codec.displaycontrol.DisplayControlPdu.Monitor;
import oriel.rdp.codec.displaycontrol.DisplayControlPdu.MonitorLayout;
import oriel.rdp.codec.proof.Proof;
import oriel.rdp.codec.proof.Some;
import oriel.wire.MalformedPduException;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

class DisplayControlTest {
    private static final Proof<DisplayControlPdu> PDU =
            new Proof<>("Display Control PDU", DisplayControlPdu::decode, DisplayControlPdu::encode);

    private static Monitor monitor(Some some) {
        return new Monitor(
                some.i32(),
                some.i32(),
                some.i32(),
                some.i32(),
                some.i32(),
                some.i32(),
                some.i32(),
                some.i32(),
                some.i32(),
                some.i32());
    }

    @Test
    void shouldReadWhatItWrites() {
        for (long seed = 0; seed < 100; seed++) {
            var some = new Some(seed);
            DisplayControlPdu pdu = some.one(
                    () -> new Capabilities(some.i32(), some.i32(), some.i32()),
                    () -> new MonitorLayout(some.list(16, () -> monitor(some))));
            PDU.roundTrip(pdu, seed);
            PDU.endsWellAfterChanges(pdu, seed);
        }
        PDU.refusesEveryTruncation(new Capabilities(16, 2048, 2048));
        PDU.refusesEveryTruncation(new MonitorLayout(List.of(monitor(new Some(1)), monitor(new Some(2)))));
    }

    /** The fields in the order of the pages of MS-RDPEDISP 2.2, written by hand. */
    @Test
    void shouldLayOutTheFieldsAsSpecified() {
        assertThat(PDU.bytes(new Capabilities(16, 2048, 2048)))
                .isEqualTo(hex("05000000 14000000 10000000 00080000 00080000"));
        assertThat(PDU.bytes(new MonitorLayout(
                        List.of(new Monitor(Monitor.PRIMARY, -1, 2, 1920, 1080, 520, 290, 90, 150, 140)))))
                .isEqualTo(hex("02000000 38000000 28000000 01000000 01000000 ffffffff 02000000 80070000 38040000"
                        + " 08020000 22010000 5a000000 96000000 8c000000"));
    }

    @Test
    void shouldRefuseLengthsThatCannotBe() {
        refused("05000000 13000000 10000000 00080000 00080000", "MaxMonitorAreaFactorB");
        refused("05000000 07000000 10000000 00080000 00080000", "Length");
        refused("05000000 ffffffff 10000000 00080000 00080000", "Length");
        refused("06000000 14000000 10000000 00080000 00080000", "Type");
        refused("02000000 10000000 29000000 00000000", "MonitorLayoutSize");
        refused("02000000 10000000 28000000 11000000", "NumMonitors");
        refused("02000000 10000000 28000000 ffffffff", "NumMonitors");
        refused("02000000 10000000 28000000 01000000", "Monitors");
    }

    @Test
    void shouldFindRoomForTheLongestMessage() {
        var out = new WireWriter();
        var some = new Some(3);
        new MonitorLayout(some.exactly(DisplayControlPdu.MAXIMUM_MONITORS, () -> monitor(some))).encode(out);
        assertThat(out.size()).isEqualTo(DisplayControlPdu.LARGEST);
    }

    private static void refused(String digits, String field) {
        assertThatThrownBy(() -> DisplayControlPdu.decode(new WireReader(hex(digits))))
                .isInstanceOfSatisfying(
                        MalformedPduException.class, e -> assertThat(e.field()).isEqualTo(field));
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }
}
