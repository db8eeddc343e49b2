package oriel.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import oriel.contract.desktop.ClientView;
import oriel.contract.desktop.Size;
import oriel.contract.protocol.ClientData;

class ClientViewsTest {

    private static ClientView view(int layout, int inputLocale, int width, int height) {
        ClientData client = ClientData.builder()
                .keyboardLayout(layout)
                .activeInputLocale(inputLocale)
                .hRes(width)
                .vRes(height)
                .build();
        return ClientViews.of(client, Locale.ITALIAN);
    }

    @Test
    void shouldSpeakTheLanguageOfTheKeyboard() {
        assertThat(view(0x0000040C, 0, 800, 600).locale()).isEqualTo(Locale.FRENCH);
        assertThat(view(0x00000809, 0, 800, 600).locale()).isEqualTo(Locale.ENGLISH);
        assertThat(view(0x00010407, 0, 800, 600).locale()).isEqualTo(Locale.GERMAN);
        assertThat(view(0, 0x0C0C, 800, 600).locale()).isEqualTo(Locale.FRENCH);
        assertThat(view(0, 0, 800, 600).locale()).isEqualTo(Locale.ITALIAN);
        assertThat(view(0x0000047F, 0, 800, 600).locale()).isEqualTo(Locale.ITALIAN);
    }

    @Test
    void shouldKeepTheSizeInRange() {
        assertThat(view(0, 0, 1920, 1080).size()).isEqualTo(new Size(1920, 1080));
        assertThat(view(0, 0, 0, 0).size()).isEqualTo(new Size(1024, 768));
        assertThat(view(0, 0, 40_000, 600).size()).isEqualTo(new Size(Size.LARGEST, 600));
    }
}
