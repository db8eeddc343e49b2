package oriel.licensing.packets;

import oriel.licensing.packets.crypto.ProprietarySignature;
import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Server Proprietary Certificate (PROPRIETARYSERVERCERTIFICATE) — MS-RDPBCGR, section 2.2.1.4.3.1.1. The key it is signed with is
 * printed in the specification: the signature proves nothing, but clients look for it.
 *
 * @param temporary whether it was issued temporarily
 * @param key the server's key
 * @param signature the signature, padding included
 */
public record ProprietaryCertificate(boolean temporary, ServerPublicKey key, Octets signature)
        implements ServerCertificate {
    static final int VERSION = 1;

    private static final int RSA = 1;

    /** A certificate of a key, signed. */
    public static ProprietaryCertificate signed(ServerPublicKey key) {
        return new ProprietaryCertificate(false, key, ProprietarySignature.sign(signed(false, key)));
    }

    /** Whether the signature is that of the first six fields. */
    public boolean isSigned() {
        return ProprietarySignature.verifies(signature, signed(temporary, key));
    }

    static ProprietaryCertificate decodeRest(WireReader in, boolean temporary) {
        in.named("Server Proprietary Certificate", "MS-RDPBCGR 2.2.1.4.3.1.1");
        algorithm(in, "dwSigAlgId");
        algorithm(in, "dwKeyAlgId");
        Octets key = LicenseBlob.expect(in, LicenseBlob.RSA_KEY, "PublicKeyBlob");
        Octets signature = LicenseBlob.expect(in, LicenseBlob.RSA_SIGNATURE, "SignatureBlob");
        in.expectEnd();
        return new ProprietaryCertificate(temporary, ServerPublicKey.decode(key.reader()), signature);
    }

    private static void algorithm(WireReader in, String field) {
        int algorithm = in.i32(field);
        if (algorithm != RSA) {
            throw in.malformed(field, "1", algorithm);
        }
    }

    /** What is signed: the first six fields. */
    private static byte[] signed(boolean temporary, ServerPublicKey key) {
        var out = new WireWriter();
        out.i32(VERSION | (temporary ? TEMPORARY : 0)).i32(RSA).i32(RSA);
        var blob = new WireWriter();
        key.encode(blob);
        new LicenseBlob(LicenseBlob.RSA_KEY, blob.toOctets()).encode(out);
        return out.toByteArray();
    }

    @Override
    public void encode(WireWriter out) {
        out.bytes(signed(temporary, key));
        new LicenseBlob(LicenseBlob.RSA_SIGNATURE, signature).encode(out);
    }
}
