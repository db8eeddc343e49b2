package oriel.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The figures of all servers and rounds; quoted by their median. */
final class Table {

    private record Row(Figure figure, When when) {

        String words() {
            return when == When.ONCE ? figure.words() : figure.words() + ", " + when.words();
        }
    }

    private final Map<Row, Map<String, List<Double>>> rows =
            new TreeMap<>(Comparator.comparing(Row::figure).thenComparing(Row::when));
    private final Set<String> servers = new LinkedHashSet<>();

    void add(Figure figure, When when, Peer peer, double value) {
        servers.add(peer.name());
        rows.computeIfAbsent(new Row(figure, when), _ -> new LinkedHashMap<>())
                .computeIfAbsent(peer.name(), _ -> new ArrayList<>())
                .add(value);
    }

    /** A table in Markdown; behind each figure of a peer, how many times Oriel's it is. */
    String markdown() {
        StringBuilder text = new StringBuilder("| |");
        servers.forEach(name -> text.append(' ').append(name).append(" |"));
        text.append("\n|---|").append("---|".repeat(servers.size())).append('\n');
        rows.forEach((row, values) -> {
            text.append("| ").append(row.words()).append(" |");
            servers.forEach(name -> text.append(' ')
                    .append(cell(values.get(name), values.get("Oriel")))
                    .append(" |"));
            text.append('\n');
        });
        return text.toString();
    }

    private static String cell(@Nullable List<Double> values, @Nullable List<Double> ours) {
        if (values == null) {
            return "–";
        }
        double median = Figures.median(values);
        String text = text(median);
        return ours == null || ours == values || Figures.median(ours) <= 0
                ? text
                : text + " (×" + text(median / Figures.median(ours)) + ")";
    }

    /** One object: the number of rounds, and the medians of each figure by server. */
    String json(int rounds) {
        String figures = rows.entrySet().stream()
                .map(row -> "{\"figure\":\"%s\",\"when\":\"%s\",\"medians\":{%s}}"
                        .formatted(
                                row.getKey().figure().words(),
                                row.getKey().when().words(),
                                medians(row.getValue())))
                .collect(Collectors.joining(",\n  "));
        return "{\"rounds\":" + rounds + ",\"figures\":[\n  " + figures + "\n]}\n";
    }

    private static String medians(Map<String, List<Double>> values) {
        return values.entrySet().stream()
                .map(entry -> "\"%s\":%s".formatted(entry.getKey(), text(Figures.median(entry.getValue()))))
                .collect(Collectors.joining(","));
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
