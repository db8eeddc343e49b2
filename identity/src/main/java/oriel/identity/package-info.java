/** Who may log on. */
@NullMarked
package oriel.identity;

import org.jspecify.annotations.NullMarked;
