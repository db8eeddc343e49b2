package oriel.licensing.packets;

import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * New License Information (NEW_LICENSE_INFO) — MS-RDPELE, section 2.2.2.6.1.
 *
 * @param version version of the product, high word major, low word minor
 * @param scope where the licence was issued
 * @param companyName who makes the product
 * @param productId which product it is
 * @param license the licence itself, which the client keeps unread
 */
public record NewLicenseInformation(int version, Scope scope, String companyName, String productId, Octets license) {
    private static final int LONGEST_TEXT = 1024;

    /** Checks that the texts can be written. */
    public NewLicenseInformation {
        Terminated.check(companyName, "company name");
        Terminated.check(productId, "product id");
    }

    /** Reads a whole structure. */
    public static NewLicenseInformation decode(WireReader in) {
        in.named("New License Information", "MS-RDPELE 2.2.2.6.1");
        int version = in.i32("dwVersion");
        Octets scope = in.octets(size(in, LONGEST_TEXT, "cbScope"), "pbScope");
        String company = Terminated.wide(in, size(in, LONGEST_TEXT, "cbCompanyName"), "pbCompanyName");
        String product = Terminated.wide(in, size(in, LONGEST_TEXT, "cbProductId"), "pbProductId");
        Octets license = in.octets(size(in, LicenseBlob.LONGEST_LICENSE, "cbLicenseInfo"), "pbLicenseInfo");
        in.expectEnd();
        return new NewLicenseInformation(version, new Scope(Terminated.narrow(scope)), company, product, license);
    }

    private static int size(WireReader in, int longest, String field) {
        return in.count(in.u32(field), longest, field);
    }

    /** Writes the structure. */
    public void encode(WireWriter out) {
        out.i32(version);
        sized(out, Terminated.narrow(scope.name()));
        sized(out, Terminated.wide(companyName));
        sized(out, Terminated.wide(productId));
        sized(out, license);
    }

    private static void sized(WireWriter out, Octets bytes) {
        out.u32(bytes.length()).octets(bytes);
    }
}
