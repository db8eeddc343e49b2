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
 *
 * <p>Several programs may use one folder. Before each use the file of the key that signs is looked at: once another program has
 * rotated the key, nothing is signed with the old one any more.
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

    /** What the files hold; the mark tells whether the key that signs is still the one in its file. */
    private record Content(Object mark, Signing signing, KeyPair exchange, List<Retired> retired) {

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
        forgetRetired(folder, now);
        return load(folder);
    }

    private static Content load(Path folder) throws IOException, GeneralSecurityException {
        Path signing = folder.resolve(SIGNING);
        return new Content(
                KeyFiles.mark(signing),
                KeyFiles.signing(signing),
                KeyFiles.pair(folder.resolve(EXCHANGE)),
                retired(folder));
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

    private static List<Retired> retired(Path folder) throws IOException, GeneralSecurityException {
        var retired = new ArrayList<Retired>();
        for (Path file : retiredFiles(folder)) {
            retired.add(new Retired(KeyFiles.certificate(file), KeyFiles.until(file, RETIRED)));
        }
        return retired;
    }

    private static void forgetRetired(Path folder, Instant now) throws IOException {
        for (Path file : retiredFiles(folder)) {
            if (KeyFiles.until(file, RETIRED).isBefore(now)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static List<Path> retiredFiles(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().startsWith(RETIRED))
                    .sorted()
                    .toList();
        }
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

    /** What the files hold now. */
    private Content current() {
        try {
            if (!KeyFiles.mark(folder.resolve(SIGNING)).equals(content.mark())) {
                content = locked(folder, () -> load(folder));
            }
            return content;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the keys of the issuer cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * The key for premaster secrets in a proprietary certificate, which is the default.
     *
     * @return the key with its certificate
     */
    public ExchangeKey exchangeKey() {
        KeyPair pair = current().exchange();
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
        Content present = current();
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
        return current().signing().certificate();
    }

    Signing signing() {
        return current().signing();
    }

    /** The keys whose licences are believed: the one that signs, and retired ones in their time. */
    List<X509Certificate> trusted(Instant now) {
        Content present = current();
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
