package oriel.server.verb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import oriel.server.command.CommandException;
import oriel.server.command.ExitCode;
import oriel.server.command.Invocation;
import oriel.server.command.Option;
import oriel.server.command.Terminal;
import oriel.server.command.Verb;
import oriel.server.control.ControlException;
import oriel.server.control.Json;
import oriel.server.licenses.LicenseDesk;

/** Verbs about licences. They work on the ledger, whether the service runs or not. */
final class LicenseVerbs {

    private static final Option POOL = new Option("--pool", "NAME", "of this pool only");
    private static final Option FROM =
            new Option("--from", "DAY", "from this day or moment on (2026-01-31, 2026-01-31T12:00:00Z); 30 days ago");
    private static final Option UNTIL = new Option("--until", "DAY", "before this day or moment; now");

    private LicenseVerbs() {}

    static List<Verb> all() {
        List<Verb> verbs = new ArrayList<>(List.of(
                new Verb(
                        "licenses pools",
                        "",
                        "list the pools of licences and how full they are",
                        "",
                        List.of(Option.JSON),
                        List.of("oriel licenses pools"),
                        (invocation, terminal) -> print(invocation, terminal, LicenseDesk::pools, LicenseVerbs::pools)),
                new Verb(
                        "licenses list",
                        "",
                        "list the licences that are held",
                        "",
                        List.of(
                                POOL,
                                new Option("--holder", "TEXT", "whose user, device or machine has this in its name"),
                                new Option(
                                        "--state",
                                        "all|pending|active|expired|revoked|returned",
                                        "in this state; otherwise those that are pending or active"),
                                new Option("--limit", "NUMBER", "no more than this many"),
                                Option.JSON),
                        List.of("oriel licenses list", "oriel licenses list --holder alice --state all"),
                        (invocation, terminal) -> print(
                                invocation,
                                terminal,
                                desk -> desk.list(request(invocation, "pool", "holder", "state", "limit")),
                                LicenseVerbs::licenses)),
                new Verb(
                        "licenses show",
                        "SERIAL",
                        "show a licence and what happened to it",
                        "",
                        List.of(Option.JSON),
                        List.of("oriel licenses show 000000000000002a"),
                        (invocation, terminal) ->
                                print(invocation, terminal, desk -> desk.show(serial(invocation)), LicenseVerbs::show)),
                new Verb(
                        "licenses issue",
                        "",
                        "give a user or a device a licence by hand",
                        "A device finds its licence waiting when it comes next. Its hardware id stands in `oriel licenses list`.",
                        List.of(
                                new Option("--user", "NAME", "the user"),
                                new Option("--device", "ID", "the hardware id of the device, 40 hexadecimal digits"),
                                new Option("--machine", "NAME", "the name of the device"),
                                new Option("--pool", "NAME", "from this pool"),
                                new Option("--days", "NUMBER", "a temporary licence, good for this long"),
                                Option.JSON),
                        List.of("oriel licenses issue --user alice"),
                        (invocation, terminal) -> act(
                                invocation,
                                terminal,
                                desk -> desk.issue(request(invocation, "user", "device", "machine", "pool", "days")))),
                new Verb(
                        "licenses revoke",
                        "SERIAL",
                        "take a licence away; its holder gets no other until it is reinstated",
                        "",
                        List.of(new Option("--reason", "TEXT", "why, for the journal"), Option.JSON),
                        List.of("oriel licenses revoke 000000000000002a --reason 'the laptop was sold'"),
                        (invocation, terminal) -> act(
                                invocation,
                                terminal,
                                desk -> desk.revoke(
                                        request(invocation, "reason").setAll(serial(invocation))))),
                new Verb(
                        "licenses reinstate",
                        "SERIAL",
                        "forgive the holder of a revoked licence",
                        "",
                        List.of(Option.JSON),
                        List.of("oriel licenses reinstate 000000000000002a"),
                        (invocation, terminal) ->
                                act(invocation, terminal, desk -> desk.reinstate(serial(invocation)))),
                new Verb(
                        "licenses reserve",
                        "POOL [GROUP:NUMBER,…]",
                        "keep licences of a pool for groups, in place of what was kept before",
                        "Pools of the configuration are reserved there; this is for pools from packs.",
                        List.of(Option.JSON),
                        List.of("oriel licenses reserve acme-42.seats staff:20,lab:5"),
                        LicenseVerbs::reserve),
                new Verb(
                        "licenses report",
                        "",
                        "sum up what happened",
                        "",
                        List.of(
                                new Option("--by", "pool|user|device|day", "a line for each of these; pool"),
                                FROM,
                                UNTIL,
                                Option.JSON),
                        List.of("oriel licenses report --by user --from 2026-01-01"),
                        (invocation, terminal) -> print(
                                invocation,
                                terminal,
                                desk -> desk.report(request(invocation, "by", "from", "until")),
                                LicenseVerbs::report)),
                new Verb(
                        "licenses journal",
                        "",
                        "list what happened, line by line",
                        "",
                        List.of(FROM, UNTIL, new Option("--limit", "NUMBER", "the latest ones only"), Option.JSON),
                        List.of("oriel licenses journal --from 2026-01-31"),
                        (invocation, terminal) -> print(
                                invocation,
                                terminal,
                                desk -> desk.journal(request(invocation, "from", "until", "limit")),
                                LicenseVerbs::journal)),
                new Verb(
                        "licenses check",
                        "",
                        "examine the ledger: its file, its counts, its journal",
                        "",
                        List.of(Option.JSON),
                        List.of("oriel licenses check"),
                        LicenseVerbs::check),
                new Verb(
                        "licenses key rotate",
                        "",
                        "sign licences with a new key from now on",
                        "What the old key has signed stays good until it expires. A running service takes the new key at once.",
                        List.of(Option.JSON),
                        List.of("oriel licenses key rotate"),
                        LicenseVerbs::rotate)));
        verbs.addAll(PackVerbs.all());
        return verbs;
    }

