/** The log: a file that is rotated, and a short version of it on standard error. The command line logs nothing. */
@NullMarked
package oriel.server.logging;

import org.jspecify.annotations.NullMarked;
