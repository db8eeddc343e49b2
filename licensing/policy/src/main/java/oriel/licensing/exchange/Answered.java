package oriel.licensing.exchange;

import java.util.Optional;
import oriel.licensing.exchange.ExchangeResult.How;
import oriel.licensing.packets.LicenseErrorCode;
import oriel.licensing.packets.LicenseErrorMessage;
import oriel.licensing.packets.LicensePacket;
import oriel.licensing.packets.NewLicenseInformation;
import oriel.licensing.packets.ServerNewLicense;
import oriel.licensing.packets.ServerUpgradeLicense;
import oriel.licensing.packets.crypto.LicenseKeys;
import oriel.wire.Octets;
import oriel.wire.WireWriter;

/** The client has met the challenge: what it gets is asked of the authority. */
record Answered(ExchangeTerms terms, LicenseKeys keys, Device device, Optional<Presented> presented)
        implements ExchangeState {

    Optional<PresentedLicense> license() {
        return presented.map(Presented::license);
    }

    ExchangeState with(LicenseAnswer answer) {
        return switch (answer) {
            case LicenseAnswer.Issue issue -> issued(issue.terms());
            case LicenseAnswer.OldLicense _ -> old(presented.orElseThrow(Answered::nothingPresented));
            case LicenseAnswer.ValidClient _ ->
                Over.with(
                        LicenseErrorMessage.VALID_CLIENT,
                        new ExchangeResult.Completed(device, How.VALID_CLIENT, Optional.empty()));
            case LicenseAnswer.Abort abort ->
                Over.abort(new LicenseErrorCode(abort.licenseError()), abort.error(), abort.reason());
        };
    }

    private static IllegalStateException nothingPresented() {
        return new IllegalStateException("the old licence was granted to a client that has presented none");
    }

    private ExchangeState issued(LicenseTerms license) {
        Octets bytes = Octets.of(terms.issuer().issue(license, terms.product()));
        boolean upgrade = presented.isPresent();
        return Over.with(
                packet(upgrade, license.version(), bytes),
                new ExchangeResult.Completed(
                        device, upgrade ? How.UPGRADED_LICENSE : How.NEW_LICENSE, Optional.of(bytes)));
    }

    private ExchangeState old(Presented old) {
        int version = old.license()
                .terms()
                .map(LicenseTerms::version)
                .orElse(terms.product().version());
        return Over.with(
                packet(true, version, old.bytes()),
                new ExchangeResult.Completed(device, How.OLD_LICENSE, Optional.of(old.bytes())));
    }

    private LicensePacket packet(boolean upgrade, int version, Octets license) {
        LicensedProduct product = terms.product();
        var out = new WireWriter();
        new NewLicenseInformation(version, product.scopeOfIssue(), product.companyName(), product.productId(), license)
                .encode(out);
        Octets clear = out.toOctets();
        Octets encrypted = keys.crypt(clear);
        Octets mac = keys.mac(clear);
        return upgrade ? new ServerUpgradeLicense(encrypted, mac) : new ServerNewLicense(encrypted, mac);
    }
}
