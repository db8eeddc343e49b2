package oriel.desktop.x11.clipboard;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import oriel.contract.desktop.ClipboardFormat;
import oriel.desktop.x11.client.Atom;
import oriel.desktop.x11.client.XConnection;

/** The targets of selections, that is the forms in which programs can have a content, as atoms of one server. */
final class Targets {

    /** A target and what it holds; the best targets of a format come first. */
    enum Kind {
        UTF8("UTF8_STRING", ClipboardFormat.TEXT),
        MIME_UTF8("text/plain;charset=utf-8", ClipboardFormat.TEXT),
        LATIN1("STRING", ClipboardFormat.TEXT),
        ANY_TEXT("TEXT", ClipboardFormat.TEXT),
        MIME_TEXT("text/plain", ClipboardFormat.TEXT),
        HTML("text/html", ClipboardFormat.HTML),
        PNG("image/png", ClipboardFormat.PNG),
        BMP("image/bmp", ClipboardFormat.PNG),
        TIFF("image/tiff", ClipboardFormat.PNG),
        JPEG("image/jpeg", ClipboardFormat.PNG),
        GIF("image/gif", ClipboardFormat.PNG);

        private final String target;
        private final ClipboardFormat format;

        Kind(String target, ClipboardFormat format) {
            this.target = target;
            this.format = format;
        }

        ClipboardFormat format() {
            return format;
        }

        /** Whether it is offered to programs: pictures only as they come, programs that read no PNG are none today. */
        boolean isOffered() {
            return format != ClipboardFormat.PNG || this == PNG;
        }
    }

    private final Map<Kind, Integer> atoms = new EnumMap<>(Kind.class);
    private final int targets;
    private final int multiple;
    private final int timestamp;
    private final int incr;
    private final int atomPair;
    private final int saveTargets;
    private final int nothing;

    Targets(XConnection server) throws IOException {
        for (Kind kind : Kind.values()) {
            atoms.put(kind, kind == Kind.LATIN1 ? Atom.STRING : server.atom(kind.target));
        }
        targets = server.atom("TARGETS");
        multiple = server.atom("MULTIPLE");
        timestamp = server.atom("TIMESTAMP");
        incr = server.atom("INCR");
        atomPair = server.atom("ATOM_PAIR");
        saveTargets = server.atom("SAVE_TARGETS");
        nothing = server.atom("NULL");
    }

    int atom(Kind kind) {
        return Objects.requireNonNull(atoms.get(kind));
    }

    Optional<Kind> kind(int atom) {
        return atoms.entrySet().stream()
                .filter(entry -> entry.getValue() == atom)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The formats that can be made of what a program offers. */
    Set<ClipboardFormat> formats(int[] offered) {
        Set<ClipboardFormat> formats = EnumSet.noneOf(ClipboardFormat.class);
        for (int atom : offered) {
            kind(atom).ifPresent(kind -> formats.add(kind.format()));
        }
        return formats;
    }

    /** The best target for a format among those that a program offers. */
    Optional<Kind> best(ClipboardFormat format, int[] offered) {
        for (Kind kind : Kind.values()) {
            if (kind.format() == format && IntStream.of(offered).anyMatch(atom -> atom == atom(kind))) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** What programs are told that they can have of formats. */
    int[] offer(Set<ClipboardFormat> formats) {
        List<Integer> offered = new ArrayList<>(List.of(targets, multiple, timestamp));
        for (Kind kind : Kind.values()) {
            if (formats.contains(kind.format()) && kind.isOffered()) {
                offered.add(atom(kind));
            }
        }
        return offered.stream().mapToInt(Integer::intValue).toArray();
    }

    /** TARGETS: asks for the list of all others. */
    int targets() {
        return targets;
    }

    /** MULTIPLE: several conversions at once. */
    int multiple() {
        return multiple;
    }

    /** TIMESTAMP: since when the owner owns it. */
    int timestamp() {
        return timestamp;
    }

    /** INCR: the type of a property that announces a content in pieces. */
    int incr() {
        return incr;
    }

    /** ATOM_PAIR: the type of a list of targets and properties. */
    int atomPair() {
        return atomPair;
    }

    /** SAVE_TARGETS: asks to have what is copied kept by somebody else. */
    int saveTargets() {
        return saveTargets;
    }

    /** NULL: the type of an empty answer. */
    int nothing() {
        return nothing;
    }
}
