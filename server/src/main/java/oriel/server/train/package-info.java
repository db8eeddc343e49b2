/**
 * The run that fills the ahead-of-time cache (JEP 514): it does what a start, the arrival of clients and the verbs do, so that
 * the classes for it are in the cache, and with them the profiles from which they are compiled (JEP 515).
 */
@NullMarked
package oriel.server.train;

import org.jspecify.annotations.NullMarked;
