package oriel.licensing.exchange;

import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import oriel.licensing.packets.ProprietaryCertificate;
import oriel.licensing.packets.ServerCertificate;
import oriel.licensing.packets.ServerPublicKey;
import oriel.licensing.packets.X509CertificateChain;
import oriel.wire.Octets;

/**
 * The key that clients encrypt their premaster secret with, and the certificate that carries it to them. It is never the key that
 * signs licences: raw RSA with that one would sign what a client likes.
 */
public final class ExchangeKey {

    private final RSAPrivateKey key;
    private final RSAPublicKey publicKey;
    private volatile @Nullable ServerCertificate certificate;

    private ExchangeKey(RSAPrivateKey key, RSAPublicKey publicKey, @Nullable ServerCertificate certificate) {
        this.key = key;
        this.publicKey = publicKey;
        this.certificate = certificate;
    }

    /**
     * A key in a proprietary certificate: the form for hosts that have no certificate of a Microsoft licence server (MS-RDPELE
     * 3.2.1.3), and the default. Clients verify it by a key they all have; FreeRDP 2.11 takes both forms, rdesktop 1.9 looks at neither.
     *
     * @param key       the private key
     * @param publicKey the public key
     * @return both, to be used in exchanges
     */
    public static ExchangeKey proprietary(RSAPrivateKey key, RSAPublicKey publicKey) {
        return new ExchangeKey(key, publicKey, null);
    }

    /**
     * A key in a chain of X.509 certificates.
     *
     * @param key       the private key
     * @param publicKey the public key
     * @param chain     the certificates in DER, root first, that of the key last
     * @return all of it, to be used in exchanges
     */
    public static ExchangeKey chain(RSAPrivateKey key, RSAPublicKey publicKey, List<byte[]> chain) {
        var certificates = chain.stream().map(Octets::of).toList();
        return new ExchangeKey(key, publicKey, new X509CertificateChain(false, certificates));
    }

    RSAPrivateKey privateKey() {
        return key;
    }

    /** The certificate; a proprietary one is made when first asked for, as a host may not allow the hash it needs. */
    ServerCertificate certificate() {
        if (certificate == null) {
            certificate = ProprietaryCertificate.signed(
                    ServerPublicKey.of(publicKey.getPublicExponent(), publicKey.getModulus()));
        }
        return Objects.requireNonNull(certificate);
    }
}
