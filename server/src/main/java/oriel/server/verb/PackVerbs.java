package oriel.server.verb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import oriel.licensing.ledger.LicenseKind;
import oriel.licensing.ledger.LicensePack;
import oriel.licensing.ledger.PackException;
import oriel.licensing.ledger.PackFile;
import oriel.licensing.ledger.PackKeys;
import oriel.licensing.ledger.PoolSettings;
import oriel.server.command.CommandException;
import oriel.server.command.ExitCode;
import oriel.server.command.Invocation;
import oriel.server.command.Option;
import oriel.server.command.Terminal;
import oriel.server.command.Verb;
import oriel.server.control.Json;
import oriel.server.home.Home;
import oriel.server.home.PrivateFiles;
import oriel.server.licenses.LicenseDesk;
import oriel.server.licenses.LicenseFiles;

/** Verbs about what comes from outside and goes there: packs that a vendor sells, exports for a backup or another host. */
final class PackVerbs {

    private static final long LARGEST_IMPORT = 256L << 20;

    private PackVerbs() {}

    static List<Verb> all() {
        return List.of(
                new Verb(
                        "licenses import",
                        "FILE",
                        "import a pack, or what `oriel licenses export` has written into an empty ledger",
                        "Packs must be signed by a vendor that is trusted (oriel licenses trust).",
                        List.of(Option.JSON),
                        List.of("oriel licenses import acme-0042.pack"),
                        PackVerbs::importFile),
                new Verb(
                        "licenses export",
                        "[FILE]",
                        "write the whole ledger down, for a backup or another host",
                        "The service may run meanwhile. Without FILE it goes to standard output.",
                        List.of(),
                        List.of("oriel licenses export > licenses-$(date +%F).jsonl"),
                        PackVerbs::exportFile),
                new Verb(
                        "licenses packs",
                        "",
                        "list the packs that were imported",
                        "",
                        List.of(Option.JSON),
                        List.of("oriel licenses packs"),
                        (invocation, terminal) ->
                                LicenseVerbs.print(invocation, terminal, LicenseDesk::packs, PackVerbs::packs)),
                new Verb(
                        "licenses trust",
                        "NAME FILE",
                        "trust the packs of a vendor whose public key is in a file",
                        "",
                        List.of(),
                        List.of("oriel licenses trust acme acme.pub"),
                        PackVerbs::trust),
                new Verb(
                        "licenses pack key",
                        "FILE",
                        "for vendors: make a key to sign packs with; FILE.pub is for customers",
                        "",
                        List.of(),
                        List.of("oriel licenses pack key acme.key"),
                        PackVerbs::makeKey),
                new Verb(
                        "licenses pack create",
                        "ID",
                        "for vendors: make a pack of licences to sell",
                        "POOLS names what is sold: NAME:KIND:NUMBER, more of them separated by commas; KIND is per-device, per-user"
                                + " or concurrent.\n",
                        List.of(
                                new Option("--sign-with", "KEY", "file of the private key (oriel licenses pack key)"),
                                new Option("--vendor", "NAME", "who sells it"),
                                new Option("--customer", "NAME", "who buys it"),
                                new Option("--pools", "POOLS", "what is sold"),
                                new Option(
                                        "--expires", "DAY", "when the licences end, and until when it can be imported"),
                                new Option(
                                        "--ledger",
                                        "ID",
                                        "the one ledger it is for (oriel licenses check says its id)"),
                                new Option("--out", "FILE", "where to; otherwise standard output")),
                        List.of(
                                "oriel licenses pack create acme-0042 --vendor Acme --customer 'Example Ltd' --pools"
                                        + " devices:per-device:50,seats:concurrent:10 --sign-with acme.key --out acme-0042.pack"),
                        PackVerbs::create));
    }

    private static int importFile(Invocation invocation, Terminal terminal) throws CommandException, IOException {
        Path file = Path.of(invocation.operands().getFirst());
        if (Files.size(file) > LARGEST_IMPORT) {
            throw new CommandException(ExitCode.FAILED, file + " is larger than " + (LARGEST_IMPORT >> 20) + " MiB");
        }
        String text = Files.readString(file);
        return LicenseVerbs.print(
                invocation,
                terminal,
                desk -> desk.importText(text),
                answer -> answer.has("pack")
                        ? "pack " + answer.path("pack").asText()
                                + (answer.path("fresh").asBoolean() ? " imported" : " was imported before") + ", pools "
                                + String.join(", ", words(answer.path("pools"))) + "\n"
                        : answer.path("lines").asText() + " lines imported\n");
    }

    private static List<String> words(JsonNode array) {
        List<String> words = new ArrayList<>();
        array.forEach(word -> words.add(word.asText()));
        return words;
    }

    private static int exportFile(Invocation invocation, Terminal terminal) throws CommandException, IOException {
        if (invocation.operands().isEmpty()) {
            Writer out = new BufferedWriter(new OutputStreamWriter(terminal.out(), StandardCharsets.UTF_8));
            LicenseVerbs.ask(terminal, desk -> Json.object().put("lines", desk.exportTo(out)));
            out.flush();
            return ExitCode.DONE;
        }
        Path file = Path.of(invocation.operands().getFirst());
        PrivateFiles.write(file, new byte[0]); // who has which licence is nobody else's business
        try (Writer out = Files.newBufferedWriter(file)) {
            var answer = LicenseVerbs.ask(terminal, desk -> Json.object().put("lines", desk.exportTo(out)));
            terminal.out().println(answer.path("lines").asText() + " lines written to " + file);
        }
        return ExitCode.DONE;
    }

