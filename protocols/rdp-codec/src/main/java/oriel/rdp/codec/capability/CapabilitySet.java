package oriel.rdp.codec.capability;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Capability Set (TS_CAPS_SET) — MS-RDPBCGR, section 2.2.1.13.1.1.1: what a peer can do, exchanged in Demand Active and Confirm Active
 * PDUs.
 */
public sealed interface CapabilitySet
        permits GeneralCapability,
                BitmapCapability,
                OrderCapability,
                BitmapCacheCapability,
                ControlCapability,
                ActivationCapability,
                PointerCapability,
                ShareCapability,
                ColorCacheCapability,
                SoundCapability,
                InputCapability,
                FontCapability,
                BrushCapability,
                OffscreenCacheCapability,
                BitmapCacheHostSupportCapability,
                BitmapCacheRev2Capability,
                VirtualChannelCapability,
                DrawNineGridCacheCapability,
                DrawGdiPlusCapability,
                RailCapability,
                WindowListCapability,
                DesktopCompositionCapability,
                MultifragmentUpdateCapability,
                LargePointerCapability,
                SurfaceCommandsCapability,
                FrameAcknowledgeCapability,
                GlyphCacheCapability,
                BitmapCodecsCapability,
                CapabilitySet.Other {
    /** Most sets one PDU may hold; there are 29 types, and nobody sends one twice. */
    int MAXIMUM = 64;

    /** Size of the header: type and length. */
    int HEADER_SIZE = 2 /* capabilitySetType */ + 2 /* lengthCapability */;

    /** The type in the header. */
    int type();

    /** Writes the fields behind the header. */
    void encodeFields(WireWriter out);

    /** Reads the next set; what stands behind the known fields of a set is from a newer peer and ignored. */
    static CapabilitySet decode(WireReader in) {
        in.named("Capability Set", "MS-RDPBCGR 2.2.1.13.1.1.1");
        int type = in.u16("capabilitySetType");
        in.need(2, "lengthCapability");
        int length = in.peek(0, "lengthCapability") | in.peek(1, "lengthCapability") << 8;
        if (length < HEADER_SIZE || length - 2 > in.remaining()) {
            throw in.malformed("lengthCapability", HEADER_SIZE + " to " + (in.remaining() + 2), length);
        }
        in.skip(2, "lengthCapability");
        WireReader fields = in.slice(length - HEADER_SIZE, "capabilityData");
        return switch (type) {
            case GeneralCapability.TYPE -> GeneralCapability.decodeFields(fields);
            case BitmapCapability.TYPE -> BitmapCapability.decodeFields(fields);
            case OrderCapability.TYPE -> OrderCapability.decodeFields(fields);
            case BitmapCacheCapability.TYPE -> BitmapCacheCapability.decodeFields(fields);
            case ControlCapability.TYPE -> ControlCapability.decodeFields(fields);
            case ActivationCapability.TYPE -> ActivationCapability.decodeFields(fields);
            case PointerCapability.TYPE -> PointerCapability.decodeFields(fields);
            case ShareCapability.TYPE -> ShareCapability.decodeFields(fields);
            case ColorCacheCapability.TYPE -> ColorCacheCapability.decodeFields(fields);
            case SoundCapability.TYPE -> SoundCapability.decodeFields(fields);
            case InputCapability.TYPE -> InputCapability.decodeFields(fields);
            case FontCapability.TYPE -> FontCapability.decodeFields(fields);
            case BrushCapability.TYPE -> BrushCapability.decodeFields(fields);
            case OffscreenCacheCapability.TYPE -> OffscreenCacheCapability.decodeFields(fields);
            case BitmapCacheHostSupportCapability.TYPE -> BitmapCacheHostSupportCapability.decodeFields(fields);
            case BitmapCacheRev2Capability.TYPE -> BitmapCacheRev2Capability.decodeFields(fields);
            case VirtualChannelCapability.TYPE -> VirtualChannelCapability.decodeFields(fields);
            case DrawNineGridCacheCapability.TYPE -> DrawNineGridCacheCapability.decodeFields(fields);
            case DrawGdiPlusCapability.TYPE -> DrawGdiPlusCapability.decodeFields(fields);
            case RailCapability.TYPE -> RailCapability.decodeFields(fields);
            case WindowListCapability.TYPE -> WindowListCapability.decodeFields(fields);
            case DesktopCompositionCapability.TYPE -> DesktopCompositionCapability.decodeFields(fields);
            case MultifragmentUpdateCapability.TYPE -> MultifragmentUpdateCapability.decodeFields(fields);
            case LargePointerCapability.TYPE -> LargePointerCapability.decodeFields(fields);
            case SurfaceCommandsCapability.TYPE -> SurfaceCommandsCapability.decodeFields(fields);
            case FrameAcknowledgeCapability.TYPE -> FrameAcknowledgeCapability.decodeFields(fields);
            case GlyphCacheCapability.TYPE -> GlyphCacheCapability.decodeFields(fields);
            case BitmapCodecsCapability.TYPE -> BitmapCodecsCapability.decodeFields(fields);
            default -> new Other(type, fields.rest());
        };
    }

    /** Writes header and fields. */
    default void encode(WireWriter out) {
        int mark = out.size();
        out.u16(type()).u16(0);
        encodeFields(out);
        out.setU16(mark + 2, out.size() - mark);
    }

    /** Reads a number of sets, padding, and the sets. */
    static List<CapabilitySet> decodeAll(WireReader in) {
        int count = in.count(in.u16("numberCapabilities"), MAXIMUM, "numberCapabilities");
        in.skip(2, "pad2Octets");
        var sets = new ArrayList<CapabilitySet>(count);
        for (int i = 0; i < count; i++) {
            sets.add(decode(in));
        }
        return List.copyOf(sets);
    }

    /** Writes a number of sets, padding, and the sets. */
    static void encodeAll(List<CapabilitySet> sets, WireWriter out) {
        out.u16(sets.size()).pad(2);
        sets.forEach(set -> set.encode(out));
    }

    /** The first set of a kind. */
    static <C extends CapabilitySet> Optional<C> find(List<CapabilitySet> sets, Class<C> kind) {
        return sets.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /** Checks bytes of a fixed length. */
    static void checkLength(Octets octets, int length) {
        if (octets.length() != length) {
            throw new IllegalArgumentException("not " + length + " bytes: " + octets.length());
        }
    }

    /**
     * A set this version does not know.
     *
     * @param type the type in the header
     * @param data the bytes behind the header
     */
    record Other(int type, Octets data) implements CapabilitySet {
        @Override
        public void encodeFields(WireWriter out) {
            out.octets(data);
        }
    }
}
