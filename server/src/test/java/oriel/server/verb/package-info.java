/** Tests of the package of the same name. */
@NullMarked
package oriel.server.verb;

import org.jspecify.annotations.NullMarked;
