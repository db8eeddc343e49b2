package oriel.server.config;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import oriel.server.config.Kind.Address;
import oriel.server.config.Kind.Span;
import oriel.server.config.Kind.Text;
import oriel.server.config.Kind.Truth;
import oriel.server.config.Kind.Whole;
import oriel.server.config.Kind.Word;
import oriel.service.Deadlines;

/** Every key there is, in the order of the file. */
public final class Keys {

    private static final Span LIMIT = new Span(Duration.ZERO, Duration.ofDays(365));
    private static final Span DEADLINE = new Span(Duration.ofMillis(100), Duration.ofMinutes(30));

    /** Whole seconds, as providers count. */
    private static final Span SECONDS = new Span(Duration.ofSeconds(1), Duration.ofHours(1));

    /** Language of the logon screen where the client names none. */
    public static final Key<String> LANGUAGE = new Key<>(
            "language",
            new Word(List.of("auto", "en", "fr")),
            "auto",
            false,
            "Language of the logon screen: \"auto\" follows the client's keyboard, then this host's locale.");

    /** Provider of a listener. */
    public static final Key<String> LISTENER_PROVIDER = new Key<>(
            "provider",
            new Text("the name of a protocol provider"),
            "rdp",
            false,
            "The protocol provider that serves it.");

    /** Whether a listener is started. */
    public static final Key<Boolean> LISTENER_ENABLED =
            new Key<>("enabled", new Truth(), true, false, "Whether it is started.");

    /** Where a listener listens. */
    public static final Key<InetSocketAddress> LISTENER_ADDRESS = new Key<>(
            "address",
            new Address(),
            InetSocketAddress.createUnresolved("0.0.0.0", 3389),
            false,
            "Where it listens; port 0 takes any free one. `oriel serve --rdp HOST:PORT` overrides it.");

    /** Certificate of a listener. */
    public static final Key<String> LISTENER_CERTIFICATE =
            new Key<>("certificate", new Text("the path of a PEM file"), "", false, """
            Certificate chain in PEM, relative to this file; \"\" = one that signs itself, made at the first start.
            Replaced files are noticed; connections that exist are kept. Several chains, e.g. one with an EC and one with
            an RSA key, are separated by commas.""");

    /** Private key of a listener. */
    public static final Key<String> LISTENER_KEY = new Key<>(
            "key",
            new Text("the path of a PEM file"),
            "",
            false,
            "Its private key in PEM, not encrypted and readable by nobody else; as many as certificates, in the same order.");

    /** Most connections of a listener. */
    public static final Key<Integer> LISTENER_CONNECTIONS = new Key<>(
            "max-connections", new Whole(0, 100_000), 0, false, "Most connections at a time; 0 = no limit of its own.");

    /** New connections per second. */
    public static final Key<Integer> LISTENER_RATE = new Key<>(
            "connection-rate",
            new Whole(0, 100_000),
            50,
            false,
            "New connections per second from one other host in the long run, 0 = no limit; four times as many at once.");

    /** Half-open connections of an address. */
    public static final Key<Integer> LISTENER_HALF_OPEN_PER_ADDRESS = new Key<>(
            "half-open-per-address",
            new Whole(1, 100_000),
            128,
            false,
            "Most connections that one address may be setting up at a time.");

    /** Half-open connections. */
    public static final Key<Integer> LISTENER_HALF_OPEN =
            new Key<>("half-open", new Whole(1, 100_000), 1024, false, "The same for all addresses together.");

    /** Patience with each answer. */
    public static final Key<Duration> LISTENER_STEP_TIMEOUT = new Key<>(
            "step-timeout",
            SECONDS,
            Duration.ofSeconds(15),
            false,
            "How long a client may take for each answer while its connection is set up.");

    /** Patience with a client that does not read. */
    public static final Key<Duration> LISTENER_WRITE_TIMEOUT = new Key<>(
            "write-timeout",
            SECONDS,
            Duration.ofSeconds(30),
            false,
            "How long a client may not take what is sent to it.");

    /** How sound is sent. */
    public static final Key<String> LISTENER_SOUND_CODEC = new Key<>(
            "sound-codec",
            new Word(List.of("auto", "pcm", "compressed")),
            "auto",
            false,
            "How sound is sent: pcm takes 1.4 Mbit/s, compressed a half or a quarter of that, auto looks at the link.");

    /** What a listener's table may hold. */
    static final List<Key<?>> LISTENER = List.of(
            LISTENER_PROVIDER,
            LISTENER_ENABLED,
            LISTENER_ADDRESS,
            LISTENER_CERTIFICATE,
            LISTENER_KEY,
            LISTENER_CONNECTIONS,
            LISTENER_RATE,
            LISTENER_HALF_OPEN_PER_ADDRESS,
            LISTENER_HALF_OPEN,
            LISTENER_STEP_TIMEOUT,
            LISTENER_WRITE_TIMEOUT,
            LISTENER_SOUND_CODEC,
            LicensingKeys.LISTENER_POLICY);

