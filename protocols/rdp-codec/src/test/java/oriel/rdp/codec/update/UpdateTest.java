package oriel.rdp.codec.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import oriel.rdp.codec.bitmap.MalformedBitmapException;
import oriel.wire.MalformedPduException;
import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/** Updates of MS-RDPBCGR 2.2.9.1, on the fast path and on the slow. */
class UpdateTest {

    private static final HexFormat HEX = HexFormat.of();

    static Stream<Update> updates() {
        int[] colors = new int[256];
        Arrays.setAll(colors, i -> i * 0x010101);
        ColorPointer color = new ColorPointer(3, 1, 2, 4, 2, bytes(24), bytes(4));
        return Stream.of(
                new BitmapUpdate(List.of(
                        new BitmapData(1, 2, 4, 3, 4, 2, 16, 0, bytes(16)),
                        new BitmapData(0, 0, 63, 0, 64, 1, 16, 1, bytes(9)))),
                new BitmapUpdate(List.of()),
                PaletteUpdate.of(colors),
                new SynchronizeUpdate(),
                new SystemPointer(SlowPathType.SYSTEM_POINTER_NULL),
                new SystemPointer(SlowPathType.SYSTEM_POINTER_DEFAULT),
                new PointerPosition(1919, 1079),
                color,
                new NewPointer(32, color),
                new CachedPointer(19));
    }

    @ParameterizedTest
    @MethodSource("updates")
    void shouldComeBackFromTheFastPath(Update update) {
        byte[] data = update.toByteArray();

        assertThat(Update.decode(update.updateCode(), new WireReader(data))).isEqualTo(update);
    }

    @ParameterizedTest
    @MethodSource("updates")
    void shouldComeBackFromTheSlowPath(Update update) {
        WireWriter out = new WireWriter();
        update.encodeSlowPath(out);

        assertThat(decodeSlowPath(update, out.toByteArray())).isEqualTo(update);
    }

    @ParameterizedTest
    @MethodSource("updates")
    void shouldRefuseEveryTruncation(Update update) {
        WireWriter out = new WireWriter();
        update.encodeSlowPath(out);
        byte[] all = out.toByteArray();
        for (int cut = 0; cut < all.length; cut++) {
            byte[] part = Arrays.copyOf(all, cut);
            assertThatThrownBy(() -> decodeSlowPath(update, part)).isInstanceOf(MalformedPduException.class);
        }
    }

    private static Update decodeSlowPath(Update update, byte[] data) {
        return update instanceof PointerUpdate
                ? Update.decodeSlowPathPointer(new WireReader(data))
                : Update.decodeSlowPath(new WireReader(data));
    }

    @Test
    void shouldComeBackAsLargePointer() {
        LargePointer large =
                new LargePointer(32, new ColorPointer(0, 9, 9, 384, 200, bytes(384 * 200 * 4), bytes(9600)));

        assertThat(Update.decode(FastPathUpdateType.LARGE_POINTER, new WireReader(large.toByteArray())))
                .isEqualTo(large);
    }

    /** Put together by hand after 2.2.9.1.1.3.1.2.2: two pixels of 16 bpp, padded to four, at 10, 20. */
    @Test
    void shouldReadABitmapUpdateMadeByHand() {
        byte[] data = HEX.parseHex("0100" + "0100" + "0a00" + "1400" + "0b00" + "1400" + "0400" + "0100" + "1000"
                + "0000" + "0800" + "00f8e0071f00ffff");

        BitmapUpdate update = (BitmapUpdate) Update.decode(FastPathUpdateType.BITMAP, new WireReader(data));

        BitmapData bitmap = update.rectangles().getFirst();
        assertThat(bitmap.destLeft()).isEqualTo(10);
        assertThat(bitmap.destRight()).isEqualTo(11);
        assertThat(bitmap.pixels(4)).containsExactly(0xF800, 0x07E0, 0x001F, 0xFFFF);
        assertThatThrownBy(() -> bitmap.pixels(3)).isInstanceOf(MalformedPduException.class);
    }

