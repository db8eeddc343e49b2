package oriel.server.licenses;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringReader;
import java.io.Writer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import oriel.licensing.ledger.AdministeredLedger;
import oriel.licensing.ledger.Claim;
import oriel.licensing.ledger.Holder;
import oriel.licensing.ledger.JournalEntry;
import oriel.licensing.ledger.LedgerCheck;
import oriel.licensing.ledger.LedgerRequest;
import oriel.licensing.ledger.License;
import oriel.licensing.ledger.LicenseFilter;
import oriel.licensing.ledger.LicenseState;
import oriel.licensing.ledger.PackException;
import oriel.licensing.ledger.PackImport;
import oriel.licensing.ledger.Pool;
import oriel.licensing.ledger.Report;
import oriel.licensing.ledger.Reservation;
import oriel.licensing.ledger.Serial;
import oriel.licensing.ledger.VendorKey;
import oriel.server.control.ControlCode;
import oriel.server.control.ControlException;
import oriel.server.control.Json;

/**
 * What an administrator can do with licences; requests and answers are JSON, so that every door says the same. Works on the ledger
 * whether the service runs or not. Safe to call from many threads.
 */
public final class LicenseDesk {

    private static final Duration REPORTED = Duration.ofDays(30);
    private static final int MOST_LINES = 100_000;
    private static final String PACK = "oriel-licence-pack ";

    private final AdministeredLedger ledger;
    private final Collection<VendorKey> vendors;
    private final KeyRing keys;
    private final Clock clock;

    /**
     * Makes a desk.
     *
     * @param ledger  the ledger; whoever opened it closes it
     * @param vendors whose packs are trusted
     * @param keys    the keys that licences are signed with
     * @param clock   tells the time
     */
    public LicenseDesk(AdministeredLedger ledger, Collection<VendorKey> vendors, KeyRing keys, Clock clock) {
        this.ledger = ledger;
        this.vendors = List.copyOf(vendors);
        this.keys = keys;
        this.clock = clock;
    }

    /** What is done with the keys that licences are signed with. */
    public interface KeyRing {

        /**
         * Makes a new key, which signs from now on.
         *
         * @return what people know it by
         * @throws IOException if it cannot be written
         */
        String rotate() throws IOException;
    }

    /**
     * All pools and how full they are.
     *
     * @return an array
     * @throws IOException if the ledger cannot answer
     */
    public ArrayNode pools() throws IOException {
        ArrayNode pools = Json.array();
        for (Pool pool : ledger.pools()) {
            pools.add(LicenseJson.write(pool));
        }
        return pools;
    }

    /**
     * Licences.
     *
     * @param request {@code pool}, {@code holder} (part of a name), {@code state} (a state, or {@code all}; otherwise live ones),
     *     {@code limit}; each may be left out
     * @return an array, the latest first
     * @throws ControlException if the request makes no sense
     * @throws IOException      if the ledger cannot answer
     */
    public ArrayNode list(JsonNode request) throws ControlException, IOException {
        var filter = new LicenseFilter(
                Optional.of(request.path("pool").asText("")).filter(text -> !text.isEmpty()),
                Optional.of(request.path("holder").asText("")).filter(text -> !text.isEmpty()),
                states(request.path("state").asText("")),
                count(request, "limit", 1, MOST_LINES, LicenseFilter.LIVE.limit()));
        ArrayNode licenses = Json.array();
        for (License license : ledger.licenses(filter)) {
            licenses.add(LicenseJson.write(license));
        }
        return licenses;
    }

    private static Set<LicenseState> states(String word) throws ControlException {
        return switch (word) {
            case "" -> LicenseFilter.LIVE.states();
            case "all" -> EnumSet.allOf(LicenseState.class);
            default ->
                Set.of(Stream.of(LicenseState.values())
                        .filter(state -> state.word().equals(word))
                        .findFirst()
                        .orElseThrow(() -> bad("'" + word + "' is no state of a licence; expected all, "
                                + String.join(
                                        ", ",
                                        Stream.of(LicenseState.values())
                                                .map(LicenseState::word)
                                                .toList()))));
        };
    }

