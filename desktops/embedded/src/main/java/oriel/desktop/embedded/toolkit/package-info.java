/**
 * A small widget set on headless Java2D: a retained scene that is drawn on demand, with damage, focus and a pointer, and
 * the seam between a window and its content. No framebuffer, no AWT components.
 */
@NullMarked
package oriel.desktop.embedded.toolkit;

import org.jspecify.annotations.NullMarked;
