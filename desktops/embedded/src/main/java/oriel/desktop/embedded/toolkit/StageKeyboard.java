package oriel.desktop.embedded.toolkit;

import oriel.contract.desktop.KeyboardSink;
import oriel.desktop.embedded.keyboard.KeyboardTranslator;
import oriel.desktop.embedded.keyboard.Modifiers;

/** The keyboard of a stage: makes key presses of scan codes and hands them to the scenery, under the stage's lock. */
public final class StageKeyboard implements KeyboardSink {

    private static final int LEFT_LOGO = 0x5B;
    private static final int RIGHT_LOGO = 0x5C;

    private final Stage stage;
    private final KeyboardTranslator translator;
    private int layout;
    /** A logo key is down and no other key has followed. */
    private boolean logoAlone;

    /**
     * Makes the keyboard.
     *
     * @param stage  who gets its presses
     * @param layout keyboard layout id of Windows; 0 = unknown
     */
    public StageKeyboard(Stage stage, int layout) {
        this.stage = stage;
        this.layout = layout;
        this.translator =
                new KeyboardTranslator(layout, press -> stage.scenery().keyPressed(press));
    }

    /**
     * Whether Caps Lock is on.
     *
     * @return whether it is
     */
    public boolean capsLock() {
        return translator.capsLock();
    }

    /**
     * The modifier keys that are held.
     *
     * @return the modifiers
     */
    public Modifiers modifiers() {
        return translator.modifiers();
    }

    /**
     * The layout in use.
     *
     * @return keyboard layout id of Windows; 0 = unknown
     */
    public int layout() {
        return layout;
    }

    /**
     * Changes the layout; within {@link Stage#update(Runnable)}.
     *
     * @param id keyboard layout id of Windows; 0 = unknown
     */
    public void layout(int id) {
        layout = id;
        translator.layout(id);
    }

    @Override
    public void key(int scanCode, int prefix, boolean down) {
        stage.update(() -> {
            translator.key(scanCode, prefix, down);
            stage.scenery().modifiersChanged(translator.modifiers());
            boolean logo = prefix == 0xE0 && (scanCode == LEFT_LOGO || scanCode == RIGHT_LOGO);
            if (logo && !down && logoAlone) {
                stage.scenery().logoKey();
            }
            logoAlone = logo && down;
        });
    }

    @Override
    public void character(int codePoint, boolean down) {
        stage.update(() -> {
            logoAlone = false;
            translator.character(codePoint, down);
        });
    }

    @Override
    public void locks(boolean scroll, boolean num, boolean caps, boolean kana) {
        stage.update(() -> {
            translator.locks(scroll, num, caps, kana);
            stage.scenery().modifiersChanged(translator.modifiers());
        });
    }

    @Override
    public void releaseAll() {
        stage.update(() -> {
            logoAlone = false;
            translator.releaseAll();
            stage.scenery().modifiersChanged(translator.modifiers());
        });
    }
}
