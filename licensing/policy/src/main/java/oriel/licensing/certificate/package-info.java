/**
 * The issuer of licences: its keys, and licences as chains of X.509 certificates (MS-RDPELE 2.2.1.4; licensing.md, section 6).
 *
 * <p>A licence is a PKCS #7 message that signs nothing and carries two certificates, the issuer's own first, as those of the field
 * are. What the specification leaves open and those show: the subject is machine, user, and the hardware id in Base64 (as serial
 * number of the subject; theirs is a hash of it), extensions hold bare structures without ASN.1 around them. The leaf has the issuer's
 * public key, as a client has none.
 *
 * <p>Licences are signed with SHA-256 and RSA, 2048 bits. Licence servers of the field sign with SHA-1 under its old number
 * 1.3.14.3.2.29; SHA-1 is broken for this very purpose, and clients keep licences unread: FreeRDP 2.11 and rdesktop 1.9 write the
 * bytes to a file. RSA and not an elliptic curve, so that a client that does look inside finds the algorithm it was promised.
 */
@NullMarked
package oriel.licensing.certificate;

import org.jspecify.annotations.NullMarked;