    /**
     * A licence, and what the journal says of it.
     *
     * @param request {@code serial}
     * @return the licence with its {@code journal}
     * @throws ControlException if there is none
     * @throws IOException      if the ledger cannot answer
     */
    public ObjectNode show(JsonNode request) throws ControlException, IOException {
        Serial serial = serial(request);
        License license = ledger.find(serial).orElseThrow(() -> unknown(serial));
        ObjectNode json = LicenseJson.write(license);
        ArrayNode journal = json.putArray("journal");
        // What preceded the licence itself (a refusal, a replaced one) belongs to its holder, not to it.
        for (JournalEntry entry : ledger.journal(license.issued().minusSeconds(1), later(), MOST_LINES)) {
            if (entry.serial().filter(serial::equals).isPresent()) {
                journal.add(LicenseJson.write(entry));
            }
        }
        return json;
    }

    /**
     * Gives somebody a licence by hand.
     *
     * @param request {@code user}, or {@code device} with {@code machine}; {@code pool}, {@code days} (a temporary one), each of
     *     which may be left out
     * @return the licence
     * @throws ControlException if there is none for them, or the request makes no sense
     * @throws IOException      if the ledger cannot answer
     */
    public ObjectNode issue(JsonNode request) throws ControlException, IOException {
        String pool = request.path("pool").asText("");
        int days = count(request, "days", 0, 36_500, 0);
        var wanted = new LedgerRequest(
                holder(request),
                days == 0 ? Optional.empty() : Optional.of(Duration.ofDays(days)),
                0,
                Set.of(),
                pool.isEmpty() ? List.of() : List.of(pool));
        return switch (ledger.issue(wanted)) {
            case Claim.Granted(License license, boolean fresh) ->
                LicenseJson.write(license).put("fresh", fresh);
            case Claim.Refused refused -> throw new ControlException(ControlCode.FAILED, refused.detail());
        };
    }

    private static Holder holder(JsonNode request) throws ControlException {
        String user = request.path("user").asText("");
        String device = request.path("device").asText("");
        if (user.isEmpty() == device.isEmpty()) {
            throw bad("a licence is issued to a 'user' or to a 'device'");
        }
        try {
            return user.isEmpty()
                    ? new Holder.Device(device, request.path("machine").asText(""))
                    : new Holder.User(user);
        } catch (IllegalArgumentException e) {
            throw bad(e.getMessage());
        }
    }

    /**
     * Takes a licence away.
     *
     * @param request {@code serial}, {@code reason}
     * @return the licence as it is now
     * @throws ControlException if there is no live one of that number
     * @throws IOException      if the ledger cannot answer
     */
    public ObjectNode revoke(JsonNode request) throws ControlException, IOException {
        Serial serial = serial(request);
        String reason = request.path("reason").asText("");
        String told = reason.isEmpty() ? "revoked by the administrator" : reason;
        return LicenseJson.write(ledger.revoke(serial, told)
                .orElseThrow(() -> new ControlException(ControlCode.NOT_FOUND, "there is no live licence " + serial)));
    }

    /**
     * Forgives the holder of a revoked licence.
     *
     * @param request {@code serial}
     * @return the licence as it is now
     * @throws ControlException if there is no revoked one of that number
     * @throws IOException      if the ledger cannot answer
     */
    public ObjectNode reinstate(JsonNode request) throws ControlException, IOException {
        Serial serial = serial(request);
        return LicenseJson.write(ledger.reinstate(serial)
                .orElseThrow(
                        () -> new ControlException(ControlCode.NOT_FOUND, "there is no revoked licence " + serial)));
    }

    /**
     * Reserves licences of a pool for groups.
     *
     * @param request {@code pool}, {@code reservations}: an object of group and count; empty = none any more
     * @return the pool as it is now
     * @throws ControlException if there is no such pool, or it is too small
     * @throws IOException      if the ledger cannot answer
     */
    public ObjectNode reserve(JsonNode request) throws ControlException, IOException {
        String name = request.path("pool").asText("");
        try {
            List<Reservation> reservations = new ArrayList<>();
            request.path("reservations")
                    .properties()
                    .forEach(entry -> reservations.add(
                            new Reservation(entry.getKey(), entry.getValue().asInt(0))));
            ledger.reserve(name, reservations);
        } catch (IllegalArgumentException e) {
            throw bad(e.getMessage());
        }
        for (Pool pool : ledger.pools()) {
            if (pool.settings().name().equals(name)) {
                return LicenseJson.write(pool);
            }
        }
        throw new ControlException(ControlCode.NOT_FOUND, "there is no pool '" + name + "'");
    }

