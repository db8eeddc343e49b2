/** Licence packets and policies. */
@NullMarked
package oriel.licensing;

import org.jspecify.annotations.NullMarked;
