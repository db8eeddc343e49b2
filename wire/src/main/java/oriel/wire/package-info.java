/**
 * Reading and writing the fields of a wire: the ground every codec stands on.
 *
 * <p>A {@link oriel.wire.WireReader} always receives a complete PDU; whatever does not fit is answered with a
 * {@link oriel.wire.MalformedPduException} that names PDU, field, offset and both values. A
 * {@link oriel.wire.WireWriter} grows, can be reset and used again, so that a provider writes many PDUs without
 * garbage. Numbers are little-endian unless the method says {@code be}, because RDP and its licences are, and only the
 * standards below it (TPKT, X.224, MCS) are not.
 */
@NullMarked
package oriel.wire;

import org.jspecify.annotations.NullMarked;
