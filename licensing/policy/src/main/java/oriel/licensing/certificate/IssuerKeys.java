package oriel.licensing.certificate;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import oriel.licensing.exchange.ExchangeKey;

/**
 * The keys of an issuer, in a folder of their own: {@code signing.pem} signs licences, {@code exchange.pem} takes the premaster
 * secrets of clients, {@code retired-….pem} are certificates whose keys have signed licences that are still good; their private keys
 * are gone. Files with a key can be read by their owner only, and are refused if others can.
 */
public final class IssuerKeys {

    private static final String SIGNING = "signing.pem";
    private static final String EXCHANGE = "exchange.pem";
    private static final String RETIRED = "retired-";
    private static final String LOCK = "lock";
    private static final int BITS = 2048;

    /** Within this program, one at a time; between programs, the lock file. */
    private static final ReentrantLock CHANGING = new ReentrantLock();

    private final Path folder;
    private final String issuerName;
    private final SecureRandom random;

    private volatile Content content;

    /** What the files hold. */
    private record Content(Signing signing, KeyPair exchange, List<Retired> retired) {

        Content {
            retired = List.copyOf(retired);
        }
    }

    /** The key that signs, and its certificate. */
    record Signing(RSAPrivateKey key, X509Certificate certificate) {}

    /** A certificate whose key signs no more, and until when licences it has signed are good. */
    record Retired(X509Certificate certificate, Instant until) {}

    private IssuerKeys(Path folder, String issuerName, SecureRandom random, Content content) {
        this.folder = folder;
        this.issuerName = issuerName;
        this.random = random;
        this.content = content;
    }

    /**
     * Opens the keys, and makes those that are missing.
     *
     * @param folder     where they are; made if missing
     * @param issuerName the name for certificates that have to be made
     * @param now        the time at which they are made
     * @param random     what they are made of
     * @return the keys
     * @throws IOException              if a file cannot be read or written, is damaged, or can be read by others
     * @throws GeneralSecurityException if the Java runtime lacks an algorithm
     */
    public static IssuerKeys open(Path folder, String issuerName, Instant now, SecureRandom random)
            throws IOException, GeneralSecurityException {
        KeyFiles.makeFolder(folder);
        return locked(folder, () -> new IssuerKeys(folder, issuerName, random, read(folder, issuerName, now, random)));
    }

    private static Content read(Path folder, String issuerName, Instant now, SecureRandom random)
            throws IOException, GeneralSecurityException {
        Path signing = folder.resolve(SIGNING);
        if (!Files.exists(signing)) {
            make(signing, issuerName, now, random);
        }
        Path exchange = folder.resolve(EXCHANGE);
        if (!Files.exists(exchange)) {
            KeyPair pair = generate(random);
            KeyFiles.write(exchange, KeyFiles.pem(pair.getPrivate()));
        }
        return new Content(KeyFiles.signing(signing), KeyFiles.pair(exchange), retired(folder, now));
    }

    private static void make(Path signing, String issuerName, Instant now, SecureRandom random)
            throws IOException, GeneralSecurityException {
        KeyPair pair = generate(random);
        X509Certificate certificate = IssuerCertificates.root(pair, issuerName, now, random);
        KeyFiles.write(signing, KeyFiles.pem(pair.getPrivate()) + KeyFiles.pem(certificate));
    }

    private static KeyPair generate(SecureRandom random) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS, random);
        return generator.generateKeyPair();
    }

    private static List<Retired> retired(Path folder, Instant now) throws IOException, GeneralSecurityException {
        var retired = new ArrayList<Retired>();
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.getFileName().toString().startsWith(RETIRED))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            Instant until = KeyFiles.until(file, RETIRED);
            if (until.isBefore(now)) {
                Files.deleteIfExists(file);
            } else {
                retired.add(new Retired(KeyFiles.certificate(file), until));
            }
        }
        return retired;
    }

    /**
     * Makes a new key that signs from now on. The old one is forgotten; licences it has signed stay good.
     *
     * @param now   the time at which this is done
     * @param until when the last of the licences that the old key has signed expires
     * @throws IOException              if a file cannot be written
     * @throws GeneralSecurityException if the Java runtime lacks an algorithm
     */
    public void rotate(Instant now, Instant until) throws IOException, GeneralSecurityException {
        content = locked(folder, () -> {
            Content present = read(folder, issuerName, now, random);
            X509Certificate old = present.signing().certificate();
            KeyFiles.write(
                    folder.resolve("%s%s-%d.pem"
                            .formatted(RETIRED, old.getSerialNumber().toString(16), until.getEpochSecond())),
                    KeyFiles.pem(old));
            make(folder.resolve(SIGNING), issuerName, now, random);
            return read(folder, issuerName, now, random);
        });
    }

    /**
     * Reads the files again, as another program may have rotated the key.
     *
     * @param now the time at which this is done
     * @throws IOException              if a file cannot be read
     * @throws GeneralSecurityException if the Java runtime lacks an algorithm
     */
    public void reload(Instant now) throws IOException, GeneralSecurityException {
        content = locked(folder, () -> read(folder, issuerName, now, random));
    }

    /**
     * The key for premaster secrets in a proprietary certificate, which is the default.
     *
     * @return the key with its certificate
     */
    public ExchangeKey exchangeKey() {
        KeyPair pair = content.exchange();
        return ExchangeKey.proprietary((RSAPrivateKey) pair.getPrivate(), (RSAPublicKey) pair.getPublic());
    }

    /**
     * The key for premaster secrets in a chain of X.509 certificates: the issuer's own, then one for the key.
     *
     * @param now the time at which the certificate is made
     * @return the key with its certificates
     * @throws GeneralSecurityException if the Java runtime lacks an algorithm
     */
    public ExchangeKey exchangeKeyInChain(Instant now) throws GeneralSecurityException {
        Content present = content;
        var publicKey = (RSAPublicKey) present.exchange().getPublic();
        X509Certificate server = IssuerCertificates.server(present.signing(), publicKey, now, random);
        return ExchangeKey.chain(
                (RSAPrivateKey) present.exchange().getPrivate(),
                publicKey,
                List.of(present.signing().certificate().getEncoded(), server.getEncoded()));
    }

    /**
     * The certificate of the key that signs, for people who want to know which it is.
     *
     * @return the certificate
     */
    public X509Certificate certificate() {
        return content.signing().certificate();
    }

    Signing signing() {
        return content.signing();
    }

    /** The keys whose licences are believed: the one that signs, and retired ones in their time. */
    List<X509Certificate> trusted(Instant now) {
        Content present = content;
        return Stream.concat(
                        Stream.of(present.signing().certificate()),
                        present.retired().stream()
                                .filter(retired -> !now.isAfter(retired.until()))
                                .map(Retired::certificate))
                .toList();
    }

    /** Something to be done while nobody else changes the files. */
    private interface Change<T> {
        T make() throws IOException, GeneralSecurityException;
    }

    private static <T> T locked(Path folder, Change<T> change) throws IOException, GeneralSecurityException {
        CHANGING.lock();
        try (FileChannel channel =
                        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            return change.make();
        } finally {
            CHANGING.unlock();
        }
    }
}
