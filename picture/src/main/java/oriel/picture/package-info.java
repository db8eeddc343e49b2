/**
 * From damage to a plan, shared by all providers: which parts of a {@link oriel.contract.desktop.Screen} a client must be sent
 * so that it shows what the screen shows.
 *
 * <p>No copy of the screen is kept. What a client shows is remembered as one 64-bit hash per cell of
 * 32 by 16 pixels, and the screen is read in strips whose buffers all
 * connections share. Moves and video regions are not looked for.
 */
@NullMarked
package oriel.picture;

import org.jspecify.annotations.NullMarked;
