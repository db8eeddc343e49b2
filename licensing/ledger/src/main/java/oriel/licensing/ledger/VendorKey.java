package oriel.licensing.ledger;

import java.security.PublicKey;

/**
 * The public key of a vendor whose packs are trusted.
 *
 * @param name what the administrator calls the vendor
 * @param key  an Ed25519 key
 */
public record VendorKey(String name, PublicKey key) {

    /** Checks the algorithm. */
    public VendorKey {
        if (!key.getAlgorithm().equals("EdDSA") && !key.getAlgorithm().equals("Ed25519")) {
            throw new IllegalArgumentException("a vendor's key is an Ed25519 key, not one of " + key.getAlgorithm());
        }
    }

    /**
     * Which key it is, for people and packs.
     *
     * @return the first 16 bytes of the SHA-256 of the encoded key, in hexadecimal digits
     */
    public String fingerprint() {
        return PackKeys.fingerprint(key);
    }
}
