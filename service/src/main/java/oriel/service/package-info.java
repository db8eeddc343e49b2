/** The service: start, connection, reconnect and disconnect sequences; sessions; arbitration; trace. It knows no protocol. */
@NullMarked
package oriel.service;

import org.jspecify.annotations.NullMarked;
