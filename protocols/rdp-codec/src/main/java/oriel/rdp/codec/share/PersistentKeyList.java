package oriel.rdp.codec.share;

import java.util.ArrayList;
import java.util.List;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Persistent Key List PDU — MS-RDPBCGR, section 2.2.1.17: the bitmaps a client kept from earlier sessions.
 *
 * @param numEntries entries of the five caches in this PDU
 * @param totalEntries entries of the five caches in all PDUs of the sequence
 * @param bitMask {@link #FIRST}, {@link #LAST}
 * @param entries keys of the bitmaps, cache after cache
 */
public record PersistentKeyList(List<Integer> numEntries, List<Integer> totalEntries, int bitMask, List<Long> entries)
        implements ShareData {
    /** PERSIST_FIRST_PDU. */
    public static final int FIRST = 0x01;

    /** PERSIST_LAST_PDU. */
    public static final int LAST = 0x02;

    /** PDUTYPE2_BITMAPCACHE_PERSISTENT_LIST. */
    static final int TYPE = 0x2B;

    private static final int CACHES = 5;
    private static final int ENTRY_SIZE = 4 /* Key1 */ + 4 /* Key2 */;

    /** Copies the lists. */
    public PersistentKeyList {
        numEntries = List.copyOf(numEntries);
        totalEntries = List.copyOf(totalEntries);
        entries = List.copyOf(entries);
        if (numEntries.size() != CACHES || totalEntries.size() != CACHES || sum(numEntries) != entries.size()) {
            throw new IllegalArgumentException("not five caches, or another number of entries than they say");
        }
    }

    static PersistentKeyList decodeFields(WireReader in) {
        in.named("Persistent Key List PDU", "MS-RDPBCGR 2.2.1.17.1");
        List<Integer> counts = counts(in, "numEntriesCache");
        List<Integer> totals = counts(in, "totalEntriesCache");
        int bitMask = in.u8("bBitMask");
        in.skip(1 + 2, "pad");
        int count = sum(counts);
        in.need(count * ENTRY_SIZE, "entries");
        var entries = new ArrayList<Long>(count);
        for (int i = 0; i < count; i++) {
            entries.add(in.i64("entries"));
        }
        return new PersistentKeyList(counts, totals, bitMask, entries);
    }

    private static List<Integer> counts(WireReader in, String field) {
        var counts = new ArrayList<Integer>(CACHES);
        for (int i = 0; i < CACHES; i++) {
            counts.add(in.u16(field));
        }
        return counts;
    }

    private static int sum(List<Integer> counts) {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        numEntries.forEach(out::u16);
        totalEntries.forEach(out::u16);
        out.u8(bitMask).pad(1 + 2);
        entries.forEach(out::i64);
    }
}
