/** Tests of the launcher script. */
@NullMarked
package oriel.server.launcher;

import org.jspecify.annotations.NullMarked;
