package oriel.rdp.codec.clipboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import oriel.rdp.codec.proof.Proof;
import oriel.rdp.codec.proof.Some;
import oriel.wire.MalformedPduException;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

class ClipboardPduTest {
    private static final Proof<ClipboardPdu> LONG =
            new Proof<>("Clipboard PDU", in -> ClipboardPdu.decode(in, true), (pdu, out) -> pdu.encode(out, true));
    private static final Proof<ClipboardPdu> SHORT =
            new Proof<>("Clipboard PDU", in -> ClipboardPdu.decode(in, false), (pdu, out) -> pdu.encode(out, false));

    private static ClipboardPdu pdu(Some s) {
        return s.one(
                () -> new ClipboardCapabilities(s.i32(), OptionalInt.of(s.i32())),
                ClipboardPdu.MonitorReady::new,
                () -> new ClipboardPdu.FormatListResponse(s.maybe()),
                () -> new ClipboardPdu.FormatDataRequest(s.i32()),
                () -> new ClipboardPdu.FormatDataResponse(s.maybe(), s.upTo(100)),
                () -> new ClipboardPdu.TemporaryDirectory(s.text(200)),
                () -> new ClipboardPdu.FileContentsRequest(
                        s.i32(), s.i32(), s.i32(), s.u32(), s.i32(), s.optionalInt()),
                () -> new ClipboardPdu.FileContentsResponse(s.maybe(), s.i32(), s.upTo(50)),
                () -> new ClipboardPdu.LockData(s.i32()),
                () -> new ClipboardPdu.UnlockData(s.i32()),
                () -> new ClipboardPdu.Other(0x20 + s.below(100), s.u16(), s.upTo(30)));
    }

    private static FormatList formats(Some s, int longestName) {
        return new FormatList(s.list(6, () -> new FormatList.Format(s.i32(), s.text(longestName))));
    }

    @Test
    void shouldReadWhatItWrites() {
        for (long seed = 0; seed < 100; seed++) {
            var s = new Some(seed);
            LONG.roundTrip(pdu(s), seed);
            LONG.roundTrip(formats(s, 60), seed);
            SHORT.roundTrip(formats(s, 15), seed);
            SHORT.roundTrip(new FormatList(s.list(6, () -> new FormatList.Format(s.i32(), s.ascii(31))), true), seed);
        }
    }

    @Test
    void shouldRefuseTruncationsAndSurviveChanges() {
        for (long seed = 0; seed < 30; seed++) {
            var s = new Some(seed);
            LONG.refusesEveryTruncation(pdu(s));
            LONG.endsWellAfterChanges(pdu(s), seed);
            LONG.refusesEveryTruncation(formats(s, 60));
            SHORT.refusesEveryTruncation(formats(s, 15));
        }
    }

    /** Section 4.1.2 of the specification: the server's capabilities, then its readiness. */
    @Test
    void shouldWriteTheExamplesOfTheSpecification() {
        var caps = new ClipboardCapabilities(
                ClipboardCapabilities.VERSION_2, OptionalInt.of(ClipboardCapabilities.USE_LONG_FORMAT_NAMES | 0x0C));
        assertThat(LONG.bytes(caps))
                .isEqualTo(HexFormat.of().parseHex("0700000010000000" + "01000000" + "01000c00020000000e000000"));
        assertThat(LONG.bytes(new ClipboardPdu.MonitorReady()))
                .isEqualTo(HexFormat.of().parseHex("0100000000000000"));
    }

    @Test
    void shouldPassOverPaddingAndUnknownCapabilities() {
        byte[] bytes = HexFormat.of()
                .parseHex(
                        "0700000018000000" + "02000000" + "0500080001020304" + "01000c000200000002000000" + "00000000");
        assertThat(ClipboardPdu.decode(new WireReader(bytes), false))
                .isEqualTo(new ClipboardCapabilities(2, OptionalInt.of(2)));
        byte[] none = HexFormat.of().parseHex("070000000400000000000000");
        assertThat(ClipboardPdu.decode(new WireReader(none), false))
                .isEqualTo(new ClipboardCapabilities(0, OptionalInt.empty()));
    }

    @Test
    void shouldRefuseListsWithoutEnd() {
        var out = new WireWriter();
        new FormatList(java.util.Collections.nCopies(4097, new FormatList.Format(1, ""))).encode(out, true);
        assertThatThrownBy(() -> ClipboardPdu.decode(new WireReader(out.toByteArray()), true))
                .isInstanceOf(MalformedPduException.class)
                .hasMessageContaining("4096");
        byte[] huge = new byte[ClipboardPdu.HEADER_SIZE + ClipboardPdu.LONGEST_BODY + 36];
        new WireWriter(8)
                .u16(FormatList.TYPE)
                .u16(0)
                .i32(huge.length - 8)
                .toOctets()
                .copyTo(huge, 0);
        assertThatThrownBy(() -> ClipboardPdu.decode(new WireReader(huge), false))
                .isInstanceOf(MalformedPduException.class)
                .hasMessageContaining("dataLen");
    }

    @Test
    void shouldKeepOrderOfFormats() {
        var list = new FormatList(List.of(
                new FormatList.Format(0xC001, FormatList.Format.HTML_NAME),
                new FormatList.Format(FormatList.Format.UNICODETEXT, "")));
        assertThat(ClipboardPdu.decode(new WireReader(LONG.bytes(list)), true)).isEqualTo(list);
    }
}
