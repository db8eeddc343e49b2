package oriel.desktop.embedded.toolkit;

/** Pictures of the pointer that scenes know. */
public enum PointerShape {
    /** The plain arrow. */
    ARROW,
    /** A beam between letters. */
    TEXT,
    /** A hand over something to press. */
    HAND,
    /** Four arrows: something is being moved. */
    MOVE,
    /** Up and down. */
    RESIZE_VERTICAL,
    /** Left and right. */
    RESIZE_HORIZONTAL,
    /** From upper left to lower right. */
    RESIZE_FALLING,
    /** From lower left to upper right. */
    RESIZE_RISING,
    /** Please wait. */
    BUSY
}