    /** Something asked of the desk. */
    interface Question<T extends JsonNode> {
        T ask(LicenseDesk desk) throws ControlException, IOException;
    }

    /** Asks the desk of this installation. */
    static <T extends JsonNode> T ask(Terminal terminal, Question<T> question) throws CommandException, IOException {
        try (var licenses = LicenseAccess.open(terminal)) {
            return question.ask(licenses.desk());
        } catch (ControlException e) {
            throw new CommandException(Service.exitCode(e), String.valueOf(e.getMessage()));
        }
    }

    /** Options that were given, by their names without dashes. */
    private static ObjectNode request(Invocation invocation, String... options) {
        ObjectNode request = Json.object();
        for (String option : options) {
            invocation.value("--" + option).ifPresent(value -> request.put(option, value));
        }
        return request;
    }

    private static ObjectNode serial(Invocation invocation) {
        return Json.object().put("serial", invocation.operands().getFirst());
    }

    /** Draws an answer for people. */
    interface Drawing {
        String of(JsonNode answer);
    }

    static <T extends JsonNode> int print(
            Invocation invocation, Terminal terminal, Question<T> question, Drawing drawing)
            throws CommandException, IOException {
        T answer = ask(terminal, question);
        terminal.out().print(invocation.has("--json") ? Json.pretty(answer) + "\n" : drawing.of(answer));
        return ExitCode.DONE;
    }

    private static int act(Invocation invocation, Terminal terminal, Question<ObjectNode> question)
            throws CommandException, IOException {
        return print(
                invocation,
                terminal,
                question,
                license -> "licence " + license.path("serial").asText() + " of pool "
                        + license.path("pool").asText() + " is "
                        + license.path("state").asText() + "\n");
    }

    private static String pools(JsonNode pools) {
        if (pools.isEmpty()) {
            return "no pools; tables [pool.NAME] of the configuration make them at the next start of the service, packs bring"
                    + " others\n";
        }
        var table = new Table("POOL", "KIND", "USED", "SIZE", "FREE", "TEMPORARY", "RESERVED", "ENDS", "FROM");
        for (JsonNode pool : pools) {
            List<String> reserved = new ArrayList<>();
            pool.path("reservations")
                    .forEach(one -> reserved.add(
                            one.path("group").asText() + " " + one.path("used").asText() + "/"
                                    + one.path("count").asText()));
            table.add(
                    pool.path("name").asText() + (pool.path("open").asBoolean() ? "" : " (closed)"),
                    pool.path("kind").asText(),
                    pool.path("used").asText(),
                    pool.path("size").asText("no limit"),
                    pool.path("free").asText("no limit"),
                    pool.path("temporaries").asText(),
                    String.join(", ", reserved),
                    day(pool.path("ends")),
                    pool.path("pack").isNull()
                            ? "configuration"
                            : "pack " + pool.path("pack").asText());
        }
        return table.toString();
    }

    private static String licenses(JsonNode licenses) {
        if (licenses.isEmpty()) {
            return "no licences\n";
        }
        var table = new Table("SERIAL", "POOL", "HOLDER", "MACHINE", "TYPE", "STATE", "EXPIRES", "LAST SEEN");
        for (JsonNode license : licenses) {
            table.add(
                    license.path("serial").asText(),
                    license.path("pool").asText(),
                    holder(license),
                    license.path("machine").asText(""),
                    type(license),
                    license.path("state").asText(),
                    day(license.path("expires")),
                    minute(license.path("lastSeen")));
        }
        return table.toString();
    }

