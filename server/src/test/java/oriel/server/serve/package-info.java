/** Tests of the package of the same name. */
@NullMarked
package oriel.server.serve;

import org.jspecify.annotations.NullMarked;
