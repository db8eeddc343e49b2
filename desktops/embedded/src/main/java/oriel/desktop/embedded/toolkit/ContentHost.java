package oriel.desktop.embedded.toolkit;

/**
 * The window as its {@link Content} sees it. All methods may be called from any thread, also while the scene is locked by
 * that thread; none calls the content back before it returns. After the window is closed they do nothing.
 */
public interface ContentHost {

    /**
     * Runs a change of the content's state while the scene is locked, so that nobody draws or types meanwhile. News of the
     * damage goes out when the outermost change is done. Keep it short.
     *
     * @param change what to do
     */
    void update(Runnable change);

    /**
     * Part of the content looks different now.
     *
     * @param x      left edge, from the left of the content, in pixels
     * @param y      top edge, from the top of the content, in pixels
     * @param width  in pixels
     * @param height in pixels
     */
    void repaint(int x, int y, int width, int height);

    /** All of the content looks different now. */
    void repaint();

    /**
     * Puts a text into the title bar.
     *
     * @param title one line; longer ones are shortened for show
     */
    void title(String title);

    /** The content wants another {@linkplain Content#pointerShape picture of the pointer} although nobody moved it. */
    void pointerShapeChanged();

    /**
     * Rings the bell.
     *
     * @param hertz        frequency, 37 … 32767
     * @param milliseconds duration, 1 … 5000
     */
    void bell(int hertz, int milliseconds);

    /**
     * Tells the user something in a message box.
     *
     * @param message   which message: its title and text are kept as {@code message.title} and {@code message.text}
     * @param arguments what to put into the gaps of the text
     */
    void tell(String message, Object... arguments);

    /** Closes the window without asking. */
    void close();

    /**
     * The clipboard of the scene.
     *
     * @return text, or empty
     */
    String clipboard();

    /**
     * Puts text onto the clipboard of the scene.
     *
     * @param text replaces what is there
     */
    void clipboard(String text);
}
