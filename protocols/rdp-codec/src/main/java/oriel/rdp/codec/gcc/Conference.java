package oriel.rdp.codec.gcc;

import oriel.rdp.codec.mcs.Per;
import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/** What request and response have in common: the object key of T.124 and the one set of user data with an H.221 key. */
final class Conference {
    /** ConnectData's key: a choice of 0 (object), then { itu-t(0) recommendation(0) t(20) t124(124) version(0) 1 }. */
    private static final Octets T124_OBJECT = Octets.of(new byte[] {0, 5, 0, 20, 124, 0, 1});

    private static final int ONE_SET = 1;
    private static final int VALUE_WITH_H221_KEY = 0xC0;
    private static final int KEY_LENGTH = 4;

    private Conference() {}

    static void object(WireReader in) {
        Octets received = in.octets(T124_OBJECT.length(), "t124Identifier");
        if (!received.equals(T124_OBJECT)) {
            throw in.malformed("t124Identifier", "the object identifier of T.124", "another");
        }
    }

    static void object(WireWriter out) {
        out.octets(T124_OBJECT);
    }

    static WireReader userData(WireReader in, String key) {
        in.expectU8(ONE_SET, "userData");
        in.expectU8(VALUE_WITH_H221_KEY, "userData");
        in.expectU8(0 /* beyond the least length, 4 */, "h221NonStandard");
        String received = in.latin1(KEY_LENGTH, "h221NonStandard");
        if (!received.equals(key)) {
            throw in.malformed("h221NonStandard", key, "another key");
        }
        return in.slice(Per.length(in, "userData"), "userData");
    }

    /** Writes everything before the blocks and their length; answers where that is to be inserted. */
    static int beginUserData(WireWriter out, String key) {
        out.u8(ONE_SET).u8(VALUE_WITH_H221_KEY).u8(0).latin1(key);
        return out.size();
    }
}
