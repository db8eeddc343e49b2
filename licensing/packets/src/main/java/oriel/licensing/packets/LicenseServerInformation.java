package oriel.licensing.packets;

import java.util.Optional;
import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * License Server Information, an extension of a licence — MS-RDPELE, section 2.2.1.4.2 (licensing.md, section 6.4). The versions are
 * printed with seven digits; licences of the field have 0x00003000 (Q34).
 *
 * @param issuerName name of the licence server
 * @param issuerId its product id; empty in version 1, which has none
 * @param scope its domain or workgroup
 */
public record LicenseServerInformation(String issuerName, Optional<String> issuerId, String scope) {
    private static final int VERSION_1 = 0x0000_1000;
    private static final int VERSION_2 = 0x0000_3000;

    /** The other readings of the same seven digits. */
    private static final int VERSION_1_SHIFTED = 0x0001_0000;

    private static final int VERSION_2_SHIFTED = 0x0003_0000;

    /** Checks that the texts can be written. */
    public LicenseServerInformation {
        Terminated.check(issuerName, "issuer name");
        issuerId.ifPresent(id -> Terminated.check(id, "issuer id"));
        Terminated.check(scope, "scope");
    }

    /** Reads a whole structure; licence servers put a few zero bytes behind it. */
    public static LicenseServerInformation decode(Octets bytes) {
        WireReader in = reader(bytes);
        int version = in.i32("Version");
        boolean hasId = switch (version) {
            case VERSION_1, VERSION_1_SHIFTED -> false;
            case VERSION_2, VERSION_2_SHIFTED -> true;
            default -> throw in.malformed("Version", "0x00001000 or 0x00003000", "0x%08x".formatted(version));
        };
        int nameOffset = in.u16("IssuerNameOffset");
        int idOffset = hasId ? in.u16("IssuerIdOffset") : 0;
        int scopeOffset = in.u16("LsScopeOffset");
        int start = in.position();
        return new LicenseServerInformation(
                text(bytes, start + nameOffset, "IssuerName"),
                hasId ? Optional.of(text(bytes, start + idOffset, "IssuerId")) : Optional.empty(),
                text(bytes, start + scopeOffset, "LsScope"));
    }

    private static String text(Octets bytes, int offset, String field) {
        WireReader in = reader(bytes);
        in.skip(offset, field);
        return Terminated.wideToTerminator(in, field);
    }

    private static WireReader reader(Octets bytes) {
        return bytes.reader().named("License Server Information", "MS-RDPELE 2.2.1.4.2");
    }

    /** The structure's bytes; version 2 if there is an issuer's id. */
    public Octets toOctets() {
        Octets name = Terminated.wide(issuerName);
        Octets id = issuerId.map(Terminated::wide).orElse(Octets.EMPTY);
        var out = new WireWriter();
        out.i32(issuerId.isPresent() ? VERSION_2 : VERSION_1).u16(0);
        if (issuerId.isPresent()) {
            out.u16(name.length());
        }
        out.u16(name.length() + id.length());
        return out.octets(name).octets(id).octets(Terminated.wide(scope)).toOctets();
    }
}
