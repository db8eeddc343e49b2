package oriel.rdp.codec.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import oriel.rdp.codec.gcc.MonitorDefinition;
import oriel.rdp.codec.proof.Generators;
import oriel.rdp.codec.proof.Packets;
import oriel.rdp.codec.proof.Some;
import oriel.wire.MalformedPduException;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

class ShareTest {
    private static final List<Function<Some, ShareData>> DATA = List.of(
            s -> new Synchronize(s.u16()),
            s -> new Control(s.u16(), s.u16(), s.i32()),
            s -> new FontList(s.u16(), s.u16(), s.u16(), s.u16()),
            s -> new FontMap(s.u16(), s.u16(), s.u16(), s.u16()),
            s -> new SetErrorInfo(s.i32()),
            _ -> new ShutdownRequest(),
            _ -> new ShutdownDenied(),
            s -> new SuppressOutput(s.optional(() -> area(s))),
            s -> new RefreshRect(s.list(255, () -> area(s))),
            s -> new SetKeyboardIndicators(s.u16(), s.u16()),
            s -> new SetKeyboardImeStatus(s.u16(), s.i32(), s.i32()),
            s -> new PlaySound(s.i32(), s.i32()),
            ShareTest::keys,
            s -> new SaveSessionInfo(Generators.sessionInfo(s)),
            s -> new StatusInfo(s.i32()),
            s -> new AutoReconnectStatus(s.i32()),
            s -> new MonitorLayout(s.list(16, () -> monitor(s))),
            s -> new FrameAcknowledge(s.i32()),
            s -> new SlowPathInput(s.list(20, () -> Generators.event(s))),
            s -> new ShareData.Other(ShareData.UPDATE, s.upTo(100)));

    private static InclusiveRectangle area(Some s) {
        return new InclusiveRectangle(s.u16(), s.u16(), s.u16(), s.u16());
    }

    private static MonitorDefinition monitor(Some s) {
        return new MonitorDefinition(s.i32(), s.i32(), s.i32(), s.i32(), s.i32());
    }

    private static ShareData keys(Some s) {
        List<Integer> counts = s.exactly(5, () -> s.below(20));
        var keys = new ArrayList<Long>();
        for (int i = counts.stream().mapToInt(Integer::intValue).sum(); i > 0; i--) {
            keys.add((long) s.i32() << 32 | s.u32());
        }
        return new PersistentKeyList(counts, s.exactly(5, s::u16), s.u8(), keys);
    }

    private static ShareControlPdu control(Some s) {
        return s.one(
                () -> new DemandActive(
                        s.u16(), s.i32(), s.upTo(8), s.list(20, () -> Generators.capabilitySet(s)), s.i32()),
                () -> new ConfirmActive(
                        s.u16(), s.i32(), s.u16(), s.upTo(8), s.list(20, () -> Generators.capabilitySet(s))),
                () -> new DeactivateAll(s.u16(), s.i32(), s.upTo(8)),
                () -> new FlowPdu(s.u8(), s.u8(), s.u8(), s.u16()),
                () -> data(s, DATA.get(s.below(DATA.size()))));
    }

    private static ShareDataPdu data(Some s, Function<Some, ShareData> one) {
        return new ShareDataPdu(s.u16(), s.i32(), s.u8(), one.apply(s));
    }

    /** A new record in the family must get a generator above. */
    @Test
    void shouldKnowAGeneratorForEveryPdu() {
        assertThat(DATA).hasSize(ShareData.class.getPermittedSubclasses().length);
        assertThat(DATA.stream().map(one -> one.apply(new Some(1)).getClass()).distinct())
                .hasSize(DATA.size());
    }

    @Test
    void shouldReadWhatItWrites() {
        for (long seed = 0; seed < 200; seed++) {
            Packets.SHARE.roundTrip(control(new Some(seed)), seed);
        }
        for (long seed = 0; seed < 30; seed++) {
            for (Function<Some, ShareData> one : DATA) {
                Packets.SHARE.roundTrip(data(new Some(seed), one), seed);
            }
        }
    }

    @Test
    void shouldRefuseTruncationsAndSurviveChanges() {
        for (long seed = 0; seed < 25; seed++) {
            ShareControlPdu pdu = control(new Some(seed));
            Packets.SHARE.refusesEveryTruncation(pdu);
            Packets.SHARE.endsWellAfterChanges(pdu, seed);
        }
    }

