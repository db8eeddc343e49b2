/** Tests of {@code oriel.helper.privileged}. */
@NullMarked
package oriel.helper.privileged;

import org.jspecify.annotations.NullMarked;
