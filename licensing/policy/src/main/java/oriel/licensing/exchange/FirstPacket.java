package oriel.licensing.exchange;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import oriel.licensing.exchange.ExchangeState.Over;
import oriel.licensing.exchange.PresentedLicense.Fault;
import oriel.licensing.packets.ClientHardwareId;
import oriel.licensing.packets.ClientKeyExchange;
import oriel.licensing.packets.ClientLicenseInformation;
import oriel.licensing.packets.ClientNewLicenseRequest;
import oriel.licensing.packets.LicensePacket;
import oriel.licensing.packets.ServerLicenseRequest;
import oriel.licensing.packets.crypto.LicenseKeys;
import oriel.licensing.packets.crypto.PremasterSecret;
import oriel.wire.Octets;

/** What follows from the first packet of a client: keys, and the licence it presents. */
final class FirstPacket {
    private FirstPacket() {}

    static ExchangeState of(ExchangeTerms terms, LicensePacket packet) {
        return switch (packet) {
            case ClientNewLicenseRequest request -> newLicense(terms, request);
            case ClientLicenseInformation information -> presented(terms, information);
            default -> Over.unexpected(packet, "a New License Request or a License Information");
        };
    }

    private static ExchangeState newLicense(ExchangeTerms terms, ClientNewLicenseRequest request) {
        if (request.keys().algorithm() != ServerLicenseRequest.RSA) {
            return otherAlgorithm(request.keys());
        }
        return new Challenged(
                terms,
                keys(terms, request.keys()),
                request.keys().platformId(),
                request.userName(),
                request.machineName(),
                Optional.empty());
    }

    private static ExchangeState presented(ExchangeTerms terms, ClientLicenseInformation information) {
        if (information.keys().algorithm() != ServerLicenseRequest.RSA) {
            return otherAlgorithm(information.keys());
        }
        LicenseKeys keys = keys(terms, information.keys());
        Octets hardwareId = keys.crypt(information.encryptedHardwareId());
        if (!keys.verifies(information.mac(), hardwareId)) {
            return Over.wrongMac("hardware id");
        }
        if (hardwareId.length() != ClientHardwareId.SIZE) {
            return Over.malformed("hardware id of " + hardwareId.length() + " bytes");
        }
        String id = ClientHardwareId.decode(hardwareId.reader()).toHex();
        PresentedLicense license = inspected(terms, information.license(), id);
        var names = license.terms().map(LicenseTerms::device);
        var device = new Device(
                id,
                information.keys().platformId().value(),
                names.map(Device::userName).orElse(""),
                names.map(Device::machineName).orElse(""));
        return new Presented(terms, keys, information.keys().platformId(), device, license, information.license());
    }

    private static Over otherAlgorithm(ClientKeyExchange keys) {
        return Over.malformed("client chose key exchange algorithm " + keys.algorithm());
    }

    private static LicenseKeys keys(ExchangeTerms terms, ClientKeyExchange sent) {
        byte[] premaster = PremasterSecret.decrypt(
                sent.encryptedPremasterSecret(),
                terms.key().privateKey(),
                terms.substitute().toArray());
        return LicenseKeys.derive(premaster, sent.clientRandom(), terms.serverRandom());
    }

    private static PresentedLicense inspected(ExchangeTerms terms, Octets license, String hardwareId) {
        return switch (terms.issuer().inspect(license.toArray(), terms.now())) {
            case LicenseIssuer.Inspection.Unreadable _ ->
                new PresentedLicense(Optional.empty(), Set.of(Fault.UNREADABLE));
            case LicenseIssuer.Inspection.Untrusted _ ->
                new PresentedLicense(Optional.empty(), Set.of(Fault.UNTRUSTED));
            case LicenseIssuer.Inspection.Genuine genuine ->
                new PresentedLicense(Optional.of(genuine.terms()), faults(terms, genuine, hardwareId));
        };
    }

    private static Set<Fault> faults(ExchangeTerms terms, LicenseIssuer.Inspection.Genuine genuine, String hardwareId) {
        var faults = EnumSet.noneOf(Fault.class);
        LicenseTerms license = genuine.terms();
        LicensedProduct wanted = terms.product();
        LicensedProduct found = genuine.product();
        if (!found.companyName().equals(wanted.companyName())
                || !found.productId().equals(wanted.productId())
                || !found.scope().equals(wanted.scope())) {
            faults.add(Fault.OTHER_PRODUCT);
        }
        if (!license.device().hardwareId().equals(hardwareId)) {
            faults.add(Fault.OTHER_DEVICE);
        }
        if (Integer.compareUnsigned(license.version(), wanted.version()) < 0) {
            faults.add(Fault.OLDER_VERSION);
        }
        if (terms.now().isBefore(license.validFrom())) {
            faults.add(Fault.NOT_YET_VALID);
        }
        if (terms.now().isAfter(license.validUntil())) {
            faults.add(Fault.EXPIRED);
        }
        return faults;
    }
}
