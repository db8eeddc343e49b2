package oriel.licensing.packets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

class ServerCertificateTest {
    /** The key that MS-RDPBCGR 5.3.3.1.2 prints as an example. */
    private static final String PRINTED_KEY = "5253413148000000" + "000200003f000000" + "01000100"
            + "affe36f2c5a1442e47c131a7dbc66702" + "64715c00c9b6b304d0899fe76b24e8e8"
            + "e52d0b13a90c6d4d915ee8f6b31717e3" + "9fc54d4abafab92a1bfb10dd918c60b7" + "0000000000000000";

    /** Its signature by the printed signing key, calculated with the big numbers of Python. */
    private static final String SIGNATURE = "b8ae2db837f6b40da4e340c68a67f9ef08c20517b772fec30638b1908089de57"
            + "9ed4747abcaf0cfe2d487fde5cdee4d9f9c49633b940afa8963f1996bef58929" + "0000000000000000";

    @Test
    void shouldReadAndWriteBothForms() {
        var proof = new Proof<>("server certificate", ServerCertificate::decode, ServerCertificate::encode);
        for (long seed = 0; seed < 20; seed++) {
            proof.holdsFor(new Some(seed).certificate(), seed);
        }
    }

    @Test
    void shouldSignThePrintedKey() {
        var certificate = ProprietaryCertificate.signed(printedKey());
        assertThat(certificate.signature()).isEqualTo(Octets.of(HexFormat.of().parseHex(SIGNATURE)));
        assertThat(certificate.isSigned()).isTrue();
    }

    @Test
    void shouldSeeThatAnotherKeyWasSigned() {
        var signature = ProprietaryCertificate.signed(printedKey()).signature();
        assertThat(new ProprietaryCertificate(false, new Some(1).key(), signature).isSigned())
                .isFalse();
        assertThat(new ProprietaryCertificate(true, printedKey(), signature).isSigned())
                .isFalse();
        assertThat(new ProprietaryCertificate(false, printedKey(), Octets.EMPTY).isSigned())
                .isFalse();
    }

    @Test
    void shouldWriteThePrintedKeyAgain() {
        var out = new WireWriter();
        printedKey().encode(out);
        assertThat(HexFormat.of().formatHex(out.toByteArray())).isEqualTo(PRINTED_KEY);
    }

    /** The top bit of the version says that a certificate was issued temporarily: bytes 02 00 00 80. */
    @Test
    void shouldWriteTheVersionOfATemporaryChain() {
        var out = new WireWriter();
        new X509CertificateChain(true, java.util.List.of(Octets.of((byte) 1), Octets.of((byte) 2))).encode(out);
        assertThat(HexFormat.of().formatHex(out.toByteArray()))
                .isEqualTo("02000080" + "02000000" + "0100000001" + "0100000002" + "00".repeat(16));
    }

    private static ServerPublicKey printedKey() {
        return ServerPublicKey.decode(new WireReader(HexFormat.of().parseHex(PRINTED_KEY)));
    }
}
