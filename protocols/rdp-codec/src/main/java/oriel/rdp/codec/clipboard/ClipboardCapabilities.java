package oriel.rdp.codec.clipboard;

import java.util.OptionalInt;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Clipboard Capabilities PDU (CLIPRDR_CAPS) — MS-RDPECLIP, section 2.2.2.1. The General Capability Set is the only one there is; others
 * are passed over.
 *
 * @param version the field version of the General Capability Set
 * @param general the field generalFlags of the General Capability Set; empty = the set is missing
 */
public record ClipboardCapabilities(int version, OptionalInt general) implements ClipboardPdu {
    static final int TYPE = 0x0007;

    /** CB_CAPS_VERSION_2. */
    public static final int VERSION_2 = 2;

    /** CB_USE_LONG_FORMAT_NAMES. */
    public static final int USE_LONG_FORMAT_NAMES = 0x0002;

    private static final int GENERAL = 0x0001;
    private static final int SET_HEADER_SIZE = 2 /* capabilitySetType */ + 2 /* lengthCapability */;
    private static final int GENERAL_SIZE = SET_HEADER_SIZE + 4 /* version */ + 4 /* generalFlags */;

    /** Without a General Capability Set there is no version. */
    public ClipboardCapabilities {
        if (general.isEmpty() && version != 0) {
            throw new IllegalArgumentException("a version of nothing");
        }
    }

    /** Whether a flag of the General Capability Set is raised. */
    public boolean has(int flag) {
        return (general.orElse(0) & flag) != 0;
    }

    static ClipboardCapabilities decodeBody(WireReader body) {
        int count = body.u16("cCapabilitiesSets");
        body.skip(2, "pad1");
        int version = 0;
        OptionalInt flags = OptionalInt.empty();
        for (int i = 0; i < count; i++) {
            int type = body.u16("capabilitySetType");
            int length = body.u16("lengthCapability");
            if (length < SET_HEADER_SIZE) {
                throw body.malformed("lengthCapability", "at least " + SET_HEADER_SIZE, length);
            }
            WireReader set = body.slice(length - SET_HEADER_SIZE, "capabilityData");
            if (type == GENERAL) {
                version = set.i32("version");
                flags = OptionalInt.of(set.i32("generalFlags"));
            }
        }
        return new ClipboardCapabilities(version, flags);
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeBody(WireWriter out, boolean longNames) {
        out.u16(general.isPresent() ? 1 : 0).pad(2);
        general.ifPresent(
                flags -> out.u16(GENERAL).u16(GENERAL_SIZE).i32(version).i32(flags));
    }
}
