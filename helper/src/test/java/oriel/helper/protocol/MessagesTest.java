package oriel.helper.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import oriel.wire.MalformedPduException;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

class MessagesTest {

    static Stream<ToHelper> toHelper() {
        return Samples.toHelper().stream();
    }

    static Stream<FromHelper> fromHelper() {
        return Samples.fromHelper().stream();
    }

    private static byte[] bytes(Consumer<WireWriter> message) {
        var out = new WireWriter();
        message.accept(out);
        return out.toByteArray();
    }

    @ParameterizedTest
    @MethodSource
    void toHelper(ToHelper message) {
        byte[] bytes = bytes(message::encode);
        assertThat(ToHelper.decode(new WireReader(bytes))).isEqualTo(message);
        onlyWhole(bytes, in -> ToHelper.decode(in));
    }

    @ParameterizedTest
    @MethodSource
    void fromHelper(FromHelper message) {
        byte[] bytes = bytes(message::encode);
        assertThat(FromHelper.decode(new WireReader(bytes))).isEqualTo(message);
        onlyWhole(bytes, in -> FromHelper.decode(in));
    }

    private static void onlyWhole(byte[] bytes, Consumer<WireReader> decode) {
        for (int length = 0; length < bytes.length; length++) {
            var truncated = new WireReader(bytes, 0, length);
            assertThatThrownBy(() -> decode.accept(truncated)).isInstanceOf(MalformedPduException.class);
        }
        var longer = new WireReader(Arrays.copyOf(bytes, bytes.length + 1));
        assertThatThrownBy(() -> decode.accept(longer)).isInstanceOf(MalformedPduException.class);
    }

    /** What a system says may be of any length: it is cut, never refused. */
    @Test
    void shouldCutWhatIsTooLong() {
        var message = new FromHelper.Failed(1, "é".repeat(5000) + "\0", Collections.nCopies(100, "x".repeat(5000)));

        var read = (FromHelper.Failed) FromHelper.decode(new WireReader(bytes(message::encode)));

        assertThat(read.reason()).isEqualTo("é".repeat(FromHelper.LONGEST_TEXT / 2));
        assertThat(read.tail()).hasSize(FromHelper.MOST_LINES);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, FrameStream.LONGEST + 1, Integer.MAX_VALUE})
    void shouldRefuseFramesOfLength(int length) {
        byte[] header = bytes(out -> out.i32(length));
        assertThatThrownBy(() -> FrameStream.read(new ByteArrayInputStream(header), ToHelper::decode))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("a frame of ");
    }

    @Test
    void shouldReadOneFrameAfterTheOther() throws IOException {
        byte[] two = bytes(out -> {
            out.bytes(FrameStream.frame(new ToHelper.Seen(1)::encode));
            out.bytes(FrameStream.frame(new ToHelper.Cancel(2)::encode));
        });
        var in = new ByteArrayInputStream(two);

        assertThat(FrameStream.read(in, ToHelper::decode)).contains(new ToHelper.Seen(1));
        assertThat(FrameStream.read(in, ToHelper::decode)).contains(new ToHelper.Cancel(2));
        assertThat(FrameStream.read(in, ToHelper::decode)).isEmpty();
    }

    @Test
    void shouldShowNoSecret() {
        assertThat(Samples.toHelper().toString()).doesNotContain("Wüste").doesNotContain("123456");
        var secret = new Secret(new char[] {'a'});
        secret.wipe();
        assertThat(List.of(secret.characters()[0])).containsExactly('\0');
    }
}
