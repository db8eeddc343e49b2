/**
 * The run that fills the ahead-of-time cache (JEP 514): it does what a start, a client's arrival and the verbs do, so that
 * the classes for it are in the cache.
 */
@NullMarked
package oriel.server.train;

import org.jspecify.annotations.NullMarked;
