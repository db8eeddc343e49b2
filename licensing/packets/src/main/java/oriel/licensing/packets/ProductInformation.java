package oriel.licensing.packets;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Product Information (PRODUCT_INFO) — MS-RDPELE, section 2.2.2.1.1.
 *
 * @param version version of the product, high word major, low word minor
 * @param companyName who makes it
 * @param productId which it is
 */
public record ProductInformation(int version, String companyName, String productId) {
    private static final int LONGEST = 512;

    /** Checks that the texts can be written. */
    public ProductInformation {
        Terminated.check(companyName, "company name");
        Terminated.check(productId, "product id");
    }

    /** Reads the structure. */
    public static ProductInformation decode(WireReader in) {
        return new ProductInformation(in.i32("dwVersion"), text(in, "CompanyName"), text(in, "ProductId"));
    }

    /** A text behind its size, which counts the terminator and is above zero. */
    private static String text(WireReader in, String field) {
        int size = in.count(in.u32("cb" + field), LONGEST, "cb" + field);
        if (size < 2) {
            throw in.malformed("cb" + field, "at least 2", size);
        }
        return Terminated.wide(in, size, "pb" + field);
    }

    /** Writes the structure. */
    public void encode(WireWriter out) {
        var company = Terminated.wide(companyName);
        var product = Terminated.wide(productId);
        out.i32(version);
        out.u32(company.length()).octets(company);
        out.u32(product.length()).octets(product);
    }
}