    /** Most sessions. */
    public static final Key<Integer> POLICY_SESSIONS =
            new Key<>("policy.sessions", new Whole(1, 100_000), 500, false, "Most sessions with a user at a time.");

    /** Most connections. */
    public static final Key<Integer> POLICY_CONNECTIONS = new Key<>(
            "policy.connections",
            new Whole(1, 100_000),
            2000,
            false,
            "Most connections at a time, over all listeners.");

    /** Most connections per address that have not logged on. */
    public static final Key<Integer> POLICY_CONNECTIONS_PER_ADDRESS = new Key<>(
            "policy.connections-per-address",
            new Whole(1, 100_000),
            256,
            false,
            "Most connections at a time from one address on which nobody has logged on yet.");

    /** One session per user. */
    public static final Key<Boolean> POLICY_SINGLE_SESSION =
            new Key<>("policy.single-session-per-user", new Truth(), true, true, """
            Whether a user has one session only: who logs on again gets that session, also from under another client.
            Otherwise users with disconnected sessions choose, or start a new one.""");

    /** Ask for the password always. */
    public static final Key<Boolean> POLICY_PROMPT_FOR_PASSWORD = new Key<>(
            "policy.prompt-for-password",
            new Truth(),
            false,
            true,
            "Whether the password is asked for on the logon screen even when the client has sent one.");

    /** End rather than keep. */
    public static final Key<Boolean> POLICY_RESET_BROKEN = new Key<>(
            "policy.reset-broken",
            new Truth(),
            false,
            true,
            "Whether a session ends, rather than waits for its user, when its connection breaks or a limit is reached.");

    /** Idle limit. */
    public static final Key<Duration> POLICY_IDLE_LIMIT =
            new Key<>("policy.idle-limit", LIMIT, Duration.ZERO, true, "Longest time without input; \"0\" = no limit.");

    /** Connection limit. */
    public static final Key<Duration> POLICY_CONNECTED_LIMIT = new Key<>(
            "policy.connected-limit",
            LIMIT,
            Duration.ZERO,
            true,
            "Longest duration of a connection; \"0\" = no limit.");

    /** How long disconnected sessions are kept. */
    public static final Key<Duration> POLICY_DISCONNECTED_LIMIT = new Key<>(
            "policy.disconnected-limit",
            LIMIT,
            Duration.ZERO,
            true,
            "How long a disconnected session is kept; \"0\" = for ever.");

    /** Quiet time before a keep-alive. */
    public static final Key<Duration> POLICY_KEEP_ALIVE = new Key<>(
            "policy.keep-alive",
            LIMIT,
            Duration.ZERO,
            true,
            "Quiet time after which it is checked that the client is still there; \"0\" = the protocol's own.");

    /** Initial programs of clients. */
    public static final Key<Boolean> POLICY_CLIENT_INITIAL_PROGRAM = new Key<>(
            "policy.client-initial-program",
            new Truth(),
            true,
            true,
            "Whether a client may name a program to start in place of the desktop.");

    /** Initial program of everybody. */
    public static final Key<String> POLICY_INITIAL_PROGRAM = new Key<>(
            "policy.initial-program",
            new Text("a command line"),
            "",
            true,
            "Program that everybody gets in place of the desktop, whatever the client names; \"\" = none.");

    /** Failures that cost nothing. */
    public static final Key<Integer> LOCKOUT_SLOW_AFTER = new Key<>(
            "lockout.slow-after",
            new Whole(1, 1000),
            3,
            false,
            "Wrong passwords that cost nothing, by account and by address; after that each makes the next try wait.");

    /** First wait. */
    public static final Key<Duration> LOCKOUT_FIRST_DELAY = new Key<>(
            "lockout.first-delay",
            LIMIT,
            Duration.ofSeconds(1),
            false,
            "The first wait; each further failure doubles it.");

    /** Failures that lock. */
    public static final Key<Integer> LOCKOUT_LOCK_AFTER = new Key<>(
            "lockout.lock-after",
            new Whole(2, 10_000),
            10,
            false,
            "Wrong passwords after which the account or the address is locked; more than slow-after.");

    /** How long a lock lasts. */
    public static final Key<Duration> LOCKOUT_LOCK_FOR =
            new Key<>("lockout.lock-for", LIMIT, Duration.ofMinutes(10), false, "How long it stays locked.");

    /** When failures are forgotten. */
    public static final Key<Duration> LOCKOUT_FORGET_AFTER = new Key<>(
            "lockout.forget-after",
            LIMIT,
            Duration.ofHours(1),
            false,
            "Quiet time after which old failures no longer count.");

