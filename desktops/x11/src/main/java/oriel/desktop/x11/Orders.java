package oriel.desktop.x11;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import oriel.contract.desktop.ClientView;
import oriel.contract.desktop.DesktopRequest;
import oriel.contract.desktop.Size;
import oriel.desktop.x11.keyboard.XkbLayouts;
import oriel.desktop.x11.layout.ScreenLayout;
import oriel.xsession.SessionOrder;

/** From what the service wants to what a session is started with. */
final class Orders {

    private static final Pattern ZONE = Pattern.compile("[A-Za-z0-9_+-]{1,32}(/[A-Za-z0-9_+-]{1,32}){0,3}");
    private static final int SMALLEST = 64;
    private static final int SECONDS_PER_HOUR = 3600;

    private Orders() {}

    static SessionOrder of(DesktopRequest request, X11Settings settings) {
        X11Settings.Share share = settings.choice().of(request.userName(), request.groups());
        ClientView view = request.view();
        return new SessionOrder(
                request.host().information().sessionId(),
                request.userName(),
                screen(view, settings.largest()),
                share.desktop(),
                request.initialProgram()
                        .map(program -> new SessionOrder.Program(program.commandLine(), program.workingDirectory())),
                XkbLayouts.of(view.keyboardLayout()),
                locale(view.locale()),
                timeZone(view.timeZone()),
                share.limits(),
                share.sound());
    }

    private static SessionOrder.ScreenPlan screen(ClientView view, Size largest) {
        Size size = view.size();
        return new SessionOrder.ScreenPlan(
                Math.clamp(size.width(), SMALLEST, largest.width()),
                Math.clamp(size.height(), SMALLEST, largest.height()),
                largest.width(),
                largest.height(),
                ScreenLayout.dpi(view.layout()));
    }

    /** A locale as Linux spells it; that of the account where the client's does not say which country is meant. */
    static String locale(Locale locale) {
        String country = locale.getCountry().isEmpty() ? usualCountry(locale.getLanguage()) : locale.getCountry();
        return locale.getLanguage().isEmpty() || country.isEmpty()
                ? ""
                : locale.getLanguage() + "_" + country + ".UTF-8";
    }

    /** The country that bears the name of its language, as {@code FR} for {@code fr}; else the one with most speakers online. */
    private static String usualCountry(String language) {
        if (language.equals("en")) {
            return "US";
        }
        String same = language.toUpperCase(Locale.ROOT);
        Optional<String> found =
                Arrays.stream(Locale.getISOCountries()).filter(same::equals).findFirst();
        return found.orElse("");
    }

    /** A time zone as Linux names it; that of the host where there is no such name. */
    static String timeZone(ZoneId zone) {
        if (zone.normalized() instanceof ZoneOffset offset) {
            int seconds = offset.getTotalSeconds();
            if (seconds == 0) {
                return "Etc/UTC";
            }
            // POSIX counts the other way round: Etc/GMT-2 is two hours ahead of Greenwich.
            return seconds % SECONDS_PER_HOUR == 0 ? "Etc/GMT%+d".formatted(-seconds / SECONDS_PER_HOUR) : "";
        }
        return ZONE.matcher(zone.getId()).matches() ? zone.getId() : "";
    }
}
