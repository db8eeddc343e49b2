package oriel.desktop.embedded.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import oriel.contract.desktop.ClipboardContent;
import oriel.contract.desktop.ClipboardFormat;

class SharedTextTest {

    private final SharedText clipboard = new SharedText();
    private final List<ClipboardContent> client = new ArrayList<>();

    /** Something the client has copied; it is known when it was fetched. */
    private static final class FromClient implements ClipboardContent {
        private final ClipboardFormat format;
        private final CountDownLatch fetched = new CountDownLatch(1);

        private FromClient(ClipboardFormat format) {
            this.format = format;
        }

        @Override
        public Set<ClipboardFormat> formats() {
            return Set.of(format);
        }

        @Override
        public byte[] read(ClipboardFormat wanted, int limit) {
            fetched.countDown();
            return "from the client".getBytes(StandardCharsets.UTF_8);
        }
    }

    @Test
    void shouldOfferWhatAWindowHasCopied() throws IOException {
        clipboard.watch(client::add);
        clipboard.copy("déjà");
        assertThat(client.getFirst().read(ClipboardFormat.TEXT, 100))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("déjà");
        assertThatThrownBy(() -> client.getFirst().read(ClipboardFormat.TEXT, 3))
                .hasMessage("the copied text has 6 bytes, more than 3");
    }

    @Test
    void shouldOfferToAClientThatComesLater() {
        clipboard.copy("before");
        clipboard.watch(client::add);
        assertThat(client).hasSize(1);
    }

    @Test
    void shouldHaveWhatTheClientHasCopiedUntilItGoes() {
        clipboard.watch(client::add);
        clipboard.offer(new FromClient(ClipboardFormat.TEXT));
        while (clipboard.text().isEmpty()) {
            Thread.onSpinWait();
        }
        assertThat(clipboard.text()).isEqualTo("from the client");
        assertThat(client).as("nothing comes back").isEmpty();
        clipboard.unwatch();
        assertThat(clipboard.text()).isEmpty();
    }

    @Test
    void shouldNotAskForPictures() {
        clipboard.copy("mine");
        var picture = new FromClient(ClipboardFormat.PNG);
        clipboard.offer(picture);
        assertThat(picture.fetched.getCount()).isOne();
        assertThat(clipboard.text()).isEqualTo("mine");
    }
}
