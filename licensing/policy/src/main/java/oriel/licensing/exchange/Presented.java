package oriel.licensing.exchange;

import java.util.Optional;
import oriel.licensing.packets.LicenseErrorMessage;
import oriel.licensing.packets.PlatformId;
import oriel.licensing.packets.crypto.LicenseKeys;
import oriel.wire.Octets;

/** The client has presented a licence: whether it is good enough is asked of the authority. */
record Presented(
        ExchangeTerms terms,
        LicenseKeys keys,
        PlatformId platformId,
        Device device,
        PresentedLicense license,
        Octets bytes)
        implements ExchangeState {

    ExchangeState accepted(boolean yes) {
        if (yes) {
            return Over.with(
                    LicenseErrorMessage.VALID_CLIENT,
                    new ExchangeResult.Completed(device, ExchangeResult.How.LICENSE_ACCEPTED, Optional.empty()));
        }
        return new Challenged(terms, keys, platformId, device.userName(), device.machineName(), Optional.of(this));
    }
}