    private static String packs(JsonNode packs) {
        if (packs.isEmpty()) {
            return "no packs\n";
        }
        var table = new Table("PACK", "VENDOR", "CUSTOMER", "POOLS", "EXPIRES", "IMPORTED");
        for (JsonNode pack : (ArrayNode) packs) {
            table.add(
                    pack.path("pack").asText(),
                    pack.path("vendor").asText(),
                    pack.path("customer").asText(),
                    String.join(", ", words(pack.path("pools"))),
                    pack.path("expires").asText("never"),
                    pack.path("imported").asText());
        }
        return table.toString();
    }

    private static int trust(Invocation invocation, Terminal terminal) throws CommandException, IOException {
        String name = invocation.operands().getFirst();
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "'" + name + "' is no name for a vendor: letters, digits, dots, dashes, underscores");
        }
        Path file = Path.of(invocation.operands().get(1));
        try {
            Path written = new LicenseFiles(Home.ofUser(terminal.environment()), Optional.empty())
                    .trust(name, PackKeys.publicKey(Files.readString(file)));
            terminal.out().println("packs of " + name + " are trusted (" + written + ")");
            return ExitCode.DONE;
        } catch (PackException e) {
            throw new CommandException(ExitCode.FAILED, file + ": " + e.getMessage());
        }
    }

    private static int makeKey(Invocation invocation, Terminal terminal) throws CommandException, IOException {
        Path file = Path.of(invocation.operands().getFirst());
        Path shared = Path.of(file + ".pub");
        if (Files.exists(file) || Files.exists(shared)) {
            throw new CommandException(ExitCode.FAILED, file + " or " + shared + " exists already");
        }
        KeyPair keys = PackKeys.generate();
        PrivateFiles.write(
                file,
                (PackKeys.pem(keys.getPrivate()) + PackKeys.pem(keys.getPublic())).getBytes(StandardCharsets.UTF_8));
        Files.writeString(shared, PackKeys.pem(keys.getPublic()));
        terminal.out()
                .println("key " + PackKeys.fingerprint(keys.getPublic()) + ": keep " + file + " secret, give " + shared
                        + " to customers");
        return ExitCode.DONE;
    }

    private static int create(Invocation invocation, Terminal terminal) throws CommandException, IOException {
        Path keyFile = Path.of(required(invocation, "--sign-with"));
        try {
            var pack = new LicensePack(
                    invocation.operands().getFirst(),
                    required(invocation, "--vendor"),
                    invocation.value("--customer").orElse(""),
                    Instant.now().truncatedTo(ChronoUnit.SECONDS),
                    expires(invocation),
                    invocation.value("--ledger"),
                    pools(required(invocation, "--pools")));
            String text = PackFile.sign(pack, pair(Files.readString(keyFile)));
            Optional<String> out = invocation.value("--out");
            if (out.isPresent()) {
                Files.writeString(Path.of(out.get()), text);
                terminal.out().println("pack " + pack.id() + " written to " + out.get());
            } else {
                terminal.out().print(text);
            }
            return ExitCode.DONE;
        } catch (PackException e) {
            throw new CommandException(ExitCode.FAILED, keyFile + ": " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
    }

    /** The file holds the public key too, as it does not follow from the private one in the JDK. */
    private static KeyPair pair(String pem) throws PackException {
        return new KeyPair(PackKeys.publicKey(pem), PackKeys.privateKey(pem));
    }

    private static String required(Invocation invocation, String option) throws CommandException {
        return invocation.value(option).orElseThrow(() -> new CommandException(ExitCode.USAGE, option + " is missing"));
    }

    private static Optional<Instant> expires(Invocation invocation) throws CommandException {
        Optional<String> day = invocation.value("--expires");
        try {
            return day.map(
                    text -> LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeException e) {
            throw new CommandException(ExitCode.USAGE, "--expires is '" + day.get() + "', expected a day: 2026-12-31");
        }
    }

    private static List<PoolSettings> pools(String text) throws CommandException {
        List<PoolSettings> pools = new ArrayList<>();
        for (String one : text.split(",", -1)) {
            String[] words = one.strip().split(":", -1);
            Optional<LicenseKind> kind = words.length == 3 ? LicenseKind.of(words[1]) : Optional.empty();
            if (kind.isEmpty() || !words[2].matches("[0-9]{1,8}")) {
                throw new CommandException(
                        ExitCode.USAGE,
                        "'" + one + "' is no pool; expected NAME:KIND:NUMBER, e.g. seats:concurrent:10");
            }
            pools.add(new PoolSettings(
                    words[0],
                    kind.get(),
                    OptionalInt.of(Integer.parseInt(words[2])),
                    PoolSettings.DEFAULT_VALIDITY,
                    OptionalInt.of(PoolSettings.DEFAULT_TEMPORARIES),
                    List.of(),
                    Optional.empty()));
        }
        return pools;
    }
}
