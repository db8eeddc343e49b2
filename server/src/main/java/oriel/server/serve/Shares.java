package oriel.server.serve;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import oriel.desktop.x11.X11Settings.Share;
import oriel.server.config.Configuration;
import oriel.server.config.Configuration.Named;
import oriel.server.config.DesktopKeys;
import oriel.server.config.Key;
import oriel.xsession.SessionLimits;

/** What each user gets: the user's table counts, else the first table of one of the user's groups, else the general keys. */
final class Shares {

    private static final String DEFAULT = "default";

    private final Configuration configuration;

    Shares(Configuration configuration) {
        this.configuration = configuration;
    }

    /** The kind of desktop: {@code auto}, {@code embedded} or {@code x11}. */
    String kind(String userName, Set<String> groups) {
        return table(userName, groups)
                .map(table -> table.get(DesktopKeys.OF_KIND))
                .filter(kind -> !kind.equals(DEFAULT))
                .orElse(configuration.get(DesktopKeys.KIND));
    }

    /** What a user's Linux desktop is, and may use. */
    Share of(String userName, Set<String> groups) {
        Optional<Named> table = table(userName, groups);
        String desktop = table.map(of -> of.get(DesktopKeys.OF_X11))
                .filter(id -> !id.isEmpty())
                .orElse(configuration.get(DesktopKeys.X11));
        var limits = new SessionLimits(
                limit(table, DesktopKeys.OF_PROCESSOR, DesktopKeys.PROCESSOR),
                (long) limit(table, DesktopKeys.OF_MEMORY, DesktopKeys.MEMORY) << 20,
                limit(table, DesktopKeys.OF_PROCESSES, DesktopKeys.PROCESSES));
        boolean sound = table.map(of -> of.get(DesktopKeys.OF_SOUND))
                .filter(word -> !word.equals(DEFAULT))
                .map(word -> word.equals("on"))
                .orElse(configuration.get(DesktopKeys.SOUND));
        return new Share(desktop, limits, sound);
    }

    /** The most that anybody gets, whoever it is. */
    SessionLimits most() {
        return new SessionLimits(
                most(DesktopKeys.OF_PROCESSOR, DesktopKeys.PROCESSOR),
                (long) most(DesktopKeys.OF_MEMORY, DesktopKeys.MEMORY) << 20,
                most(DesktopKeys.OF_PROCESSES, DesktopKeys.PROCESSES));
    }

    /** 0, which is no limit, is more than any number. */
    private int most(Key<Integer> own, Key<Integer> general) {
        List<Integer> all = Stream.concat(
                        Stream.of(Optional.<Named>empty()),
                        Stream.concat(configuration.users().stream(), configuration.groups().stream())
                                .map(Optional::of))
                .map(table -> limit(table, own, general))
                .toList();
        return all.contains(0) ? 0 : Collections.max(all);
    }

    private int limit(Optional<Named> table, Key<Integer> own, Key<Integer> general) {
        return table.map(of -> of.get(own))
                .filter(value -> value != DesktopKeys.AS_USUAL)
                .orElse(configuration.get(general));
    }

    private Optional<Named> table(String userName, Set<String> groups) {
        return configuration.users().stream()
                .filter(table -> table.name().equals(userName))
                .findFirst()
                .or(() -> configuration.groups().stream()
                        .filter(table -> groups.contains(table.name()))
                        .findFirst());
    }
}
