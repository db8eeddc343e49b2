/** The assembled program: configuration, command line, control socket. */
@NullMarked
package oriel.server;

import org.jspecify.annotations.NullMarked;
