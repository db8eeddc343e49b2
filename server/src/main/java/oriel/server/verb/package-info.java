/** The verbs of the program, a class for each family, and the list of them all. */
@NullMarked
package oriel.server.verb;

import org.jspecify.annotations.NullMarked;
