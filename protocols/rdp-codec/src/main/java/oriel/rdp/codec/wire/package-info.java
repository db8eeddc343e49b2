/**
 * Reading and writing bytes: the ground all other packages of the codec stand on.
 *
 * <p>A {@link oriel.rdp.codec.wire.WireReader} always receives a complete PDU; whatever does not fit is answered with a
 * {@link oriel.rdp.codec.wire.MalformedPduException} that names PDU, field, offset and both values. A
 * {@link oriel.rdp.codec.wire.WireWriter} grows, can be reset and used again, so that a provider writes many PDUs without
 * garbage. Numbers are little-endian unless the method says {@code be}, because RDP itself is little-endian and only the
 * standards below it (TPKT, X.224, MCS) are not.
 */
@NullMarked
package oriel.rdp.codec.wire;

import org.jspecify.annotations.NullMarked;
