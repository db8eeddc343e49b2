/** Tests of the package of the same name. */
@NullMarked
package oriel.server.home;

import org.jspecify.annotations.NullMarked;
