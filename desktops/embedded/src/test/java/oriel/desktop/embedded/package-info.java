/** Looks at and plays with whole scenes. */
@NullMarked
package oriel.desktop.embedded;

import org.jspecify.annotations.NullMarked;
