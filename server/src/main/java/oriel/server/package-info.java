/** The assembled program: what starts, in which order, and which verbs there are. */
@NullMarked
package oriel.server;

import org.jspecify.annotations.NullMarked;
