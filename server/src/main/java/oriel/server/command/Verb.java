package oriel.server.command;

import java.io.IOException;
import java.util.List;

/**
 * A verb of the program.
 *
 * @param name     one or two words, e.g. {@code users add}
 * @param operands what follows it, one word each, those that may be left out in brackets, e.g. {@code NAME [GROUP]}
 * @param summary  what it does, one line
 * @param details  what else there is to know, lines; possibly empty
 * @param options  its options
 * @param examples examples of its use, each a line
 * @param action   does it
 */
public record Verb(
        String name,
        String operands,
        String summary,
        String details,
        List<Option> options,
        List<String> examples,
        Action action) {

    /** Copies the lists. */
    public Verb {
        options = List.copyOf(options);
        examples = List.copyOf(examples);
    }

    /** What a verb does. */
    @FunctionalInterface
    public interface Action {

        /**
         * Does it.
         *
         * @param invocation what was typed
         * @param terminal   where it was typed
         * @return exit code
         * @throws CommandException     if it could not be done
         * @throws IOException          if a file or socket failed
         * @throws InterruptedException if the thread was interrupted
         */
        int run(Invocation invocation, Terminal terminal) throws CommandException, IOException, InterruptedException;
    }

    List<String> operandNames() {
        return operands.isEmpty() ? List.of() : List.of(operands.split(" "));
    }

    int requiredOperands() {
        return (int)
                operandNames().stream().filter(name -> !name.startsWith("[")).count();
    }

    List<String> words() {
        return List.of(name.split(" "));
    }
}
