package oriel.licensing.packets;

import java.util.ArrayList;
import java.util.List;
import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * X.509 Certificate Chain (X509_CERTIFICATE_CHAIN) — MS-RDPELE, section 2.2.1.4.2.
 *
 * @param temporary whether it was issued temporarily
 * @param certificates the certificates in DER, root first, the server's own last
 */
public record X509CertificateChain(boolean temporary, List<Octets> certificates) implements ServerCertificate {
    static final int VERSION = 2;

    private static final int FEWEST = 2;
    private static final int MOST = 200;

    /** Checks the count of certificates, and copies the list. */
    public X509CertificateChain {
        certificates = List.copyOf(certificates);
        if (certificates.size() < FEWEST || certificates.size() > MOST) {
            throw new IllegalArgumentException("a chain of " + certificates.size() + " certificates");
        }
    }

    static X509CertificateChain decodeRest(WireReader in, boolean temporary) {
        in.named("X.509 Certificate Chain", "MS-RDPELE 2.2.1.4.2");
        int count = in.count(in.u32("NumCertBlobs"), MOST, "NumCertBlobs");
        if (count < FEWEST) {
            throw in.malformed("NumCertBlobs", "at least " + FEWEST, count);
        }
        var certificates = new ArrayList<Octets>();
        for (int i = 0; i < count; i++) {
            int size = in.count(in.u32("cbCert"), LicenseBlob.LONGEST, "cbCert");
            certificates.add(in.octets(size, "abCert"));
        }
        in.skip(padding(count), "Padding");
        in.expectEnd();
        return new X509CertificateChain(temporary, certificates);
    }

    private static int padding(int count) {
        return 8 + 4 * count;
    }

    @Override
    public void encode(WireWriter out) {
        out.i32(VERSION | (temporary ? TEMPORARY : 0)).u32(certificates.size());
        certificates.forEach(certificate -> out.u32(certificate.length()).octets(certificate));
        out.pad(padding(certificates.size()));
    }
}
