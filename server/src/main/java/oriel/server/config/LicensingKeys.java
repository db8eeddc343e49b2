package oriel.server.config;

import java.time.Duration;
import java.util.List;
import oriel.server.config.Kind.Numbers;
import oriel.server.config.Kind.Span;
import oriel.server.config.Kind.Text;
import oriel.server.config.Kind.Truth;
import oriel.server.config.Kind.Whole;
import oriel.server.config.Kind.Word;

/** The keys about licences. */
public final class LicensingKeys {

    private static final String NONE = "none";
    private static final List<String> POLICIES = List.of(NONE, "per-device", "per-user", "concurrent");
    private static final Span VALIDITY = new Span(Duration.ofMinutes(1), Duration.ofDays(36_500));

    /** Licensing policy. */
    public static final Key<String> POLICY = new Key<>("licensing.policy", new Word(POLICIES), NONE, false, """
            How clients are licensed where their listener says nothing else: "none" answers every client that its licence is
            valid; "per-device" gives each device a licence that it keeps; "per-user" gives each user one, on whatever device;
            "concurrent" lets as many connections in at a time as there are seats. docs/licensing.md says more.""");

    /** Grace period. */
    public static final Key<Duration> GRACE_PERIOD = new Key<>(
            "licensing.grace-period", new Span(Duration.ZERO, Duration.ofDays(3650)), Duration.ofDays(120), false, """
            From the first use of this host on, how long clients come in for whom there is no licence. It ends early with the
            first permanent licence.""");

    /** Validity of temporary licences. */
    public static final Key<Duration> TEMPORARY_VALIDITY = new Key<>(
            "licensing.temporary-validity",
            new Span(Duration.ZERO, Duration.ofDays(36_500)),
            Duration.ofDays(90),
            false,
            "How long a device's first, temporary licence is good; \"0\" = there are none, its first is permanent.");

    /** When to warn. */
    public static final Key<List<Integer>> THRESHOLDS = new Key<>(
            "licensing.thresholds",
            new Numbers(1, 100),
            List.of(80, 95, 100),
            false,
            "At how many percent of a pool the log warns that it fills up.");

    /** Where a refusal is told. */
    public static final Key<String> REFUSAL =
            new Key<>("licensing.refusal", new Word(List.of("screen", "code")), "screen", false, """
            Where users learn that there is no licence for them: on the logon screen, or by the code of the protocol alone, of
            which many clients show nothing.""");

    /** FIPS mode. */
    public static final Key<Boolean> FIPS = new Key<>("licensing.fips", new Truth(), false, false, """
            Whether this host must not use RC4 and MD5, without which there are no licence packets: clients are told that
            their licence is valid, and are counted by user or connection where the policy can.""");

    /** Directory of the ledger. */
    public static final Key<String> DIRECTORY =
            new Key<>("licensing.directory", new Text("the path of a directory"), "", false, """
            Directory of the ledger of licences and of the keys that sign them, relative to this file; "" = licenses in the state
            directory. Several services of one host may share it; it must be on a local disk.""");

    /** Policy of a listener. */
    public static final Key<String> LISTENER_POLICY = new Key<>(
            "licensing",
            new Word(List.of("default", NONE, "per-device", "per-user", "concurrent")),
            "default",
            false,
            "How the clients of this listener are licensed; \"default\" = as licensing.policy says.");

    /** Kind of a pool. */
    public static final Key<String> POOL_KIND = new Key<>(
            "kind",
            new Word(List.of("per-device", "per-user", "concurrent")),
            "per-device",
            true,
            "What its licences are for.");

    /** Size of a pool. */
    public static final Key<Integer> POOL_SIZE =
            new Key<>("size", new Whole(0, 10_000_000), 0, true, "How many there are; 0 = as many as are asked for.");

    /** Validity of a pool's licences. */
    public static final Key<Duration> POOL_VALIDITY = new Key<>(
            "validity",
            VALIDITY,
            Duration.ofDays(80),
            true,
            "How long a permanent licence is good; in its last seven days it is renewed when its device or user comes.");

    /** Temporary licences of a pool. */
    public static final Key<Integer> POOL_TEMPORARIES = new Key<>(
            "temporaries",
            new Whole(0, 10_000_000),
            1000,
            true,
            "How many temporary licences there may be beside the permanent ones.");

    /** Reservations of a pool. */
    public static final Key<String> POOL_RESERVE = new Key<>(
            "reserve",
            new Text("groups and numbers such as \"staff:20, lab:5\""),
            "",
            true,
            "How many licences are kept for which group of users.");

    /** What a pool's table may hold. */
    static final List<Key<?>> POOL = List.of(POOL_KIND, POOL_SIZE, POOL_VALIDITY, POOL_TEMPORARIES, POOL_RESERVE);

    /** What stands outside the named tables. */
    static final List<Key<?>> GENERAL =
            List.of(POLICY, GRACE_PERIOD, TEMPORARY_VALIDITY, THRESHOLDS, REFUSAL, FIPS, DIRECTORY);

    private LicensingKeys() {}
}
