/** What the front end and the helper say to each other ({@code docs/helper-protocol.md}): records, their bytes, frames. */
@NullMarked
package oriel.helper.protocol;

import org.jspecify.annotations.NullMarked;
