/** Extensions of the X protocol that the picture of a desktop is made with; the facts are those of the xorgproto documents. */
@NullMarked
package oriel.desktop.x11.extension;

import org.jspecify.annotations.NullMarked;
