package oriel.desktop.x11.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FontScaleTest {

    @Test
    void shouldReplaceOnlyTheResolution() {
        assertThat(FontScale.merge("", 96)).isEqualTo("Xft.dpi:\t96\n");
        assertThat(FontScale.merge("a: 1\nXft.dpi :120\nXft.dpiX: 3\nb", 96))
                .isEqualTo("a: 1\nXft.dpiX: 3\nb\nXft.dpi:\t96\n");
        assertThat(FontScale.merge("Xft.dpi:\t96\n", 96)).isEqualTo("Xft.dpi:\t96\n");
    }
}
