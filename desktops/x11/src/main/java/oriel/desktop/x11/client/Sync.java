package oriel.desktop.x11.client;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/** GetInputFocus — X Protocol, section 9: the cheapest request that has a reply, to know that what was sent before is done. */
record Sync() implements Query<Boolean> {

    @Override
    public void encode(WireWriter out) {
        Request.head(out, 43, 0);
    }

    @Override
    public Boolean decode(WireReader in) {
        Query.head(in);
        return true;
    }
}
