/**
 * The clipboard shared with a client over the static channel {@code cliprdr} ([MS-RDPECLIP]): text, HTML and pictures, both ways,
 * fetched when somebody pastes. Files are not shared; who asks for some is told that there are none.
 */
@NullMarked
package oriel.rdp.clipboard;

import org.jspecify.annotations.NullMarked;
