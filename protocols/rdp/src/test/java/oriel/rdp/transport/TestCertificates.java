package oriel.rdp.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import oriel.rdp.transport.ServerIdentity.PemPair;

/** Self-signed certificates for tests, made on the spot so that no private key lies in the sources. */
public final class TestCertificates {

    private TestCertificates() {}

    /** Writes certificate and key of an algorithm ({@code EC} or {@code RSA}) to a folder. */
    public static PemPair write(Path folder, String algorithm, int serial) throws IOException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(algorithm.equals("EC") ? 256 : 2048);
            KeyPair pair = generator.generateKeyPair();
            Path certificate = folder.resolve(algorithm + "-certificate.pem");
            Path key = folder.resolve(algorithm + "-key.pem");
            Files.writeString(certificate, pem("CERTIFICATE", certificate(pair, algorithm, serial)));
            Files.writeString(key, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
            return new PemPair(certificate, key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + label + "-----\n";
    }

    private static byte[] certificate(KeyPair pair, String algorithm, int serial) throws GeneralSecurityException {
        boolean ec = algorithm.equals("EC");
        byte[] signatureAlgorithm = ec
                ? Der.sequence(Der.oid(0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, 0x02))
                : Der.sequence(Der.oid(0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x0B), Der.NULL);
        byte[] name = Der.sequence(tagged(
                0x31,
                List.of(Der.sequence(
                        Der.oid(0x55, 0x04, 0x03),
                        tagged(0x0C, List.of("localhost".getBytes(StandardCharsets.US_ASCII)))))));
        byte[] validity = Der.sequence(
                tagged(0x17, List.of("200101000000Z".getBytes(StandardCharsets.US_ASCII))),
                tagged(0x17, List.of("491231235959Z".getBytes(StandardCharsets.US_ASCII))));
        byte[] body = Der.sequence(
                tagged(0xA0, List.of(tagged(0x02, List.of(new byte[] {2})))),
                tagged(0x02, List.of(BigInteger.valueOf(serial).toByteArray())),
                signatureAlgorithm,
                name,
                validity,
                name,
                pair.getPublic().getEncoded());
        Signature signature = Signature.getInstance(ec ? "SHA256withECDSA" : "SHA256withRSA");
        signature.initSign(pair.getPrivate());
        signature.update(body);
        return Der.sequence(body, signatureAlgorithm, tagged(0x03, List.of(new byte[1], signature.sign())));
    }

    private static byte[] tagged(int tag, List<byte[]> content) {
        var joined = new ByteArrayOutputStream();
        content.forEach(joined::writeBytes);
        return Der.value(tag, joined.toByteArray());
    }
}
