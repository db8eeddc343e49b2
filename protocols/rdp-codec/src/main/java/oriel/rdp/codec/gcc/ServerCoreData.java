package oriel.rdp.codec.gcc;

import java.util.OptionalInt;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Server Core Data (TS_UD_SC_CORE) — MS-RDPBCGR, section 2.2.1.4.2.
 *
 * @param version RDP version, as in Client Core Data
 * @param clientRequestedProtocols what the client asked for in its negotiation request, repeated against downgrade; 0 if it did not
 *     negotiate
 * @param earlyCapabilityFlags the flags of {@link EarlyCapability} whose names begin with SC; only behind clientRequestedProtocols
 */
public record ServerCoreData(int version, OptionalInt clientRequestedProtocols, OptionalInt earlyCapabilityFlags)
        implements ServerBlock {
    /** SC_CORE. */
    public static final int TYPE = 0x0C01;

    /** Version 5.0 to 8.1. */
    public static final int VERSION_5_0 = 0x0008_0004;

    /** Version 10.7. */
    public static final int VERSION_10_7 = 0x0008_000C;

    /** Checks that the last field does not stand alone. */
    public ServerCoreData {
        if (earlyCapabilityFlags.isPresent() && clientRequestedProtocols.isEmpty()) {
            throw new IllegalArgumentException("earlyCapabilityFlags without clientRequestedProtocols");
        }
    }

    static ServerCoreData decodeFields(WireReader in) {
        in.named("Server Core Data", "MS-RDPBCGR 2.2.1.4.2");
        return new ServerCoreData(
                in.i32("version"), optional(in, "clientRequestedProtocols"), optional(in, "earlyCapabilityFlags"));
    }

    private static OptionalInt optional(WireReader in, String field) {
        return in.hasRemaining() ? OptionalInt.of(in.i32(field)) : OptionalInt.empty();
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        out.i32(version);
        clientRequestedProtocols.ifPresent(out::i32);
        earlyCapabilityFlags.ifPresent(out::i32);
    }
}
