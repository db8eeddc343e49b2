package oriel.server.licenses;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import oriel.licensing.ledger.Holder;
import oriel.licensing.ledger.JournalEntry;
import oriel.licensing.ledger.License;
import oriel.licensing.ledger.PackImport;
import oriel.licensing.ledger.Pool;
import oriel.licensing.ledger.Report;
import oriel.licensing.ledger.Reservation;
import oriel.licensing.ledger.Serial;
import oriel.server.control.Json;

/** Pools, licences, reports as JSON. What has no value is {@code null}. */
final class LicenseJson {

    private LicenseJson() {}

    static ObjectNode write(Pool pool) {
        var settings = pool.settings();
        ObjectNode json = Json.object()
                .put("name", settings.name())
                .put("kind", settings.kind().word())
                .put("size", number(settings.size()))
                .put("used", pool.used())
                .put("free", number(pool.free()))
                .put("temporaries", pool.temporaries())
                .put("temporariesAllowed", number(settings.temporaries()))
                .put("validitySeconds", settings.validity().toSeconds())
                .put("ends", text(settings.ends()))
                .put("pack", pool.pack().orElse(null))
                .put("open", pool.open());
        ArrayNode reservations = json.putArray("reservations");
        for (Reservation reservation : settings.reservations()) {
            reservations
                    .addObject()
                    .put("group", reservation.group())
                    .put("count", reservation.count())
                    .put("used", pool.reserved().getOrDefault(reservation.group(), 0));
        }
        return json;
    }

    static ObjectNode write(License license) {
        ObjectNode json = Json.object()
                .put("serial", license.serial().toString())
                .put("pool", license.pool())
                .put("kind", license.holder().kind().word())
                .put("state", license.state().word())
                .put("temporary", license.temporary());
        switch (license.holder()) {
            case Holder.Device(String hardwareId, String machine) ->
                json.put("device", hardwareId).put("machine", machine);
            case Holder.User(String name) -> json.put("user", name);
            case Holder.Seat(String connection, String user, String machine) ->
                json.put("connection", connection).put("user", user).put("machine", machine);
        }
        if (!json.path("user").isTextual() || json.path("user").asText().isEmpty()) {
            json.put("user", license.user().orElse(null));
        }
        return json.put("version", version(license.version()))
                .put("issued", license.issued().toString())
                .put("expires", text(license.expires()))
                .put("lastSeen", license.lastSeen().toString())
                .put("proven", license.proven())
                .put("group", license.group().orElse(null));
    }

    static ObjectNode write(JournalEntry entry) {
        return Json.object()
                .put("number", entry.number())
                .put("at", entry.at().toString())
                .put("event", entry.event().word())
                .put("pool", entry.pool())
                .put("serial", entry.serial().map(Serial::toString).orElse(null))
                .put("state", entry.state().map(state -> state.word()).orElse(null))
                .put("user", entry.user())
                .put("device", entry.device())
                .put("machine", entry.machine())
                .put("detail", entry.detail())
                .put("used", entry.used())
                .put("times", entry.times());
    }

    static ObjectNode write(Report report) {
        ObjectNode json = Json.object()
                .put("by", report.by().word())
                .put("from", report.from().toString())
                .put("until", report.until().toString());
        ArrayNode lines = json.putArray("lines");
        for (Report.Line line : report.lines()) {
            lines.addObject()
                    .put("key", line.key())
                    .put("granted", line.granted())
                    .put("delivered", line.delivered())
                    .put("used", line.used())
                    .put("renewed", line.renewed())
                    .put("upgraded", line.upgraded())
                    .put("refused", line.refused())
                    .put("admitted", line.admitted())
                    .put("expired", line.expired())
                    .put("revoked", line.revoked())
                    .put("returned", line.returned())
                    .put("reclaimed", line.reclaimed())
                    .put("peak", line.peak());
        }
        return json;
    }

    static ObjectNode write(PackImport pack) {
        ObjectNode json = Json.object()
                .put("pack", pack.pack().id())
                .put("vendor", pack.pack().vendor())
                .put("customer", pack.pack().customer())
                .put("issued", pack.pack().issued().toString())
                .put("expires", text(pack.pack().expires()))
                .put("signer", pack.signer())
                .put("imported", pack.imported().toString())
                .put("fresh", pack.fresh());
        ArrayNode pools = json.putArray("pools");
        pack.pools().forEach(pools::add);
        return json;
    }

    private static String version(int version) {
        return (version >>> 16) + "." + (version & 0xFFFF);
    }

    private static @Nullable Integer number(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }

    private static @Nullable String text(Optional<Instant> moment) {
        return moment.map(Instant::toString).orElse(null);
    }
}
