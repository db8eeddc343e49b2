package oriel.server.trace;

import java.util.ArrayList;
import java.util.List;
import oriel.service.TracedCall;

/** Who takes part in a trace, from left to right, and in which column of the terminal each lifeline stands. */
final class Lifelines {

    /** The order of the pictures in the documentation; whoever else turns up stands to the right. */
    private static final List<String> USUAL = List.of("Listener", "Service", "Connection", "LicenseConnection");

    private static final int LEAST_GAP = 6;
    /** An arrow needs its two ends and a dash beside its label. */
    private static final int ARROW = 5;

    private final List<String> names = new ArrayList<>();
    private final int[] columns;

    Lifelines(List<TracedCall> calls) {
        for (String name : USUAL) {
            if (calls.stream()
                    .anyMatch(call -> call.from().equals(name) || call.to().equals(name))) {
                names.add(name);
            }
        }
        for (TracedCall call : calls) {
            addNew(call.from());
            addNew(call.to());
        }
        columns = new int[names.size()];
        spread(calls);
    }

    private void addNew(String name) {
        if (!names.contains(name)) {
            names.add(name);
        }
    }

    /** Moves lifelines apart until every name and every call fits. */
    private void spread(List<TracedCall> calls) {
        for (int right = 0; right < columns.length; right++) {
            int half = names.get(right).length() / 2;
            int column = right == 0
                    ? half
                    : columns[right - 1] + names.get(right - 1).length() / 2 + half + 3;
            column = right == 0 ? column : Math.max(column, columns[right - 1] + LEAST_GAP);
            for (TracedCall call : calls) {
                int from = Math.min(index(call.from()), index(call.to()));
                if (Math.max(index(call.from()), index(call.to())) == right && from < right) {
                    column = Math.max(column, columns[from] + call.call().length() + ARROW);
                }
            }
            columns[right] = column;
        }
    }

    int index(String name) {
        return names.indexOf(name);
    }

    int column(String name) {
        return columns[index(name)];
    }

    List<String> names() {
        return names;
    }

    /** Width of the diagram, with the last name. */
    int width() {
        return columns.length == 0
                ? 0
                : columns[columns.length - 1] + names.getLast().length() / 2 + 1;
    }

    /** The names, each centred over its line. */
    String heading() {
        var row = new StringBuilder(" ".repeat(width() + 1));
        for (String name : names) {
            int from = column(name) - name.length() / 2;
            row.replace(from, from + name.length(), name);
        }
        return row.toString();
    }

    /** The lines alone. */
    StringBuilder lines() {
        var row = new StringBuilder(" ".repeat(width()));
        for (int column : columns) {
            row.setCharAt(column, '│');
        }
        return row;
    }

    /** The lines with an arrow from one to another, or a note where both are the same. */
    String arrow(TracedCall call) {
        StringBuilder row = lines();
        int from = column(call.from());
        int to = column(call.to());
        if (from == to) {
            String label = "↺ " + call.call();
            row.setLength(Math.max(row.length(), from + 1 + label.length()));
            row.replace(from + 1, from + 1 + label.length(), label);
            return row.toString().replace('\0', ' ');
        }
        int left = Math.min(from, to) + 1;
        int right = Math.max(from, to) - 1;
        for (int column = left; column <= right; column++) {
            row.setCharAt(column, '─');
        }
        int label = left + (right - left + 1 - call.call().length()) / 2;
        row.replace(label, label + call.call().length(), call.call());
        row.setCharAt(to > from ? right : left, to > from ? '▶' : '◀');
        return row.toString();
    }
}
