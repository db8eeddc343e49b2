package oriel.licensing.packets;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/** Server Certificate (SERVER_CERTIFICATE) — MS-RDPBCGR, section 2.2.1.4.3.1. */
public sealed interface ServerCertificate permits ProprietaryCertificate, X509CertificateChain {
    /** The bit of {@code dwVersion} that says that the certificate was issued temporarily. */
    int TEMPORARY = 0x8000_0000;

    /** Whether it was issued temporarily. */
    boolean temporary();

    /** Writes the structure, {@code dwVersion} included. */
    void encode(WireWriter out);

    /** Reads a whole structure. */
    static ServerCertificate decode(WireReader in) {
        in.named("Server Certificate", "MS-RDPBCGR 2.2.1.4.3.1");
        int version = in.i32("dwVersion");
        boolean temporary = (version & TEMPORARY) != 0;
        return switch (version & ~TEMPORARY) {
            case ProprietaryCertificate.VERSION -> ProprietaryCertificate.decodeRest(in, temporary);
            case X509CertificateChain.VERSION -> X509CertificateChain.decodeRest(in, temporary);
            default -> throw in.malformed("dwVersion", "1 or 2", version & ~TEMPORARY);
        };
    }
}
