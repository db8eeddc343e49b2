package oriel.service;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import oriel.contract.desktop.ClientView;
import oriel.contract.desktop.Size;
import oriel.contract.protocol.ClientData;
import oriel.contract.protocol.TimeZoneInformation;
import oriel.contract.protocol.WindowsTimeZones;

/** What a scene must know of a client, out of what the client said about itself. */
final class ClientViews {

    /** Extent for clients that name none. */
    private static final Size USUAL_SIZE = new Size(1024, 768);

    private static final int PRIMARY_LANGUAGE = 0x3FF;

    /** Languages by the lower ten bits of a Windows language id (MS-LCID 2.2). */
    private static final Map<Integer, Locale> LANGUAGES = Map.ofEntries(
            Map.entry(0x01, Locale.of("ar")),
            Map.entry(0x04, Locale.CHINESE),
            Map.entry(0x05, Locale.of("cs")),
            Map.entry(0x06, Locale.of("da")),
            Map.entry(0x07, Locale.GERMAN),
            Map.entry(0x08, Locale.of("el")),
            Map.entry(0x09, Locale.ENGLISH),
            Map.entry(0x0A, Locale.of("es")),
            Map.entry(0x0B, Locale.of("fi")),
            Map.entry(0x0C, Locale.FRENCH),
            Map.entry(0x0D, Locale.of("he")),
            Map.entry(0x0E, Locale.of("hu")),
            Map.entry(0x10, Locale.ITALIAN),
            Map.entry(0x11, Locale.JAPANESE),
            Map.entry(0x12, Locale.KOREAN),
            Map.entry(0x13, Locale.of("nl")),
            Map.entry(0x14, Locale.of("nb")),
            Map.entry(0x15, Locale.of("pl")),
            Map.entry(0x16, Locale.of("pt")),
            Map.entry(0x18, Locale.of("ro")),
            Map.entry(0x19, Locale.of("ru")),
            Map.entry(0x1D, Locale.of("sv")),
            Map.entry(0x1F, Locale.of("tr")),
            Map.entry(0x22, Locale.of("uk")));

    /** Zones of clients seen before: finding one means comparing rules, and most clients of a host share a few. */
    private static final Map<TimeZoneInformation, ZoneId> ZONES = new ConcurrentHashMap<>();

    private static final int MOST_ZONES = 200;

    private ClientViews() {}

    /** Loads what the first client would have to wait for. */
    static void warmUp() {
        zone(TimeZoneInformation.UTC);
    }

    static ClientView of(ClientData client, Locale fallback) {
        return new ClientView(
                size(client), client.keyboardLayout(), locale(client, fallback), zone(client.clientTimeZone()));
    }

    private static Size size(ClientData client) {
        if (client.hRes() < 1 || client.vRes() < 1) {
            return USUAL_SIZE;
        }
        return new Size(Math.min(client.hRes(), Size.LARGEST), Math.min(client.vRes(), Size.LARGEST));
    }

    private static Locale locale(ClientData client, Locale fallback) {
        int language = client.keyboardLayout() != 0 ? client.keyboardLayout() : client.activeInputLocale();
        return LANGUAGES.getOrDefault(language & PRIMARY_LANGUAGE, fallback);
    }

    private static ZoneId zone(TimeZoneInformation information) {
        ZoneId known = ZONES.get(information);
        if (known == null) {
            known = WindowsTimeZones.zoneOf(information);
            if (ZONES.size() < MOST_ZONES) { // clients may say anything
                ZONES.put(information, known);
            }
        }
        return known;
    }
}
