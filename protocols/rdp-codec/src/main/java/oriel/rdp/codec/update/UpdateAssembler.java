package oriel.rdp.codec.update;

import java.util.Optional;
import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/** Puts the fragments of fast-path updates together again, as a client does: MS-RDPBCGR 3.2.5.9.3. */
public final class UpdateAssembler {

    private final int maxRequestSize;
    private final WireWriter fragments = new WireWriter();
    private int updateCode = -1;

    /**
     * Makes an assembler.
     *
     * @param maxRequestSize largest update that is put together, in bytes; 0 = none is
     */
    public UpdateAssembler(int maxRequestSize) {
        this.maxRequestSize = maxRequestSize;
    }

    /**
     * Takes the next update or fragment.
     *
     * @param part as received
     * @return the update that is complete with it, if one is
     */
    public Optional<Update> accept(FastPathUpdate part) {
        Octets data = part.updateData();
        boolean begins = part.fragmentation() == FastPathUpdateType.FRAGMENT_SINGLE
                || part.fragmentation() == FastPathUpdateType.FRAGMENT_FIRST;
        if (begins != (updateCode < 0) || (!begins && updateCode != part.updateCode())) {
            throw malformed(data, "fragmentation", "a fragment in its place", part.fragmentation());
        }
        if (part.fragmentation() == FastPathUpdateType.FRAGMENT_SINGLE) {
            return Optional.of(Update.decode(part.updateCode(), data.reader()));
        }
        if (fragments.size() + data.length() > maxRequestSize) {
            throw malformed(data, "size", "at most " + maxRequestSize + " bytes", fragments.size() + data.length());
        }
        updateCode = part.updateCode();
        fragments.octets(data);
        if (part.fragmentation() != FastPathUpdateType.FRAGMENT_LAST) {
            return Optional.empty();
        }
        Update update = Update.decode(updateCode, new WireReader(fragments.toByteArray()));
        fragments.reset();
        updateCode = -1;
        return Optional.of(update);
    }

    private static RuntimeException malformed(Octets data, String field, String expected, long received) {
        return data.reader().named("Fast-Path Update", "MS-RDPBCGR 2.2.9.1.2.1").malformed(field, expected, received);
    }
}
