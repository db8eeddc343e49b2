/** Tests of the package of the same name. */
@NullMarked
package oriel.server.toml;

import org.jspecify.annotations.NullMarked;
