/** What tests of several packages need. */
@NullMarked
package oriel.rdp.proof;

import org.jspecify.annotations.NullMarked;
