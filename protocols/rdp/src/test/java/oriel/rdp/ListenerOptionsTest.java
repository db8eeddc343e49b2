package oriel.rdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oriel.contract.protocol.ListenerConfiguration;
import oriel.contract.protocol.ListenerSettings;
import oriel.contract.protocol.ProtocolException;
import oriel.rdp.sound.SoundCodec;
import oriel.rdp.transport.ServerIdentity.PemPair;

class ListenerOptionsTest {

    private static ListenerOptions options(Map<String, String> values) throws ProtocolException {
        return ListenerOptions.of(new ListenerConfiguration("RDP-Tcp", "rdp", true, values));
    }

    @Test
    void shouldListenEverywhereOnTheUsualPortWithoutAnyWord() throws ProtocolException {
        var options = options(Map.of());
        assertThat(options.addresses()).containsExactly(new InetSocketAddress(3389));
        assertThat(options.maxConnections()).isEqualTo(ListenerSettings.NO_LIMIT);
        assertThat(options.stepTimeout()).isEqualTo(TimeUnit.SECONDS.toNanos(15));
        assertThat(options.soundCodec()).isEqualTo(SoundCodec.AUTO);
        assertThat(options(Map.of("sound-codec", " pcm")).soundCodec()).isEqualTo(SoundCodec.PCM);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:4000, /127.0.0.1:4000",
        "[::1]:4000, /[0:0:0:0:0:0:0:1]:4000",
        "127.0.0.1, /127.0.0.1:3389",
        "[::1], /[0:0:0:0:0:0:0:1]:3389",
        "*:4000, 0.0.0.0/0.0.0.0:4000"
    })
    void shouldUnderstandAddress(String text, String expected) throws ProtocolException {
        assertThat(options(Map.of("address", text)).addresses()).singleElement().hasToString(expected);
    }

    @Test
    void shouldTakeSeveralAddressesAndCertificates() throws ProtocolException {
        var options = options(Map.of(
                "address", "127.0.0.1:1, 127.0.0.1:2",
                "certificate", "a.pem, b.pem",
                "key", "a.key,b.key"));
        assertThat(options.addresses()).hasSize(2);
        assertThat(options.identity())
                .containsExactly(
                        new PemPair(Path.of("a.pem"), Path.of("a.key")),
                        new PemPair(Path.of("b.pem"), Path.of("b.key")));
    }

    @ParameterizedTest
    @CsvSource({
        "address, 127.0.0.1:port",
        "address, 127.0.0.1:70000",
        "step-timeout, 0",
        "step-timeout, soon",
        "half-open, -1",
        "setup-bytes, 12",
        "certificate, alone.pem",
        "sound-codec, mp3"
    })
    void shouldRefuse(String key, String value) {
        assertThatThrownBy(() -> options(Map.of(key, value)))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("listener RDP-Tcp");
    }
}
