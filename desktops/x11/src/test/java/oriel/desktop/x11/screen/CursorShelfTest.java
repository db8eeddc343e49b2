package oriel.desktop.x11.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import oriel.contract.desktop.CursorShape;
import oriel.desktop.x11.extension.Fixes;

class CursorShelfTest {

    @Test
    void shouldUndoThePremultiplication() {
        assertThat(CursorShelf.straight(0xFF123456)).isEqualTo(0xFF123456);
        assertThat(CursorShelf.straight(0x00123456)).isZero();
        assertThat(CursorShelf.straight(0x80404040)).isEqualTo(0x80808080);
        assertThat(CursorShelf.straight(0x01FFFFFF)).isEqualTo(0x01FFFFFF); // more colour than there can be
    }

    @Test
    void shouldKnowAShapeAgainUnderAnotherNumber() {
        var shelf = new CursorShelf();
        CursorShape first = shelf.shape(new Fixes.CursorImage(1, 2, 1, 0, 0, -1, 0));
        assertThat(shelf.shape(new Fixes.CursorImage(9, 2, 1, 0, 0, -1, 0))).isSameAs(first);
        assertThat(shelf.shape(new Fixes.CursorImage(9, 2, 1, 1, 0, -1, 0))).isNotSameAs(first);
    }

    @Test
    void shouldHideWhatCannotBeSeen() {
        var shelf = new CursorShelf();
        assertThat(shelf.shape(new Fixes.CursorImage(1, 2, 1, 0, 0, 0, 0x00FFFFFF)))
                .isSameAs(CursorShape.HIDDEN);
        assertThat(shelf.shape(new Fixes.CursorImage(1, 30_000, 30_000, 0, 0))).isSameAs(CursorShape.HIDDEN);
    }

    @Test
    void shouldCutLargeOnesAroundTheHotSpot() {
        int[] pixels = new int[500 * 400];
        pixels[390 * 500 + 490] = 0xFF00FF00;
        CursorShape shape = new CursorShelf().shape(new Fixes.CursorImage(1, 500, 400, 490, 390, pixels));
        assertThat(shape.width()).isEqualTo(CursorShape.LARGEST);
        assertThat(shape.height()).isEqualTo(CursorShape.LARGEST);
        assertThat(shape.argb(shape.hotX(), shape.hotY())).isEqualTo(0xFF00FF00);
    }

    @Test
    void shouldTakeAHotSpotThatLiesOutside() {
        CursorShape shape = new CursorShelf().shape(new Fixes.CursorImage(1, 1, 1, 700, 700, -1));
        assertThat(shape.hotX()).isZero();
        assertThat(shape.hotY()).isZero();
    }
}
