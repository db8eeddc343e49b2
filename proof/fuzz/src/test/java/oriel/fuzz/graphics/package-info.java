/** Fuzz targets of what a client decodes: bitmaps, updates and pointers. */
@NullMarked
package oriel.fuzz.graphics;

import org.jspecify.annotations.NullMarked;
