package oriel.server.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import oriel.server.config.Suggestion;

/** Understands a command line and runs its verb. */
public final class CommandLine {

    private final String version;
    private final List<Verb> verbs;

    /**
     * Makes a command line.
     *
     * @param version what {@code --version} says
     * @param verbs   the verbs in the order of the help
     */
    public CommandLine(String version, List<Verb> verbs) {
        this.version = version;
        this.verbs = List.copyOf(verbs);
    }

    /**
     * Runs what was typed.
     *
     * @param terminal  where it was typed
     * @param arguments what was typed
     * @return exit code
     */
    public int run(Terminal terminal, List<String> arguments) {
        try {
            return runOrThrow(terminal, arguments);
        } catch (CommandException e) {
            terminal.err().println("oriel: " + e.getMessage());
            return e.exitCode();
        } catch (IOException e) {
            terminal.err().println("oriel: " + reason(e));
            return ExitCode.FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.FAILED;
        } finally {
            terminal.out().flush();
        }
    }

    private static String reason(IOException e) {
        String message = e.getMessage() == null ? "" : e.getMessage();
        return switch (e) {
            case java.nio.file.AccessDeniedException denied -> denied.getFile() + ": permission denied";
            case java.nio.file.NoSuchFileException absent -> absent.getFile() + " does not exist";
            default -> message.isEmpty() ? e.getClass().getSimpleName() : message;
        };
    }

    private int runOrThrow(Terminal terminal, List<String> arguments)
            throws CommandException, IOException, InterruptedException {
        String first = arguments.isEmpty() ? "--help" : arguments.getFirst();
        switch (first) {
            case "--help", "-h", "help" -> {
                return help(terminal, arguments.stream().skip(1).toList());
            }
            case "--version", "-V" -> {
                terminal.out().println("oriel " + version);
                return ExitCode.DONE;
            }
            default -> {}
        }
        Verb verb = find(arguments).orElseThrow(() -> unknownVerb(arguments));
        List<String> rest = arguments.subList(verb.words().size(), arguments.size());
        if (asksForHelp(rest)) {
            terminal.out().print(Help.of(verb));
            return ExitCode.DONE;
        }
        return verb.action().run(parse(verb, rest), terminal);
    }

    private static boolean asksForHelp(List<String> rest) {
        int end = rest.indexOf("--");
        List<String> options = end < 0 ? rest : rest.subList(0, end);
        return options.contains("--help") || options.contains("-h");
    }

    private int help(Terminal terminal, List<String> about) throws CommandException {
        if (about.isEmpty()) {
            terminal.out().print(Help.overview(verbs));
            return ExitCode.DONE;
        }
        List<Verb> matching = verbs.stream()
                .filter(verb -> (verb.name() + " ").startsWith(String.join(" ", about) + " "))
                .toList();
        if (matching.isEmpty()) {
            throw unknownVerb(about);
        }
        matching.forEach(verb -> terminal.out().print(Help.of(verb)));
        return ExitCode.DONE;
    }

    private Optional<Verb> find(List<String> arguments) {
        return verbs.stream()
                .filter(verb -> arguments.size() >= verb.words().size()
                        && arguments.subList(0, verb.words().size()).equals(verb.words()))
                .max(Comparator.comparingInt(verb -> verb.words().size()));
    }

    private CommandException unknownVerb(List<String> arguments) {
        String first = arguments.getFirst();
        List<String> family = verbs.stream()
                .filter(verb ->
                        verb.words().size() > 1 && verb.words().getFirst().equals(first))
                .map(Verb::name)
                .toList();
        if (!family.isEmpty()) {
            return new CommandException(ExitCode.USAGE, "'" + first + "' needs one of: " + String.join(", ", family));
        }
        String clause = Suggestion.clause(
                first,
                verbs.stream().map(verb -> verb.words().getFirst()).distinct().toList());
        return new CommandException(
                ExitCode.USAGE, "there is no verb '" + first + "'" + clause + " (oriel --help lists them)");
    }

    private static Invocation parse(Verb verb, List<String> rest) throws CommandException {
        List<String> operands = new ArrayList<>();
        Map<String, String> options = new HashMap<>();
        boolean optionsEnded = false;
        var words = rest.iterator();
        while (words.hasNext()) {
            String word = words.next();
            if (optionsEnded || !word.startsWith("-") || word.equals("-")) {
                operands.add(word);
            } else if (word.equals("--")) {
                optionsEnded = true;
            } else {
                int equals = word.indexOf('=');
                Option option = option(verb, equals < 0 ? word : word.substring(0, equals));
                options.put(option.name(), optionValue(option, equals < 0 ? null : word.substring(equals + 1), words));
            }
        }
        checkCount(verb, operands);
        return new Invocation(operands, options);
    }

    private static Option option(Verb verb, String name) throws CommandException {
        List<String> names = verb.options().stream().map(Option::name).toList();
        return verb.options().stream()
                .filter(option -> option.name().equals(name))
                .findFirst()
                .orElseThrow(() -> wrong(verb, "unknown option " + name + Suggestion.clause(name, names)));
    }

    private static String optionValue(
            Option option, @org.jspecify.annotations.Nullable String attached, java.util.Iterator<String> words)
            throws CommandException {
        if (!option.takesValue()) {
            if (attached != null) {
                throw new CommandException(ExitCode.USAGE, option.name() + " takes no value");
            }
            return "";
        }
        String value = attached != null ? attached : words.hasNext() ? words.next() : null;
        if (value == null) {
            throw new CommandException(ExitCode.USAGE, option.name() + " needs a value: " + option.usage());
        }
        if (!option.choices().isEmpty() && !option.choices().contains(value)) {
            throw new CommandException(
                    ExitCode.USAGE,
                    option.name() + " is '" + value + "', expected one of " + String.join(", ", option.choices()));
        }
        return value;
    }

    private static void checkCount(Verb verb, List<String> operands) throws CommandException {
        List<String> names = verb.operandNames();
        if (operands.size() > names.size()) {
            throw wrong(verb, "unexpected '" + operands.get(names.size()) + "'");
        }
        if (operands.size() < verb.requiredOperands()) {
            throw wrong(verb, names.get(operands.size()).replace("[", "").replace("]", "") + " is missing");
        }
    }

    private static CommandException wrong(Verb verb, String what) {
        return new CommandException(ExitCode.USAGE, what + " (oriel " + verb.name() + " --help)");
    }
}
