/**
 * The picture of an X server: where it changes is told by DAMAGE, pixels are read through shared memory (MIT-SHM), cursors come from
 * XFIXES. Nothing is polled and no frame is kept.
 */
@NullMarked
package oriel.desktop.x11.screen;

import org.jspecify.annotations.NullMarked;
