package oriel.desktop.embedded.toolkit;

import java.awt.Graphics2D;
import oriel.desktop.embedded.keyboard.KeyPress;
import oriel.desktop.embedded.keyboard.Modifiers;

/** The stage before anything stands on it. */
enum EmptyScenery implements Scenery {
    INSTANCE;

    @Override
    public void resized(int width, int height) {
        // nothing is there to be arranged
    }

    @Override
    public void paint(Graphics2D g) {
        // the backdrop is all there is to see
    }

    @Override
    public void keyPressed(KeyPress press) {
        // nobody listens
    }

    @Override
    public void modifiersChanged(Modifiers modifiers) {
        // nobody listens
    }

    @Override
    public void logoKey() {
        // nobody listens
    }

    @Override
    public void pointer(PointerEvent event) {
        // nobody listens
    }

    @Override
    public PointerShape pointerShape(int x, int y) {
        return PointerShape.ARROW;
    }
}
