package oriel.licensing.certificate;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.DLSet;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import oriel.licensing.exchange.Device;
import oriel.licensing.exchange.LicenseTerms;
import oriel.licensing.exchange.LicensedProduct;
import oriel.licensing.packets.LicenseServerInformation;
import oriel.licensing.packets.LicensedProductInformation;
import oriel.licensing.packets.LicensedVersionInformation;
import oriel.licensing.packets.PlatformId;
import oriel.wire.WireWriter;

/** Composes a licence; {@link ParsedLicense} takes it apart again. */
final class LicenseCertificate {

    /** Neutral: licences of the field have the number of their server's language here. */
    private static final int LANGUAGE = 0x0400;

    private LicenseCertificate() {}

    static byte[] compose(IssuerKeys.Signing issuer, String issuerName, LicenseTerms terms, LicensedProduct product)
            throws IOException, GeneralSecurityException {
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                IssuerCertificates.issuer(issuer.certificate()),
                BigInteger.valueOf(terms.serial()),
                Date.from(terms.validFrom()),
                Date.from(terms.validUntil()),
                subject(terms.device()),
                issuer.certificate().getPublicKey());
        builder.addExtension(LicenseExtensions.VERSION, false, i32(LicenseExtensions.CERTIFICATE_VERSION));
        builder.addExtension(LicenseExtensions.MANUFACTURER, false, wide(product.companyName()));
        builder.addExtension(
                LicenseExtensions.PRODUCT,
                false,
                information(terms, product).toOctets().toArray());
        builder.addExtension(
                LicenseExtensions.SERVER,
                false,
                new LicenseServerInformation(issuerName, Optional.of("Oriel"), product.scope())
                        .toOctets()
                        .toArray());
        builder.addExtension(
                Extension.authorityKeyIdentifier,
                false,
                new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(issuer.certificate()));
        X509Certificate leaf = IssuerCertificates.sign(builder, issuer.key());
        return chain(issuer.certificate(), leaf);
    }

    private static byte[] chain(X509Certificate root, X509Certificate leaf)
            throws IOException, GeneralSecurityException {
        var certificates = new DLSet(new Certificate[] {
            Certificate.getInstance(root.getEncoded()), Certificate.getInstance(leaf.getEncoded())
        });
        var signedData = new SignedData(
                new DERSet(), new ContentInfo(PKCSObjectIdentifiers.data, null), certificates, null, new DERSet());
        return new ContentInfo(PKCSObjectIdentifiers.signedData, signedData).getEncoded("DL");
    }

    /** Names are taken as they are: given as text, the library would read some signs at their beginning as notations of its own. */
    private static X500Name subject(Device device) {
        var subject = new X500NameBuilder(BCStyle.INSTANCE);
        if (!device.machineName().isEmpty()) {
            subject.addRDN(BCStyle.CN, new DERUTF8String(device.machineName()));
        }
        if (!device.userName().isEmpty()) {
            subject.addRDN(BCStyle.L, new DERUTF8String(device.userName()));
        }
        byte[] hardwareId = HexFormat.of().parseHex(device.hardwareId());
        return subject.addRDN(BCStyle.SERIALNUMBER, Base64.getEncoder().encodeToString(hardwareId))
                .build();
    }

    private static LicensedProductInformation information(LicenseTerms terms, LicensedProduct product) {
        int flags = LicensedVersionInformation.ENFORCED
                | LicensedVersionInformation.RELEASE
                | (terms.temporary() ? LicensedVersionInformation.TEMPORARY : 0);
        return new LicensedProductInformation(
                LicensedProductInformation.VERSION,
                1,
                new PlatformId(terms.device().platformId()),
                LANGUAGE,
                product.productId(),
                product.productId(),
                new LicensedVersionInformation(terms.version() >>> 16, terms.version() & 0xFFFF, flags));
    }

    private static byte[] i32(int value) {
        return new WireWriter().i32(value).toByteArray();
    }

    private static byte[] wide(String text) {
        return new WireWriter().utf16(text).u16(0).toByteArray();
    }
}
