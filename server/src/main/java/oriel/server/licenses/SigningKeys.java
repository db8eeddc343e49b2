package oriel.server.licenses;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import oriel.licensing.certificate.IssuerKeys;
import oriel.licensing.ledger.AdministeredLedger;
import oriel.licensing.ledger.License;
import oriel.licensing.ledger.LicenseFilter;
import oriel.licensing.ledger.LicenseState;
import oriel.server.home.HostName;

/** The keys that licences of this installation are signed with. */
public final class SigningKeys implements LicenseDesk.KeyRing {

    private final LicenseFiles files;
    private final AdministeredLedger ledger;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /**
     * Keys in the files of an installation.
     *
     * @param files  where they are
     * @param ledger knows until when what they have signed is good
     * @param clock  tells the time
     */
    public SigningKeys(LicenseFiles files, AdministeredLedger ledger, Clock clock) {
        this.files = files;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Opens them; makes those that are missing.
     *
     * @return the keys
     * @throws IOException if they cannot be read or made
     */
    public IssuerKeys open() throws IOException {
        try {
            return IssuerKeys.open(files.keys(), HostName.plain(), clock.instant(), random);
        } catch (GeneralSecurityException e) {
            throw new IOException("the keys that licences are signed with cannot be used: " + e.getMessage(), e);
        }
    }

    @Override
    public String rotate() throws IOException {
        IssuerKeys keys = open();
        try {
            keys.rotate(clock.instant(), lastExpiry());
            return keys.certificate().getSerialNumber().toString(16);
        } catch (GeneralSecurityException e) {
            throw new IOException("no new key can be made: " + e.getMessage(), e);
        }
    }

    /** When the last of the licences that devices hold expires. */
    private Instant lastExpiry() throws IOException {
        var live = new LicenseFilter(
                Optional.empty(),
                Optional.empty(),
                EnumSet.of(LicenseState.PENDING, LicenseState.ACTIVE),
                Integer.MAX_VALUE);
        return ledger.licenses(live).stream()
                .map(License::expires)
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .orElseGet(clock::instant);
    }
}
