package oriel.licensing.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static oriel.licensing.ledger.LedgerFixture.device;
import static oriel.licensing.ledger.LedgerFixture.seat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger moves from host to host: all of it or nothing. */
class TransferTest {

    private static final KeyPair ACME = PackKeys.generate();
    private static final List<VendorKey> TRUSTED = List.of(new VendorKey("Acme", ACME.getPublic()));

    @TempDir
    private Path here;

    @TempDir
    private Path there;

    private String export(LedgerFixture fixture) throws IOException, PackException {
        fixture.ledger.configure(List.of(
                PoolSettings.of("office", LicenseKind.PER_DEVICE, 5),
                PoolSettings.of("people", LicenseKind.PER_USER, 2)));
        fixture.ledger.importPack(
                PackFile.sign(
                        new LicensePack(
                                "p1",
                                "Acme",
                                "",
                                Instant.EPOCH,
                                Optional.empty(),
                                Optional.of(fixture.ledger.id()),
                                List.of(PoolSettings.of("seats", LicenseKind.CONCURRENT, 4))),
                        ACME),
                TRUSTED);
        fixture.ledger.reserve("p1.seats", List.of(new Reservation("staff", 2)));
        fixture.ledger.grace(Duration.ofDays(120));
        License license = fixture.held(LedgerRequest.permanent(device(1)));
        fixture.ledger.loggedOn(license.serial(), "Zoë \u2028\uD83D\uDE00 \"x\"");
        fixture.granted(LedgerRequest.permanent(device(2)));
        fixture.granted(LedgerRequest.permanent(seat(1)));
        fixture.granted(LedgerRequest.permanent(new Holder.User("Ada")));
        fixture.ledger.revoke(fixture.held(LedgerRequest.permanent(device(3))).serial(), "lost");
        StringWriter out = new StringWriter();
        fixture.ledger.exportTo(out);
        return out.toString();
    }

    @Test
    void shouldMoveEverythingButSeatsAndWhatIsOnItsWay() throws IOException, PackException {
        try (LedgerFixture from = new LedgerFixture(here);
                LedgerFixture to = new LedgerFixture(there)) {
            String text = export(from);
            assertThat(to.ledger.importFrom(new StringReader(text), TRUSTED))
                    .isEqualTo(text.lines().count());
            assertThat(to.ledger.id()).isEqualTo(from.ledger.id());
            assertThat(to.ledger.heldBy(device(1))).isEqualTo(from.ledger.heldBy(device(1)));
            assertThat(to.ledger.heldBy(new Holder.User("ada"))).isEqualTo(from.ledger.heldBy(new Holder.User("ada")));
            assertThat(to.pool("office").used()).isEqualTo(1);
            assertThat(to.pool("p1.seats").used()).isZero();
            assertThat(to.pool("p1.seats").settings())
                    .isEqualTo(from.pool("p1.seats").settings());
            assertThat(LedgerFixture.refused(to.ledger.claim(LedgerRequest.permanent(device(3)))))
                    .isEqualTo(Refusal.REVOKED);
            assertThat(to.ledger.grace(Duration.ofDays(120)).started())
                    .isEqualTo(from.ledger.grace(Duration.ofDays(120)).started());
            assertThat(to.ledger.packs()).hasSize(1);
            to.assertSound();
            from.assertSound();
        }
    }

    @Test
    void shouldTakeAllOrNothing() throws IOException, PackException {
        try (LedgerFixture from = new LedgerFixture(here);
                LedgerFixture to = new LedgerFixture(there)) {
            String text = export(from);
            String before = to.ledger.id();
            for (String damaged : List.of(
                    text.substring(0, text.length() / 2),
                    text.substring(0, text.lastIndexOf("{\"line\":\"end\"")),
                    text.replace("\"size\":5", "\"size\":50"),
                    text.replace("\"office\"", "\"nowhere\""),
                    "",
                    "{}\n",
                    text.substring(text.indexOf('\n') + 1))) {
                assertThatThrownBy(() -> to.ledger.importFrom(new StringReader(damaged), TRUSTED))
                        .isInstanceOf(LedgerException.class);
            }
            assertThatThrownBy(() -> to.ledger.importFrom(new StringReader(text), List.of()))
                    .isInstanceOf(PackException.class);
            assertThat(to.ledger.pools()).isEmpty();
            assertThat(to.ledger.id()).isEqualTo(before);
            to.ledger.importFrom(new StringReader(text), TRUSTED);
            assertThatThrownBy(() -> to.ledger.importFrom(new StringReader(text), TRUSTED))
                    .isInstanceOf(LedgerException.class)
                    .hasMessageContaining("empty");
        }
    }
}
