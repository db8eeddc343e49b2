/** Shows the trace of a connection: as the sequence diagram of the documentation in a terminal, as Mermaid, as JSON. */
@NullMarked
package oriel.server.trace;

import org.jspecify.annotations.NullMarked;
