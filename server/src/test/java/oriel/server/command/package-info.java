/** Tests of the package of the same name. */
@NullMarked
package oriel.server.command;

import org.jspecify.annotations.NullMarked;
