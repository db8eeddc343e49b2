/** From damage to a plan, shared by all providers. */
@NullMarked
package oriel.picture;

import org.jspecify.annotations.NullMarked;
