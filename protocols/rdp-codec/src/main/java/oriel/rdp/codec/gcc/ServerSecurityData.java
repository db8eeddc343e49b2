package oriel.rdp.codec.gcc;

import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Server Security Data (TS_UD_SC_SEC1) — MS-RDPBCGR, section 2.2.1.4.3.
 *
 * @param encryptionMethod method of Standard RDP Security; 0 under TLS
 * @param encryptionLevel level of Standard RDP Security; 0 under TLS
 * @param serverRandom random number of the server; empty when method and level are 0
 * @param serverCertificate certificate of the server, not looked into; empty when method and level are 0
 */
public record ServerSecurityData(
        int encryptionMethod, int encryptionLevel, Octets serverRandom, Octets serverCertificate)
        implements ServerBlock {
    /** SC_SECURITY. */
    public static final int TYPE = 0x0C02;

    /** No encryption, because TLS does it. */
    public static final ServerSecurityData NONE = new ServerSecurityData(0, 0, Octets.EMPTY, Octets.EMPTY);

    static ServerSecurityData decodeFields(WireReader in) {
        in.named("Server Security Data", "MS-RDPBCGR 2.2.1.4.3");
        int method = in.i32("encryptionMethod");
        int level = in.i32("encryptionLevel");
        if ((method == 0 && level == 0) || !in.hasRemaining()) {
            return new ServerSecurityData(method, level, Octets.EMPTY, Octets.EMPTY);
        }
        int randomLength = in.count(in.u32("serverRandomLen"), 0xFFFF, "serverRandomLen");
        int certificateLength = in.count(in.u32("serverCertLen"), 0xFFFF, "serverCertLen");
        return new ServerSecurityData(
                method,
                level,
                in.octets(randomLength, "serverRandom"),
                in.octets(certificateLength, "serverCertificate"));
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        out.i32(encryptionMethod).i32(encryptionLevel);
        if (encryptionMethod != 0 || encryptionLevel != 0) {
            out.i32(serverRandom.length()).i32(serverCertificate.length());
            out.octets(serverRandom).octets(serverCertificate);
        }
    }
}
