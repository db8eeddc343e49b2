/**
 * The keys of licensing (MS-RDPELE 5.1; MS-RDPBCGR 5.3.3.1 and 5.3.4; licensing.md, section 5): from the secrets of both sides to a
 * key and a checksum, the raw RSA that carries the premaster secret, and the signature of proprietary certificates.
 *
 * <p>MD5, SHA-1 and RC4 are what the protocol asks for. They come from the JDK, RC4 (its name there is ARCFOUR) included, although it
 * would take fifteen lines to write: whoever forbids one of them on a host, by a FIPS provider or the security properties of the JDK,
 * is obeyed, and {@link oriel.licensing.packets.crypto.LicenseKeys#available()} notices before a packet is sent.
 *
 * <p>Not done: keys that do not lie in the JVM's memory.
 */
@NullMarked
package oriel.licensing.packets.crypto;

import org.jspecify.annotations.NullMarked;