    /** Cut short, and totalLength mended: nothing but a malformed PDU, unless it carries bytes nobody looks into. */
    @Test
    void shouldRefusePdusCutShort() {
        for (Function<Some, ShareData> one : DATA) {
            ShareDataPdu pdu = data(new Some(4), one);
            byte[] bytes = Packets.SHARE.bytes(pdu);
            for (int length = ShareControlPdu.HEADER_SIZE; length < bytes.length; length++) {
                byte[] cut = Arrays.copyOf(bytes, length);
                cut[0] = (byte) length;
                cut[1] = (byte) (length >> 8);
                boolean opaque = pdu.data() instanceof ShareData.Other && length >= ShareDataPdu.HEADER_SIZE;
                assertThat(Packets.SHARE.survives(cut))
                        .as("%s cut to %d", pdu, length)
                        .isEqualTo(opaque);
            }
        }
    }

    @Test
    void shouldReadSeveralPdusOfOnePayload() {
        var out = new WireWriter();
        var first = new ShareDataPdu(7, new Synchronize(1002));
        var second = new ShareDataPdu(7, new Control(Control.COOPERATE, 0, 0));
        first.encode(out);
        new FlowPdu(FlowPdu.TEST, 1, 2, 3).encode(out);
        second.encode(out);
        var in = new WireReader(out.toByteArray());
        assertThat(ShareControlPdu.decode(in)).isEqualTo(first);
        assertThat(ShareControlPdu.decode(in)).isEqualTo(new FlowPdu(FlowPdu.TEST, 1, 2, 3));
        assertThat(ShareControlPdu.decode(in)).isEqualTo(second);
        assertThat(in.hasRemaining()).isFalse();
    }

    /** MS-RDPBCGR, section 2.2.8.1.1.1.2: the length counts from pduType2 on. */
    @Test
    void shouldWriteAnUpdateInPlace() {
        var out = new WireWriter();
        out.u16(0x5555);
        int mark = ShareDataPdu.begin(out, 0x000103EA, ShareData.UPDATE);
        assertThat(out.size() - mark).isEqualTo(ShareDataPdu.HEADER_SIZE);
        out.i32(42);
        ShareDataPdu.end(out, mark);
        assertThat(Arrays.copyOfRange(out.array(), 2, out.size()))
                .isEqualTo(HexFormat.of().parseHex("16001700ea03ea030100000108000200" + "0000" + "2a000000"));
    }

    @Test
    void shouldNameNoSourceOfAnErrorInfo() {
        assertThat(new SetErrorInfo(ErrorInfo.LOGOFF_BY_USER).pdu(7).pduSource())
                .isZero();
        assertThat(ErrorInfo.LOGOFF_BY_USER).isEqualTo(0xC);
    }

    @Test
    void shouldRefuseCompressedAndUnknownPdus() {
        byte[] compressed = Packets.SHARE.bytes(new ShareDataPdu(7, new ShutdownRequest()));
        compressed[15] = 0x21;
        assertThatThrownBy(() -> ShareControlPdu.decode(new WireReader(compressed)))
                .isInstanceOf(MalformedPduException.class)
                .hasMessageContaining("compressedType");
        byte[] unknown = {6, 0, 0x14, 0, 0, 0};
        assertThatThrownBy(() -> ShareControlPdu.decode(new WireReader(unknown)))
                .isInstanceOf(MalformedPduException.class)
                .hasMessageContaining("pduType");
    }

    /** 65535 keys in each of five caches are announced, none is there: refused before anything is allocated. */
    @Test
    void shouldNotBelieveTheNumberOfKeys() {
        var out = new WireWriter();
        int mark = ShareDataPdu.begin(out, 7, PersistentKeyList.TYPE);
        for (int i = 0; i < 10; i++) {
            out.u16(0xFFFF);
        }
        out.u8(3).pad(3);
        ShareDataPdu.end(out, mark);
        assertThatThrownBy(() -> ShareControlPdu.decode(new WireReader(out.toByteArray())))
                .isInstanceOf(MalformedPduException.class)
                .hasMessageContaining("entries");
    }

    @Test
    void shouldSayWhetherUpdatesAreAllowed() {
        assertThat(new SuppressOutput(Optional.empty()).allowsDisplayUpdates()).isFalse();
        assertThat(new SuppressOutput(Optional.of(new InclusiveRectangle(0, 0, 1, 1))).allowsDisplayUpdates())
                .isTrue();
    }
}
