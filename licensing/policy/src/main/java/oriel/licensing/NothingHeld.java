package oriel.licensing;

import java.util.Optional;

/** A grant that nothing has to be remembered of. */
record NothingHeld() implements LicenseGrant {

    @Override
    public String text() {
        return "";
    }

    @Override
    public void delivered() {}

    @Override
    public Optional<LicenseOutcome.Refused> loggedOn(User user) {
        return Optional.empty();
    }

    @Override
    public void close() {}
}
