/**
 * Display Control (MS-RDPEDISP), the dynamic virtual channel on which a client says that its monitors have changed. Whether a layout
 * makes sense is for the reader to say.
 */
@NullMarked
package oriel.rdp.codec.displaycontrol;

import org.jspecify.annotations.NullMarked;
