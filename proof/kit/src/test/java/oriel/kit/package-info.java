/** Tests of the kit itself. */
@NullMarked
package oriel.kit;

import org.jspecify.annotations.NullMarked;
