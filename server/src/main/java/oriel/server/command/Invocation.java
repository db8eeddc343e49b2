package oriel.server.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was typed after a verb.
 *
 * @param operands the operands, as many as the verb allows
 * @param options  the options by name; those without a value have an empty one
 */
public record Invocation(List<String> operands, Map<String, String> options) {

    /** Copies both. */
    public Invocation {
        operands = List.copyOf(operands);
        options = Map.copyOf(options);
    }

    /**
     * Whether an option was given.
     *
     * @param option its name
     * @return whether it was
     */
    public boolean has(String option) {
        return options.containsKey(option);
    }

    /**
     * The value of an option.
     *
     * @param option its name
     * @return its value, if it was given
     */
    public Optional<String> value(String option) {
        return Optional.ofNullable(options.get(option));
    }

    /**
     * An operand that a number is expected in.
     *
     * @param index which operand
     * @param what  what the number is, for the message
     * @return the number
     * @throws CommandException if it is no number
     */
    public int number(int index, String what) throws CommandException {
        String text = operands.get(index);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new CommandException(ExitCode.USAGE, "'" + text + "' is no number; expected " + what);
        }
    }
}
