/**
 * From the verb {@code serve} to a service that is ready, and back: {@link oriel.server.serve.Serve} reads as what starts and
 * in which order.
 */
@NullMarked
package oriel.server.serve;

import org.jspecify.annotations.NullMarked;