    private static String holder(JsonNode license) {
        String user = license.path("user").asText("");
        return license.has("device") ? license.path("device").asText() : user.isEmpty() ? "not known yet" : user;
    }

    private static String type(JsonNode license) {
        if (license.path("kind").asText().equals("concurrent")) {
            return "seat";
        }
        return license.path("temporary").asBoolean() ? "temporary" : "permanent";
    }

    private static String show(JsonNode license) {
        var text = new StringBuilder("licence " + license.path("serial").asText() + ": " + type(license) + ", "
                + license.path("state").asText() + "\n");
        license.properties().forEach(member -> {
            if (!member.getValue().isContainerNode() && !member.getValue().isNull()) {
                text.append("  %-10s %s%n"
                        .formatted(member.getKey(), member.getValue().asText()));
            }
        });
        return text.append(journal(license.path("journal"))).toString();
    }

    private static String journal(JsonNode lines) {
        var table = new Table("WHEN", "WHAT", "POOL", "SERIAL", "USER", "MACHINE", "USED", "");
        for (JsonNode line : lines) {
            int times = line.path("times").asInt();
            table.add(
                    line.path("at").asText(),
                    line.path("event").asText() + (times > 1 ? " ×" + times : ""),
                    line.path("pool").asText(),
                    line.path("serial").asText(""),
                    line.path("user").asText(),
                    line.path("machine").asText(),
                    line.path("used").asText(),
                    line.path("detail").asText());
        }
        return table.toString();
    }

    private static String report(JsonNode report) {
        List<String> columns = List.of(
                "granted",
                "delivered",
                "used",
                "renewed",
                "upgraded",
                "refused",
                "admitted",
                "expired",
                "revoked",
                "returned",
                "reclaimed",
                "peak");
        List<String> headings = new ArrayList<>();
        headings.add(report.path("by").asText().toUpperCase(java.util.Locale.ROOT));
        columns.forEach(column -> headings.add(column.toUpperCase(java.util.Locale.ROOT)));
        var table = new Table(headings.toArray(String[]::new));
        for (JsonNode line : report.path("lines")) {
            List<String> cells = new ArrayList<>();
            String key = line.path("key").asText();
            cells.add(key.isEmpty() ? "(none)" : key);
            columns.forEach(column -> cells.add(line.path(column).asText()));
            table.add(cells.toArray(String[]::new));
        }
        return table.toString();
    }

    private static int reserve(Invocation invocation, Terminal terminal) throws CommandException, IOException {
        ObjectNode request = Json.object().put("pool", invocation.operands().getFirst());
        ObjectNode reservations = request.putObject("reservations");
        String wanted = invocation.operands().size() > 1 ? invocation.operands().get(1) : "";
        for (String one : wanted.isEmpty() ? new String[0] : wanted.split(",", -1)) {
            int colon = one.lastIndexOf(':');
            if (colon < 1 || !one.substring(colon + 1).matches("[0-9]{1,8}")) {
                throw new CommandException(ExitCode.USAGE, "'" + one + "' is no reservation; expected GROUP:NUMBER");
            }
            reservations.put(one.substring(0, colon).strip(), Integer.parseInt(one.substring(colon + 1)));
        }
        return print(
                invocation,
                terminal,
                desk -> desk.reserve(request),
                pool -> pools(Json.array().add(pool)));
    }

    private static int check(Invocation invocation, Terminal terminal) throws CommandException, IOException {
        ObjectNode check = ask(terminal, LicenseDesk::check);
        boolean sound = check.path("sound").asBoolean();
        if (invocation.has("--json")) {
            terminal.out().println(Json.pretty(check));
        } else {
            check.path("faults").forEach(fault -> terminal.out().println("wrong: " + fault.asText()));
            terminal.out()
                    .println((sound ? "sound: " : "damaged: ")
                            + check.path("licenses").asText() + " licences, "
                            + check.path("entries").asText() + " lines of the journal, ledger "
                            + check.path("ledger").asText());
        }
        return sound ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static int rotate(Invocation invocation, Terminal terminal) throws CommandException, IOException {
        return print(
                invocation,
                terminal,
                LicenseDesk::rotateKey,
                answer -> "licences are signed with key " + answer.path("key").asText() + " from now on\n");
    }

    private static String day(JsonNode moment) {
        return moment.isTextual() ? moment.asText().substring(0, 10) : "";
    }

    private static String minute(JsonNode moment) {
        return moment.isTextual() ? moment.asText().substring(0, 16).replace('T', ' ') : "";
    }
}
