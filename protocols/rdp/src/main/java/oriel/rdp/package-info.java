/** The RDP protocol provider. */
@NullMarked
package oriel.rdp;

import org.jspecify.annotations.NullMarked;
