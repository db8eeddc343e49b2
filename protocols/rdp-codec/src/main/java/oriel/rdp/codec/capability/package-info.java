/**
 * What client and server can do: a record for every capability set of MS-RDPBCGR 2.2.7 and of the documents it refers to (MS-RDPEGDI,
 * MS-RDPERP, MS-RDPRFX). Sets of an unknown type survive as {@link oriel.rdp.codec.capability.CapabilitySet.Other}.
 *
 * <p>The records hold the fields as sent; what follows from two sides' sets is decided by the provider.
 */
@NullMarked
package oriel.rdp.codec.capability;

import org.jspecify.annotations.NullMarked;
