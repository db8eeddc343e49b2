package oriel.contract.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The binary values of properties: layout by hand, round trips, every truncation. */
class PackedBlocksTest {

    private static final UUID SESSION = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
    private static final String SESSION_HEX = "33221100554477668899aabbccddeeff";

    private static final DynamicTimeZoneInformation PARIS = new DynamicTimeZoneInformation(
            new TimeZoneInformation(
                    -60,
                    "Romance Standard Time",
                    new SystemTime(0, 10, 0, 5, 3, 0, 0, 0),
                    0,
                    "Romance Daylight Time",
                    new SystemTime(0, 3, 0, 5, 2, 0, 0, 0),
                    -60),
            "Romance Standard Time",
            true);

    private static final TsmfSupportDataIn QUESTION = new TsmfSupportDataIn(
            SESSION,
            List.of(
                    new TsmfSupportDataIn.Node(
                            7, List.of(new AmMediaType(SESSION, SESSION, true, false, 4, SESSION, new byte[] {1, 2}))),
                    new TsmfSupportDataIn.Node(-1, List.of())));

    private static final TsmfSupportDataOut ANSWER = new TsmfSupportDataOut(
            SESSION, List.of(new TsmfSupportDataOut.Node(7, TsmfSupportDataOut.Node.SUPPORTED, SESSION, 0)));

    @Test
    void shouldLayOutATimeZoneAsTheStructureOfTheOriginal() throws ProtocolException {
        byte[] bytes = PARIS.encode();

        assertThat(bytes).hasSize(432);
        assertThat(hex(bytes, 0, 8)).isEqualTo("c4ffffff" + "52006f00");
        assertThat(hex(bytes, 68, 20)).isEqualTo("00000a0000000500030000000000" + "0000" + "00000000");
        assertThat(hex(bytes, 168, 4)).isEqualTo("c4ffffff");
        assertThat(hex(bytes, 172, 4)).isEqualTo("52006f00");
        assertThat(hex(bytes, 428, 4)).isEqualTo("01000000");
        assertThat(DynamicTimeZoneInformation.decode(bytes)).isEqualTo(PARIS);
    }

    @Test
    void shouldTakeATimeZoneWithoutPaddingAndRefuseEveryShorterOne() throws ProtocolException {
        byte[] bytes = PARIS.encode();
        assertThat(DynamicTimeZoneInformation.decode(Arrays.copyOf(bytes, 430))).isEqualTo(PARIS);
        for (int length = 0; length < 430; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            refused(() -> DynamicTimeZoneInformation.decode(cut));
        }
    }

    @Test
    void shouldRefuseANameWithoutTerminator() {
        byte[] bytes = PARIS.encode();
        Arrays.fill(bytes, 4, 68, (byte) 'x');
        refused(() -> DynamicTimeZoneInformation.decode(bytes));
    }

    @Test
    void shouldPackMediaQuestionsOneAfterTheOther() throws ProtocolException {
        String media =
                SESSION_HEX + SESSION_HEX + "01000000" + "00000000" + "04000000" + SESSION_HEX + "02000000" + "0102";
        String expected = SESSION_HEX + "02000000" //
                + "52000000" + "0700000000000000" + "01000000" + media //
                + "10000000" + "ffffffffffffffff" + "00000000";
        byte[] bytes = QUESTION.encode();

        assertThat(HexFormat.of().formatHex(bytes)).isEqualTo(expected);
        assertThat(TsmfSupportDataIn.decode(bytes).encode()).isEqualTo(bytes);
        assertThat(TsmfSupportDataIn.decode(bytes).nodes()).hasSize(2);
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            refused(() -> TsmfSupportDataIn.decode(cut));
        }
    }

    @Test
    void shouldPackMediaAnswersOneAfterTheOther() throws ProtocolException {
        byte[] bytes = ANSWER.encode();

        assertThat(HexFormat.of().formatHex(bytes))
                .isEqualTo(SESSION_HEX + "01000000" + "0700000000000000" + "01000000" + SESSION_HEX + "00000000");
        assertThat(TsmfSupportDataOut.decode(bytes)).isEqualTo(ANSWER);
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            refused(() -> TsmfSupportDataOut.decode(cut));
        }
    }

    @Test
    void shouldRefuseCountsThatCannotBeThere() {
        byte[] bytes = ANSWER.encode();
        Arrays.fill(bytes, 16, 20, (byte) 0xFF);
        refused(() -> TsmfSupportDataOut.decode(bytes));
        bytes[19] = 0x7F;
        refused(() -> TsmfSupportDataOut.decode(bytes));
    }

    @Test
    void shouldRefuseANodeThatLiesAboutItsSize() {
        byte[] bytes = QUESTION.encode();
        bytes[20]++;
        refused(() -> TsmfSupportDataIn.decode(bytes));
    }

    private static String hex(byte[] bytes, int from, int length) {
        return HexFormat.of().formatHex(bytes, from, from + length);
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable decoding) {
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(decoding)
                .satisfies(e -> assertThat(e.result()).isEqualTo(HResult.E_INVALIDARG));
    }
}