    @Test
    void shouldCheckTheCompressionHeader() {
        // cbCompFirstRowSize 0, body 3, scan 16, uncompressed 32; then a mega mega background run of 16 pixels.
        String good = "0000" + "0300" + "1000" + "2000" + "f01000";
        assertThat(new BitmapData(0, 0, 7, 1, 8, 2, 16, 1, Octets.of(HEX.parseHex(good))).pixels(16))
                .containsOnly(0);
        for (String bad :
                List.of("0100030010002000f01000", "0000040010002000f01000", "0000030011002000f01000", "0000")) {
            BitmapData bitmap = new BitmapData(0, 0, 7, 1, 8, 2, 16, 1, Octets.of(HEX.parseHex(bad)));
            assertThatThrownBy(() -> bitmap.pixels(16)).isInstanceOf(MalformedPduException.class);
        }
        BitmapData wrong = new BitmapData(0, 0, 7, 1, 8, 2, 16, 0x401, Octets.of(HEX.parseHex("f0")));
        assertThatThrownBy(() -> wrong.pixels(16)).isInstanceOf(MalformedBitmapException.class);
        BitmapData depth = new BitmapData(0, 0, 7, 1, 8, 2, 17, 0, Octets.EMPTY);
        assertThatThrownBy(() -> depth.pixels(16)).isInstanceOf(MalformedPduException.class);
    }

    @Test
    void shouldReadAFastPathPduMadeByHand() {
        // Hidden pointer, then a cached pointer in the same PDU; the length has its short form.
        byte[] pdu = HEX.parseHex("00" + "0a" + "050000" + "0a0200" + "0700");

        List<FastPathUpdate> updates = FastPathUpdate.decodePdu(new WireReader(pdu));

        assertThat(updates)
                .containsExactly(
                        new FastPathUpdate(5, 0, Octets.EMPTY),
                        new FastPathUpdate(0xA, 0, Octets.of((byte) 7, (byte) 0)));
    }

    @Test
    void shouldRefuseFastPathPdusThatAreNone() {
        for (String bad :
                List.of("", "00", "0009050000", "0308050000", "4005050000", "00058500000000", "0008010500aa")) {
            byte[] pdu = HEX.parseHex(bad);
            assertThatThrownBy(() -> FastPathUpdate.decodePdu(new WireReader(pdu)))
                    .as(bad)
                    .isInstanceOf(MalformedPduException.class);
        }
    }

    @Test
    void shouldAssembleFragmentsInOrderOnly() {
        byte[] data = new PointerPosition(0x0102, 0x0304).toByteArray();
        FastPathUpdate first = new FastPathUpdate(8, FastPathUpdateType.FRAGMENT_FIRST, Octets.of(data, 0, 1));
        FastPathUpdate next = new FastPathUpdate(8, FastPathUpdateType.FRAGMENT_NEXT, Octets.of(data, 1, 2));
        FastPathUpdate last = new FastPathUpdate(8, FastPathUpdateType.FRAGMENT_LAST, Octets.of(data, 3, 1));
        FastPathUpdate other = new FastPathUpdate(9, FastPathUpdateType.FRAGMENT_LAST, Octets.of(data, 3, 1));

        UpdateAssembler assembler = new UpdateAssembler(4);
        for (int n = 0; n < 2; n++) {
            assertThat(assembler.accept(first)).isEmpty();
            assertThat(assembler.accept(next)).isEmpty();
            assertThat(assembler.accept(last)).contains(new PointerPosition(0x0102, 0x0304));
        }
        assertThatThrownBy(() -> new UpdateAssembler(4).accept(last)).isInstanceOf(MalformedPduException.class);
        assembler.accept(first);
        assertThatThrownBy(() -> assembler.accept(first)).isInstanceOf(MalformedPduException.class);
        assertThatThrownBy(() -> assembler.accept(other)).isInstanceOf(MalformedPduException.class);
        UpdateAssembler small = new UpdateAssembler(2);
        small.accept(first);
        assertThatThrownBy(() -> small.accept(next)).isInstanceOf(MalformedPduException.class);
    }

    @Test
    void shouldReadAndWriteABeep() {
        PlaySound sound = new PlaySound(250, 440);
        assertThat(PlaySound.decode(new WireReader(sound.toByteArray()))).isEqualTo(sound);
        assertThatThrownBy(() -> PlaySound.decode(new WireReader(new byte[7])))
                .isInstanceOf(MalformedPduException.class);
    }

    @Test
    void shouldFailOnlyInItsOwnWayOnRandomBytes() {
        Random random = new Random(2);
        int refused = 0;
        for (int n = 0; n < 20_000; n++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            try {
                Update.decode(n % 16, new WireReader(bytes));
                Update.decodeSlowPath(new WireReader(bytes));
                FastPathUpdate.decodePdu(new WireReader(bytes));
            } catch (MalformedPduException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(10_000);
    }

    private static Octets bytes(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 7);
        }
        return Octets.of(bytes);
    }
}
