package oriel.rdp.codec.gcc;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Client Security Data (TS_UD_CS_SEC) — MS-RDPBCGR, section 2.2.1.3.3.
 *
 * @param encryptionMethods flags of the methods of Standard RDP Security the client can do; 0 under TLS
 * @param extEncryptionMethods the same, from French locales only
 */
public record ClientSecurityData(int encryptionMethods, int extEncryptionMethods) implements ClientBlock {
    /** CS_SECURITY. */
    public static final int TYPE = 0xC002;

    static ClientSecurityData decodeFields(WireReader in) {
        in.named("Client Security Data", "MS-RDPBCGR 2.2.1.3.3");
        return new ClientSecurityData(in.i32("encryptionMethods"), in.i32("extEncryptionMethods"));
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        out.i32(encryptionMethods).i32(extEncryptionMethods);
    }
}
