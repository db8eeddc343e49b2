/** Tests of the package of the same name. */
@NullMarked
package oriel.server.trace;

import org.jspecify.annotations.NullMarked;
