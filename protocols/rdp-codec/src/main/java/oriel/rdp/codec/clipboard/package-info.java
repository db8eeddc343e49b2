/**
 * The PDUs of the static virtual channel {@code cliprdr} (MS-RDPECLIP), and the forms in which Windows keeps pictures (device-independent
 * bitmaps) and HTML on its clipboard.
 *
 * <p>Not done: the contents of file lists and metafiles, which Oriel does not share; their PDUs are read so that they can be refused.
 */
@NullMarked
package oriel.rdp.codec.clipboard;

import org.jspecify.annotations.NullMarked;
