/**
 * The packets of Remote Desktop licensing (MS-RDPELE 2.2; MS-RDPBCGR 2.2.1.12 and 2.2.1.4.3.1; licensing.md), of both sides, since
 * clients that prove the server need those of the client. A {@link oriel.licensing.packets.LicensePacket} is a whole packet with its
 * preamble; what its encrypted fields hold are records of their own, and the extensions of a licence too.
 *
 * <p>Decoders raise {@link oriel.wire.MalformedPduException}; the one door for packets of a client,
 * {@link oriel.licensing.packets.LicensePacket#receive}, says which error the client must be told as well. The types of blobs are not
 * insisted on where clients in the field write others: rdesktop 1.9 sends every blob of its hardware id and its answer to the
 * challenge as BB_DATA_BLOB.
 */
@NullMarked
package oriel.licensing.packets;

import org.jspecify.annotations.NullMarked;
