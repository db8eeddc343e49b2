package oriel.server.command;

import java.util.List;

/**
 * An option of a verb.
 *
 * @param name  its name with dashes, e.g. {@code --json}
 * @param value what stands for its value in the help, e.g. {@code HOST:PORT} or {@code on|off}; empty = it takes none
 * @param help  what it does, one line
 */
public record Option(String name, String value, String help) {

    /** The option that most verbs have. */
    public static final Option JSON = new Option("--json", "", "print JSON");

    boolean takesValue() {
        return !value.isEmpty();
    }

    String usage() {
        return takesValue() ? name + " " + value : name;
    }

    /** The values to choose from, when they are spelled out. */
    List<String> choices() {
        return value.contains("|") ? List.of(value.split("\\|")) : List.of();
    }
}
