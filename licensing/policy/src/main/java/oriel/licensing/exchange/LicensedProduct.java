package oriel.licensing.exchange;

import oriel.licensing.packets.ProductInformation;
import oriel.licensing.packets.Scope;

/**
 * What licences of this host are for. Clients look for a licence of the same company, product and scope, and of this version or a
 * later one, and keep what they are given under these four.
 *
 * @param version     version of the product, high word major, low word minor
 * @param companyName who makes it
 * @param productId   which it is
 * @param scope       where its licences are issued
 */
public record LicensedProduct(int version, String companyName, String productId, String scope) {

    /** The name is not that of the licences of Windows hosts, so that clients keep those apart from ours. */
    public static final LicensedProduct ORIEL = new LicensedProduct(0x0001_0000, "Oriel", "A02", "oriel");

    ProductInformation information() {
        return new ProductInformation(version, companyName, productId);
    }

    Scope scopeOfIssue() {
        return new Scope(scope);
    }
}
