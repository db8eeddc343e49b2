/** Tests of the package of the same name. */
@NullMarked
package oriel.server.config;

import org.jspecify.annotations.NullMarked;
