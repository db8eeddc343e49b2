package oriel.contract.protocol;

/**
 * An area of a screen ({@code WTS_SMALL_RECT}; page of that name), in pixels of the session.
 *
 * @param left left edge
 * @param top top edge
 * @param right right edge, exclusive
 * @param bottom bottom edge, exclusive
 */
public record SmallRect(short left, short top, short right, short bottom) {}
