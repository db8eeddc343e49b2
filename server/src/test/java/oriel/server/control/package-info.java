/** Tests of the package of the same name. */
@NullMarked
package oriel.server.control;

import org.jspecify.annotations.NullMarked;