    /**
     * Sums up what happened.
     *
     * @param request {@code by} (pool, user, device, day), {@code from} and {@code until}, moments or days; the last 30 days
     *     otherwise
     * @return the report
     * @throws ControlException if the request makes no sense
     * @throws IOException      if the ledger cannot answer
     */
    public ObjectNode report(JsonNode request) throws ControlException, IOException {
        String word = request.path("by").asText("pool");
        Report.By by = Report.By.of(word)
                .orElseThrow(() -> bad("'" + word + "' is no report; expected pool, user, device or day"));
        Instant until = moment(request, "until", later());
        Instant from = moment(request, "from", clock.instant().minus(REPORTED));
        return LicenseJson.write(ledger.report(by, from, until));
    }

    /**
     * Lines of the journal.
     *
     * @param request {@code from}, {@code until}, {@code limit}; each may be left out
     * @return an array in the order of the journal
     * @throws ControlException if the request makes no sense
     * @throws IOException      if the ledger cannot answer
     */
    public ArrayNode journal(JsonNode request) throws ControlException, IOException {
        ArrayNode lines = Json.array();
        Instant from = moment(request, "from", clock.instant().minus(REPORTED));
        int limit = count(request, "limit", 1, MOST_LINES, 1000);
        for (JournalEntry entry : ledger.journal(from, moment(request, "until", later()), limit)) {
            lines.add(LicenseJson.write(entry));
        }
        return lines;
    }

    /**
     * The packs that were imported.
     *
     * @return an array
     * @throws IOException if the ledger cannot answer
     */
    public ArrayNode packs() throws IOException {
        ArrayNode packs = Json.array();
        for (PackImport pack : ledger.packs()) {
            packs.add(LicenseJson.write(pack));
        }
        return packs;
    }

    /**
     * Imports a pack, or what another ledger has exported: the first line tells which.
     *
     * @param text the file
     * @return the pack, or the number of lines
     * @throws ControlException if it is not accepted
     * @throws IOException      if the ledger cannot be written
     */
    public ObjectNode importText(String text) throws ControlException, IOException {
        try {
            if (text.startsWith(PACK)) {
                return LicenseJson.write(ledger.importPack(text, vendors));
            }
            return Json.object().put("lines", ledger.importFrom(new StringReader(text), vendors));
        } catch (PackException e) {
            throw new ControlException(ControlCode.FAILED, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Writes the whole ledger down.
     *
     * @param out where to; stays open
     * @return how many lines
     * @throws IOException if it cannot be read or written
     */
    public long exportTo(Writer out) throws IOException {
        return ledger.exportTo(out);
    }

    /**
     * Examines the ledger.
     *
     * @return {@code ledger} (its id, for packs that are sold to it alone), {@code sound}, {@code licenses}, {@code entries}, {@code faults}
     * @throws IOException if the ledger cannot answer
     */
    public ObjectNode check() throws IOException {
        LedgerCheck check = ledger.check();
        ObjectNode json = Json.object()
                .put("ledger", ledger.id())
                .put("sound", check.sound())
                .put("licenses", check.licenses())
                .put("entries", check.entries());
        ArrayNode faults = json.putArray("faults");
        check.faults().forEach(faults::add);
        return json;
    }

    /**
     * Makes a new key that licences are signed with; what the old one has signed stays good until it expires.
     *
     * @return {@code key}: what people know it by
     * @throws IOException if it cannot be written
     */
    public ObjectNode rotateKey() throws IOException {
        return Json.object().put("key", keys.rotate());
    }

    private static Serial serial(JsonNode request) throws ControlException {
        try {
            return Serial.parse(request.path("serial").asText(""));
        } catch (IllegalArgumentException e) {
            throw bad(e.getMessage());
        }
    }

    /** A moment, or the day that begins with it. */
    private static Instant moment(JsonNode request, String name, Instant otherwise) throws ControlException {
        String text = request.path(name).asText("");
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            return Instant.parse(text.length() == 10 ? text + "T00:00:00Z" : text);
        } catch (java.time.DateTimeException e) {
            throw bad("'" + name + "' is '" + text + "', expected 2026-01-31 or 2026-01-31T12:00:00Z");
        }
    }

    private static int count(JsonNode request, String name, int least, int most, int otherwise)
            throws ControlException {
        String text = request.path(name).asText("");
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw bad("'" + name + "' is '" + text + "', expected a number from " + least + " to " + most);
        }
        return Integer.parseInt(text);
    }

    private Instant later() {
        return clock.instant().plus(Duration.ofDays(1));
    }

    private static ControlException unknown(Serial serial) {
        return new ControlException(ControlCode.NOT_FOUND, "there is no licence " + serial);
    }

    private static ControlException bad(@org.jspecify.annotations.Nullable String message) {
        return new ControlException(ControlCode.BAD_REQUEST, String.valueOf(message));
    }
}
