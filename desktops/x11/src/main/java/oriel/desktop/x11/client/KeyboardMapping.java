package oriel.desktop.x11.client;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/** What keys mean in the core protocol. */
public final class KeyboardMapping {

    private KeyboardMapping() {}

    /**
     * GetKeyboardMapping — X Protocol, section 9: answers with keysyms, one row per key.
     *
     * @param first code of the first key
     * @param count how many keys
     */
    public record Get(int first, int count) implements Query<int[][]> {

        @Override
        public void encode(WireWriter out) {
            Request.head(out, 101, 0).u8(first).u8(count).pad(2);
        }

        @Override
        public int[][] decode(WireReader in) {
            int perKey = Query.head(in);
            in.skip(24, "unused");
            int[][] keys = new int[count][perKey];
            for (int[] key : keys) {
                for (int i = 0; i < perKey; i++) {
                    key[i] = in.i32("keysym");
                }
            }
            return keys;
        }

        @Override
        public int longest() {
            return 32 + 255 * 255 * 4;
        }
    }

    /**
     * ChangeKeyboardMapping — X Protocol, section 9.
     *
     * @param first  code of the first key
     * @param perKey keysyms of each key
     * @param syms   the keysyms, key after key
     */
    public record Change(int first, int perKey, int... syms) implements Request {

        @Override
        public void encode(WireWriter out) {
            Request.head(out, 100, syms.length / perKey).u8(first).u8(perKey).pad(2);
            for (int sym : syms) {
                out.i32(sym);
            }
        }
    }

    /**
     * MappingNotify — X Protocol, section 10.
     *
     * @param request 0 = modifiers, 1 = keys, 2 = buttons of the pointer
     * @param first   code of the first key that means something else
     * @param count   how many keys
     */
    public record Notify(int request, int first, int count) {

        /** The kind of events. */
        public static final EventType<Notify> TYPE = EventType.of("MappingNotify", 34, Notify::decode);

        private static Notify decode(WireReader in) {
            in.skip(4, "code, sequence number");
            return new Notify(in.u8("request"), in.u8("first-keycode"), in.u8("count"));
        }
    }
}
