package oriel.server.licenses;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import oriel.licensing.ledger.PackException;
import oriel.licensing.ledger.PackKeys;
import oriel.licensing.ledger.VendorKey;
import oriel.server.config.Configuration;
import oriel.server.config.LicensingKeys;
import oriel.server.home.Home;
import oriel.server.home.PrivateFiles;

/**
 * Where an installation keeps what licensing needs.
 *
 * @param home   its directories
 * @param shared the directory of the ledger and the signing keys, if it is not one of its own: several services of one host may
 *     share it
 */
public record LicenseFiles(Home home, Optional<Path> shared) {

    private static final String PEM = ".pem";
    private static final String DIRECTORY = "licenses";
    private static final String LEDGER = "ledger.sqlite";

    /**
     * The files of an installation.
     *
     * @param home          its directories
     * @param configuration what it says
     * @return where they are
     */
    public static LicenseFiles of(Home home, Configuration configuration) {
        String directory = configuration.get(LicensingKeys.DIRECTORY);
        return new LicenseFiles(
                home,
                directory.isEmpty()
                        ? Optional.empty()
                        : Optional.of(home.config().resolve(directory).normalize()));
    }

    /**
     * The directory of the ledger and the signing keys; made if it is missing.
     *
     * @return the directory, open to nobody else
     * @throws IOException if it cannot be made
     */
    public Path directory() throws IOException {
        Path directory = place();
        PrivateFiles.directory(home.state());
        PrivateFiles.directory(directory);
        return directory;
    }

    /**
     * The ledger.
     *
     * @return its file; it need not exist
     * @throws IOException if its directory cannot be made
     */
    public Path ledger() throws IOException {
        return directory().resolve(LEDGER);
    }

    /**
     * Whether there is a ledger.
     *
     * @return whether its file exists
     */
    public boolean exist() {
        return Files.exists(place().resolve(LEDGER));
    }

    private Path place() {
        return shared.orElseGet(() -> home.state().resolve(DIRECTORY));
    }

    /**
     * What root has made here belongs to the service's account, where it has one.
     *
     * @throws IOException if that cannot be
     */
    public void settle() throws IOException {
        PrivateFiles.settle(shared.orElse(home.state()), place());
    }

    /**
     * The keys that licences are signed with.
     *
     * @return their directory; it need not exist
     * @throws IOException if the one above it cannot be made
     */
    public Path keys() throws IOException {
        return directory().resolve("keys");
    }

    /**
     * The vendors whose packs are trusted: a public key each, {@code vendors/NAME.pem} beside the configuration.
     *
     * @return the keys by name
     * @throws IOException if one of them cannot be read; the message names it
     */
    public List<VendorKey> vendors() throws IOException {
        Path directory = vendorDirectory();
        List<VendorKey> vendors = new ArrayList<>();
        if (!Files.isDirectory(directory)) {
            return vendors;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + PEM)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                try {
                    vendors.add(new VendorKey(
                            name.substring(0, name.length() - PEM.length()),
                            PackKeys.publicKey(Files.readString(file))));
                } catch (PackException e) {
                    throw new IOException(file + ": " + e.getMessage(), e);
                }
            }
        }
        vendors.sort(Comparator.comparing(VendorKey::name));
        return vendors;
    }

    /**
     * Trusts a vendor from now on.
     *
     * @param name what to call it: letters, digits, dots, dashes and underscores
     * @param key  its public key
     * @return the file that was written
     * @throws IOException if it cannot be written
     */
    public Path trust(String name, PublicKey key) throws IOException {
        Path directory = vendorDirectory();
        PrivateFiles.directory(home.config());
        PrivateFiles.directory(directory);
        Path file = directory.resolve(name + PEM);
        PrivateFiles.write(file, PackKeys.pem(key).getBytes(StandardCharsets.UTF_8));
        PrivateFiles.share(file);
        return file;
    }

    private Path vendorDirectory() {
        return home.config().resolve("vendors");
    }
}
