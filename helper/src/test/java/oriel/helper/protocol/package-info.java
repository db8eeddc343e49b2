/** Tests of {@code oriel.helper.protocol}. */
@NullMarked
package oriel.helper.protocol;

import org.jspecify.annotations.NullMarked;
