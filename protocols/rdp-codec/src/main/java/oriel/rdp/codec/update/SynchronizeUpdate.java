package oriel.rdp.codec.update;

import oriel.wire.WireWriter;

/** Synchronize Update (TS_UPDATE_SYNC) — MS-RDPBCGR, sections 2.2.9.1.1.3.1.3 and 2.2.9.1.2.1.3. Asks for nothing. */
public record SynchronizeUpdate() implements Update {

    @Override
    public int updateCode() {
        return FastPathUpdateType.SYNCHRONIZE;
    }

    @Override
    public void encode(WireWriter out) {
        // It has no data on the fast path.
    }
}
