package oriel.licensing.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A pack as a file. Lines of text:
 *
 * <pre>{@code
 * oriel-licence-pack 1
 * {"pack":"acme-0042","vendor":"Acme","customer":"Example Ltd","issued":"2026-01-31T12:00:00Z","key":"<fingerprint>"}
 * {"pool":"devices","kind":"per-device","size":50,"validity-days":80,"temporaries":100}
 * signature ed25519 <base64>
 * }</pre>
 *
 * <p>Signed are the bytes of all lines before the signature, in UTF-8, each ended by a line feed. A carriage return at the end of a line is
 * what mail has made of it and does not count; every other change does. The key's fingerprint is within what is signed.
 *
 * @param pack   what is sold
 * @param signer the fingerprint of the key that signed it
 */
public record PackFile(LicensePack pack, String signer) {

    /** The longest file that is looked at. */
    public static final int LONGEST = 64 * 1024;

    private static final String FIRST = "oriel-licence-pack ";
    private static final String VERSION = "1";
    private static final String LAST = "signature ed25519 ";
    private static final Set<String> HEAD = Set.of("pack", "vendor", "customer", "issued", "expires", "ledger", "key");
    private static final Set<String> POOL = Set.of("pool", "kind", "size", "validity-days", "temporaries");

    /**
     * Signs a pack.
     *
     * @param pack what is sold; its pools' validity is in whole days
     * @param key  the vendor's keys
     * @return the file
     */
    public static String sign(LicensePack pack, KeyPair key) {
        StringBuilder body = new StringBuilder(FIRST + VERSION + "\n");
        body.append(new JsonLine()
                        .put("pack", pack.id())
                        .put("vendor", pack.vendor())
                        .put("customer", pack.customer())
                        .put("issued", pack.issued().toString())
                        .put("expires", pack.expires())
                        .put("ledger", pack.ledger())
                        .put("key", PackKeys.fingerprint(key.getPublic())))
                .append('\n');
        for (PoolSettings pool : pack.pools()) {
            body.append(line(pool)).append('\n');
        }
        byte[] signature = signed(body.toString(), key.getPrivate());
        return body + LAST + Base64.getEncoder().encodeToString(signature) + "\n";
    }

    /**
     * Reads a pack and checks who signed it.
     *
     * @param text    the file
     * @param trusted vendors whose packs are trusted
     * @return the pack
     * @throws PackException if it is not a pack, or not as a trusted vendor has signed it
     */
    public static PackFile read(String text, Collection<VendorKey> trusted) throws PackException {
        List<String> lines = lines(text);
        String last = lines.removeLast();
        try {
            JsonLine head = JsonLine.parse(lines.get(1));
            String signer = head.text("key");
            VendorKey vendor = trusted.stream()
                    .filter(key -> key.fingerprint().equals(signer))
                    .findFirst()
                    .orElseThrow(() -> new PackException(
                            PackException.Fault.UNTRUSTED,
                            "no trusted vendor has the key that signed the licence pack"));
            verify(String.join("\n", lines) + "\n", last.substring(LAST.length()), vendor.key());
            return new PackFile(pack(head, lines.subList(2, lines.size())), signer);
        } catch (MalformedLineException | IllegalArgumentException e) {
            throw unreadable(e);
        }
    }

    /** Reads a pack whose signature was checked when it was imported. */
    static LicensePack unverified(String text) throws PackException {
        List<String> lines = lines(text);
        lines.removeLast();
        try {
            return pack(JsonLine.parse(lines.get(1)), lines.subList(2, lines.size()));
        } catch (MalformedLineException | IllegalArgumentException e) {
            throw unreadable(e);
        }
    }

    /** The lines of what looks like a pack; the last is the signature. */
    private static List<String> lines(String text) throws PackException {
        if (text.length() > LONGEST) {
            throw new PackException(PackException.Fault.UNREADABLE, "the file is too long for a licence pack");
        }
        List<String> lines = new ArrayList<>(
                List.of(text.replace("\r\n", "\n").stripTrailing().split("\n", -1)));
        if (lines.size() < 4 || !lines.getFirst().startsWith(FIRST)) {
            throw new PackException(PackException.Fault.UNREADABLE, "this is no licence pack");
        }
        if (!lines.getFirst().equals(FIRST + VERSION)) {
            throw new PackException(
                    PackException.Fault.UNREADABLE, "the licence pack is of a version that this program does not know");
        }
        if (!lines.getLast().startsWith(LAST)) {
            throw new PackException(PackException.Fault.UNREADABLE, "the licence pack does not end with its signature");
        }
        return lines;
    }

    private static PackException unreadable(Exception cause) {
        return new PackException(
                PackException.Fault.UNREADABLE, "the licence pack cannot be read: " + cause.getMessage(), cause);
    }

    private static LicensePack pack(JsonLine head, List<String> lines) throws MalformedLineException {
        head.only(HEAD);
        List<PoolSettings> pools = new ArrayList<>();
        for (String line : lines) {
            pools.add(pool(JsonLine.parse(line)));
        }
        return new LicensePack(
                head.text("pack"),
                head.text("vendor"),
                head.text("customer"),
                head.moment("issued"),
                head.momentIfAny("expires"),
                head.textIfAny("ledger"),
                pools);
    }

    private static String line(PoolSettings pool) {
        JsonLine line =
                new JsonLine().put("pool", pool.name()).put("kind", pool.kind().word());
        pool.size().ifPresent(size -> line.put("size", size));
        line.put("validity-days", Math.max(1, pool.validity().toDays()));
        pool.temporaries().ifPresent(count -> line.put("temporaries", count));
        return line.toString();
    }

    private static PoolSettings pool(JsonLine line) throws MalformedLineException {
        line.only(POOL);
        String word = line.text("kind");
        return new PoolSettings(
                line.text("pool"),
                LicenseKind.of(word).orElseThrow(() -> new MalformedLineException("no licence is '" + word + "'")),
                count(line.countIfAny("size")),
                Duration.ofDays(line.count("validity-days")),
                count(line.countIfAny("temporaries")),
                List.of(),
                Optional.<Instant>empty());
    }

    private static OptionalInt count(OptionalLong number) {
        return number.isPresent() ? OptionalInt.of((int) number.getAsLong()) : OptionalInt.empty();
    }

    private static byte[] signed(String body, PrivateKey key) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(body.getBytes(StandardCharsets.UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("this key cannot sign", e);
        }
    }

    private static void verify(String body, String base64, PublicKey key) throws PackException {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(body.getBytes(StandardCharsets.UTF_8));
            byte[] bytes = Base64.getDecoder().decode(base64);
            // One signature is written in one way only.
            if (Base64.getEncoder().encodeToString(bytes).equals(base64) && signature.verify(bytes)) {
                return;
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new PackException(PackException.Fault.TAMPERED, "the signature of the licence pack is damaged", e);
        }
        throw new PackException(
                PackException.Fault.TAMPERED, "the licence pack was changed after it was signed, or its signature was");
    }
}
