package oriel.server.toml;

import java.util.ArrayList;
import java.util.List;
import oriel.server.toml.TomlValue.Sequence;
import oriel.server.toml.TomlValue.Table;

/** Reads one document. */
public final class TomlReader {

    /** How deep arrays and tables may lie in one another. */
    private static final int DEEPEST = 32;

    private final TomlCursor in;
    private int depth;

    private TomlReader(String document) {
        in = new TomlCursor(document);
    }

    /**
     * Reads a document.
     *
     * @param document all of it
     * @return its root table
     * @throws TomlException at the first error
     */
    public static Table read(String document) throws TomlException {
        return new TomlReader(document).document();
    }

    private Table document() throws TomlException {
        var root = new Table(1);
        var current = root;
        in.skipEmpty();
        while (!in.atEnd()) {
            if (in.skipIf("[[")) {
                current = elementHeader(root);
            } else if (in.skipIf("[")) {
                current = tableHeader(root);
            } else {
                assignment(current);
            }
            in.endLine();
            in.skipEmpty();
        }
        return root;
    }

    /** {@code [a.b]}. */
    private Table tableHeader(Table root) throws TomlException {
        int line = in.line();
        var path = path();
        closeWith("]", "the name of a table");
        var table = child(parent(root, path, line), path.getLast(), line);
        if (!table.define()) {
            throw new TomlException(line, "the table [" + String.join(".", path) + "] is there twice");
        }
        return table;
    }

    /** {@code [[a.b]]}: one more element of an array of tables. */
    private Table elementHeader(Table root) throws TomlException {
        int line = in.line();
        var path = path();
        closeWith("]]", "the name of a list of tables");
        var holder = parent(root, path, line).open();
        var elements = new ArrayList<TomlValue>();
        switch (holder.get(path.getLast())) {
            case null -> {}
            case Sequence before
            when before.values().stream().allMatch(Table.class::isInstance) -> elements.addAll(before.values());
            case TomlValue other ->
                throw new TomlException(line, path.getLast() + " is " + other.kind() + " since line " + other.line());
        }
        var element = new Table(line);
        element.define();
        elements.add(element);
        holder.put(path.getLast(), new Sequence(line, elements));
        return element;
    }

    /** {@code a.b = value}. */
    private void assignment(Table table) throws TomlException {
        int line = in.line();
        var path = path();
        in.skipBlanks();
        if (in.next() != '=') {
            throw new TomlException(line, "expected '=' after " + String.join(".", path));
        }
        in.skipBlanks();
        var value = value();
        var before = parent(table, path, line).open().putIfAbsent(path.getLast(), value);
        if (before != null) {
            throw new TomlException(
                    line, String.join(".", path) + " is there twice; it was first set on line " + before.line());
        }
    }

    private List<String> path() throws TomlException {
        var path = new ArrayList<String>();
        do {
            in.skipBlanks();
            path.add(key());
            in.skipBlanks();
        } while (in.skipIf("."));
        if (path.size() > DEEPEST) {
            throw new TomlException(in.line(), "a name has more than " + DEEPEST + " parts");
        }
        return path;
    }

    private String key() throws TomlException {
        if (in.peek() == '"' || in.peek() == '\'') {
            return TomlText.read(in);
        }
        String word = in.word("");
        if (word.isEmpty()) {
            in.next();
            throw new TomlException(in.line(), "expected the name of a key, found '" + in.rest() + "'");
        }
        return word;
    }

    private static Table parent(Table from, List<String> path, int line) throws TomlException {
        var table = from;
        for (String key : path.subList(0, path.size() - 1)) {
            table = child(table, key, line);
        }
        return table;
    }

    /** The table below a key, made when it is not there; below a list of tables, its last. */
    private static Table child(Table table, String key, int line) throws TomlException {
        return switch (table.open().computeIfAbsent(key, k -> new Table(line))) {
            case Table found when !found.closed() -> found;
            case Sequence list when !list.values().isEmpty() && list.values().getLast() instanceof Table last -> last;
            case TomlValue other ->
                throw new TomlException(line, key + " is " + other.kind() + " since line " + other.line());
        };
    }

    private TomlValue value() throws TomlException {
        int line = in.line();
        return switch (in.peek()) {
            case '"', '\'' -> new TomlValue.Text(line, TomlText.read(in));
            case '[' -> nested(this::sequence);
            case '{' -> nested(this::inlineTable);
            default -> TomlWord.value(line, in.word("+.:"));
        };
    }

    private interface Reading {
        TomlValue read() throws TomlException;
    }

    private TomlValue nested(Reading reading) throws TomlException {
        if (++depth > DEEPEST) {
            throw new TomlException(in.line(), "values are nested deeper than " + DEEPEST);
        }
        in.next();
        var value = reading.read();
        depth--;
        return value;
    }

    private TomlValue sequence() throws TomlException {
        int line = in.line();
        var values = new ArrayList<TomlValue>();
        in.skipEmpty();
        while (!in.skipIf("]")) {
            values.add(value());
            in.skipEmpty();
            if (!in.skipIf(",")) {
                closeWith("]", "a list");
                break;
            }
            in.skipEmpty();
        }
        return new Sequence(line, values);
    }

    private TomlValue inlineTable() throws TomlException {
        var table = new Table(in.line());
        in.skipBlanks();
        if (!in.skipIf("}")) {
            do {
                in.skipBlanks();
                assignment(table);
                in.skipBlanks();
            } while (in.skipIf(","));
            closeWith("}", "a table in braces");
        }
        table.close();
        return table;
    }

    private void closeWith(String end, String what) throws TomlException {
        if (!in.skipIf(end)) {
            throw new TomlException(in.line(), what + " is not closed: " + end + " is missing");
        }
    }
}
