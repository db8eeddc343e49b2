/** How the helper logs: lines on its standard error, which the front end puts into its own log. */
@NullMarked
package oriel.helper.log;

import org.jspecify.annotations.NullMarked;
