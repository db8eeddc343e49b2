package oriel.licensing.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static oriel.licensing.ledger.LedgerFixture.device;

import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Packs: sold by one key, trusted by another party, imported once. */
class PackTest {

    private static final KeyPair ACME = PackKeys.generate();
    private static final List<VendorKey> TRUSTED = List.of(new VendorKey("Acme", ACME.getPublic()));

    private LedgerFixture fixture;

    @BeforeEach
    void open(@TempDir Path directory) throws LedgerException {
        fixture = new LedgerFixture(directory);
    }

    @AfterEach
    void soundToTheEnd() throws LedgerException {
        fixture.assertSound();
        fixture.close();
    }

    private static LicensePack pack(Optional<Instant> expires, Optional<String> ledger) {
        return new LicensePack(
                "acme-0042",
                "Acme \"Seats\" Ltd",
                "Müller & Söhne",
                Instant.parse("2026-01-31T12:00:00Z"),
                expires,
                ledger,
                List.of(
                        PoolSettings.of("devices", LicenseKind.PER_DEVICE, 1),
                        new PoolSettings(
                                "seats",
                                LicenseKind.CONCURRENT,
                                OptionalInt.of(5),
                                Duration.ofDays(30),
                                OptionalInt.empty(),
                                List.of(),
                                Optional.empty())));
    }

    private static String signed() {
        return PackFile.sign(pack(Optional.empty(), Optional.empty()), ACME);
    }

    private PackException.Fault rejected(String text) {
        return catchThrowableOfType(PackException.class, () -> fixture.ledger.importPack(text, TRUSTED))
                .fault();
    }

    @Test
    void shouldReadWhatWasSigned() throws PackException {
        PackFile file = PackFile.read(signed(), TRUSTED);
        assertThat(file.pack()).isEqualTo(pack(Optional.empty(), Optional.empty()));
        assertThat(file.signer()).isEqualTo(TRUSTED.getFirst().fingerprint());
        assertThat(PackFile.read(signed().replace("\n", "\r\n"), TRUSTED)).isEqualTo(file);
    }

    @Test
    void shouldSellLicences() throws PackException, LedgerException {
        Instant end = fixture.clock.instant().plus(Duration.ofDays(10));
        PackImport imported =
                fixture.ledger.importPack(PackFile.sign(pack(Optional.of(end), Optional.empty()), ACME), TRUSTED);
        assertThat(imported.fresh()).isTrue();
        assertThat(imported.pools()).containsExactly("acme-0042.devices", "acme-0042.seats");
        License license = fixture.held(LedgerRequest.permanent(device(1)));
        assertThat(license.pool()).isEqualTo("acme-0042.devices");
        assertThat(license.expires()).as("ends with its pack").contains(end);
        fixture.clock.pass(Duration.ofDays(11));
        assertThat(LedgerFixture.refused(fixture.ledger.claim(LedgerRequest.permanent(device(1)))))
                .isEqualTo(Refusal.NO_POOL);
    }

    @Test
    void shouldImportTheSameOnceOnly() throws PackException, LedgerException {
        String text = signed();
        fixture.ledger.importPack(text, TRUSTED);
        PackImport again = fixture.ledger.importPack(text.replace("\n", "\r\n"), TRUSTED);
        assertThat(again.fresh()).isFalse();
        assertThat(fixture.ledger.pools()).hasSize(2);
        assertThat(fixture.ledger.packs()).hasSize(1);
        assertThat(fixture.ledger.packs().getFirst().pack().vendor()).isEqualTo("Acme \"Seats\" Ltd");
    }

    @Test
    void shouldRejectAnotherPackOfTheSameId() throws PackException, LedgerException {
        fixture.ledger.importPack(signed(), TRUSTED);
        Instant end = fixture.clock.instant().plus(Duration.ofDays(10));
        assertThat(rejected(PackFile.sign(pack(Optional.of(end), Optional.empty()), ACME)))
                .isEqualTo(PackException.Fault.DUPLICATE);
    }

    @Test
    void shouldRejectWhatHasExpired() {
        Instant end = fixture.clock.instant();
        assertThat(rejected(PackFile.sign(pack(Optional.of(end), Optional.empty()), ACME)))
                .isEqualTo(PackException.Fault.EXPIRED);
    }

    @Test
    void shouldRejectWhatWasSoldToAnotherHost() throws PackException, LedgerException {
        assertThat(rejected(PackFile.sign(pack(Optional.empty(), Optional.of("somebody-else")), ACME)))
                .isEqualTo(PackException.Fault.OTHER_HOST);
        Optional<String> here = Optional.of(fixture.ledger.id());
        assertThat(fixture.ledger
                        .importPack(PackFile.sign(pack(Optional.empty(), here), ACME), TRUSTED)
                        .fresh())
                .isTrue();
    }

    @Test
    void shouldRejectWhatNoTrustedVendorHasSigned() {
        assertThat(rejected(PackFile.sign(pack(Optional.empty(), Optional.empty()), PackKeys.generate())))
                .isEqualTo(PackException.Fault.UNTRUSTED);
    }

    /** A trusted vendor's name on another's signature. */
    @Test
    void shouldRejectAForgedSigner() {
        KeyPair forger = PackKeys.generate();
        String forged = PackFile.sign(pack(Optional.empty(), Optional.empty()), forger)
                .replace(PackKeys.fingerprint(forger.getPublic()), PackKeys.fingerprint(ACME.getPublic()));
        assertThat(rejected(forged)).isEqualTo(PackException.Fault.TAMPERED);
    }

    static Stream<String> tampered() {
        String text = signed();
        return Stream.of(
                text.replace("\"size\":5", "\"size\":500"),
                text.replace("concurrent", "per-device"),
                text.replace("\"pool\":\"seats\"", "\"pool\":\"Seats\""),
                text.replace("{\"pool\":\"seats\"", "\n{\"pool\":\"seats\""),
                text.replace("\"validity-days\":30", "\"validity-days\": 30"));
    }

    @ParameterizedTest
    @MethodSource("tampered")
    void shouldRejectWhatWasChanged(String text) {
        assertThat(rejected(text)).isEqualTo(PackException.Fault.TAMPERED);
    }

    /** Every truncation, and every byte changed: a fault and nothing else, and nothing is imported. */
    @Test
    void shouldRejectEveryDamage() throws LedgerException {
        String text = signed().stripTrailing();
        for (int i = 0; i < text.length(); i++) {
            assertThat(rejected(text.substring(0, i))).as("cut at %d", i).isNotNull();
            String changed = text.substring(0, i) + (char) (text.charAt(i) ^ 1) + text.substring(i + 1);
            assertThat(rejected(changed)).as("changed at %d", i).isNotNull();
        }
        assertThat(fixture.ledger.pools()).isEmpty();
    }

    @Test
    void shouldKeepKeysAsPem() throws PackException {
        String secret = PackKeys.pem(ACME.getPrivate());
        assertThat(secret).startsWith("-----BEGIN PRIVATE KEY-----\n");
        assertThat(PackKeys.privateKey(secret)).isEqualTo(ACME.getPrivate());
        String open = PackKeys.pem(ACME.getPublic());
        assertThat(PackKeys.publicKey("comment\n" + open)).isEqualTo(ACME.getPublic());
        assertThat(catchThrowableOfType(PackException.class, () -> PackKeys.publicKey(secret))
                        .fault())
                .isEqualTo(PackException.Fault.BAD_KEY);
        assertThat(catchThrowableOfType(PackException.class, () -> PackKeys.privateKey(open))
                        .fault())
                .isEqualTo(PackException.Fault.BAD_KEY);
    }
}
