package oriel.rdp.codec.update;

import oriel.wire.Octets;
import oriel.wire.WireWriter;

/**
 * An update whose data is not looked into: drawing orders, surface commands, and codes that do not exist yet.
 *
 * @param updateCode its code on the fast path
 * @param data       as received
 */
public record OpaqueUpdate(int updateCode, Octets data) implements Update {

    @Override
    public void encode(WireWriter out) {
        out.octets(data);
    }
}