    /** Patience with a client that connects. */
    public static final Key<Duration> DEADLINES_SETUP = new Key<>(
            "deadlines.setup",
            DEADLINE,
            Deadlines.DEFAULT.setup(),
            false,
            "From the arrival of a client to the end of licensing: the client's part of the handshake.");

    /** Patience with a user. */
    public static final Key<Duration> DEADLINES_LOGON = new Key<>(
            "deadlines.logon",
            DEADLINE,
            Deadlines.DEFAULT.logon(),
            false,
            "How long one question of the logon screen may stay open before the client is sent away.");

    /** Patience with a provider. */
    public static final Key<Duration> DEADLINES_CALL = new Key<>(
            "deadlines.call",
            DEADLINE,
            Deadlines.DEFAULT.call(),
            false,
            "How long a call to a protocol provider may take that needs nothing of the client.");

    /** Patience with a notice. */
    public static final Key<Duration> DEADLINES_NOTICE = new Key<>(
            "deadlines.notice",
            DEADLINE,
            Deadlines.DEFAULT.notice(),
            false,
            "How long a protocol provider may take to hear a notice or answer a query.");

    /** Patience after an interrupt. */
    public static final Key<Duration> DEADLINES_GRACE = new Key<>(
            "deadlines.grace",
            DEADLINE,
            Deadlines.DEFAULT.grace(),
            false,
            "How long a call may go on after its deadline before it is abandoned.");

    /** Patience with a connection that ends. */
    public static final Key<Duration> DEADLINES_TEARDOWN = new Key<>(
            "deadlines.teardown",
            DEADLINE,
            Deadlines.DEFAULT.teardown(),
            false,
            "How long others wait for a connection to be gone: the next client of its session, and the end of the service.");

    /** Whether the REST interface is open. */
    public static final Key<Boolean> REST_ENABLED = new Key<>("rest.enabled", new Truth(), false, false, """
            Whether programs can ask over HTTP what `oriel` asks on the command line. They show the token that lies in the
            file rest-token of the state directory; the description is at /api/v1/openapi.json.""");

    /** Where the REST interface listens. */
    public static final Key<InetSocketAddress> REST_ADDRESS = new Key<>(
            "rest.address",
            new Address(),
            InetSocketAddress.createUnresolved("127.0.0.1", 3380),
            false,
            "Where it listens: a loopback address, as it speaks plain HTTP; a proxy adds TLS for others.");

    /** How much is logged. */
    public static final Key<String> LOG_LEVEL = new Key<>(
            "log.level",
            new Word(List.of("error", "warn", "info", "debug", "trace")),
            "info",
            true,
            "How much is written to the log.");

    /** Size of a log file. */
    public static final Key<Integer> LOG_MEGABYTES = new Key<>(
            "log.megabytes",
            new Whole(1, 10_000),
            20,
            false,
            "Size of the log file at which a new one is begun, in MiB.");

    /** Old log files. */
    public static final Key<Integer> LOG_FILES =
            new Key<>("log.files", new Whole(1, 20), 7, false, "How many old log files are kept, compressed.");

    /** What stands outside the named tables. */
    static final List<Key<?>> GENERAL = Stream.of(
                    List.<Key<?>>of(LANGUAGE),
                    DesktopKeys.GENERAL,
                    LogonKeys.GENERAL,
                    LicensingKeys.GENERAL,
                    List.<Key<?>>of(
                            POLICY_SESSIONS,
                            POLICY_CONNECTIONS,
                            POLICY_CONNECTIONS_PER_ADDRESS,
                            POLICY_SINGLE_SESSION,
                            POLICY_PROMPT_FOR_PASSWORD,
                            POLICY_RESET_BROKEN,
                            POLICY_IDLE_LIMIT,
                            POLICY_CONNECTED_LIMIT,
                            POLICY_DISCONNECTED_LIMIT,
                            POLICY_KEEP_ALIVE,
                            POLICY_CLIENT_INITIAL_PROGRAM,
                            POLICY_INITIAL_PROGRAM),
                    DesktopKeys.POLICY,
                    List.<Key<?>>of(
                            LOCKOUT_SLOW_AFTER,
                            LOCKOUT_FIRST_DELAY,
                            LOCKOUT_LOCK_AFTER,
                            LOCKOUT_LOCK_FOR,
                            LOCKOUT_FORGET_AFTER,
                            DEADLINES_SETUP,
                            DEADLINES_LOGON,
                            DEADLINES_CALL,
                            DEADLINES_NOTICE,
                            DEADLINES_GRACE,
                            DEADLINES_TEARDOWN,
                            REST_ENABLED,
                            REST_ADDRESS,
                            LOG_LEVEL,
                            LOG_MEGABYTES,
                            LOG_FILES))
            .flatMap(List::stream)
            .toList();

    private Keys() {}
}
