package oriel.licensing;

import java.util.Optional;
import java.util.function.Function;

/** A grant that asks about the user, and holds nothing. */
record AtLogon(String text, Function<LicenseGrant.User, Optional<LicenseOutcome.Refused>> check)
        implements LicenseGrant {

    @Override
    public void delivered() {}

    @Override
    public Optional<LicenseOutcome.Refused> loggedOn(User user) {
        return check.apply(user);
    }

    @Override
    public void close() {}
}
