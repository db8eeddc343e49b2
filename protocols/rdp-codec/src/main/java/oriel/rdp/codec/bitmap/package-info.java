/**
 * Bitmap compression of the Remote Desktop Protocol: interleaved run-length encoding for 8, 15, 16 and 24 bits per pixel
 * (MS-RDPBCGR 2.2.9.1.1.3.1.2.4 and 3.1.9) and the RDP 6.0 planar format for 32 (MS-RDPEGDI 2.2.2.5.1 and 3.1.9), both ways,
 * and the pixel formats they carry.
 *
 * <p>Pixels travel as <em>wire pixels</em>: one {@code int} each, holding the value at the client's depth, rows in the order
 * of the wire (the bottom row of the picture first) without gaps. Encoders own their scratch memory and allocate nothing per
 * bitmap. Colour loss and chroma subsampling of the planar format are not done.
 */
@NullMarked
package oriel.rdp.codec.bitmap;

import org.jspecify.annotations.NullMarked;
