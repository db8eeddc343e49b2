package oriel.server.command;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes completion scripts for shells from the data of the verbs. */
public final class Completion {

    private final List<Verb> verbs;

    /**
     * Makes scripts for some verbs.
     *
     * @param verbs the verbs
     */
    public Completion(List<Verb> verbs) {
        this.verbs = verbs.stream().filter(verb -> !verb.summary().isEmpty()).toList();
    }

    /**
     * For bash.
     *
     * @return a script to be sourced
     */
    public String bash() {
        return """
                # Completion of oriel for bash: source <(oriel completion bash)
                _oriel() {
                    local cur=${COMP_WORDS[COMP_CWORD]} words= key=
                    [ "$COMP_CWORD" -gt 1 ] && key=${COMP_WORDS[1]}
                    [ "$COMP_CWORD" -gt 2 ] && case "$key ${COMP_WORDS[2]}" in
                        %s) key="$key ${COMP_WORDS[2]}" ;;
                    esac
                    case "$key" in
                %s
                    esac
                    COMPREPLY=($(compgen -W "$words" -- "$cur"))
                }
                complete -F _oriel oriel ./oriel
                """.formatted(pairs(), cases("        \"%s\") words=\"%s\" ;;"));
    }

    /**
     * For zsh.
     *
     * @return a script to be sourced
     */
    public String zsh() {
        return """
                #compdef oriel
                # Completion of oriel for zsh: source <(oriel completion zsh)
                _oriel() {
                    local key=
                    (( CURRENT > 2 )) && key=$words[2]
                    (( CURRENT > 3 )) && case "$key $words[3]" in
                        (%s) key="$key $words[3]" ;;
                    esac
                    case "$key" in
                %s
                    esac
                }
                compdef _oriel oriel
                """.formatted(pairs(), cases("        (\"%s\") compadd -- %s ;;"));
    }

    private String pairs() {
        return verbs.stream()
                .filter(verb -> verb.words().size() > 1)
                .map(verb -> '"' + verb.name() + '"')
                .collect(Collectors.joining("|"));
    }

    private String cases(String form) {
        return following().entrySet().stream()
                .map(entry -> form.formatted(entry.getKey(), String.join(" ", entry.getValue())))
                .collect(Collectors.joining("\n"));
    }

    /** What may follow each sequence of words; the empty one stands at the beginning. */
    private Map<String, Set<String>> following() {
        Map<String, Set<String>> following = new LinkedHashMap<>();
        following.put(
                "",
                new LinkedHashSet<>(
                        verbs.stream().map(verb -> verb.words().getFirst()).toList()));
        following.get("").addAll(List.of("test", "bench", "--help", "--version"));
        for (Verb verb : verbs) {
            if (verb.words().size() > 1) {
                following
                        .computeIfAbsent(verb.words().getFirst(), first -> new LinkedHashSet<>())
                        .add(verb.words().getLast());
            }
            following
                    .computeIfAbsent(verb.name(), name -> new LinkedHashSet<>())
                    .addAll(words(verb));
        }
        return following;
    }

    private static List<String> words(Verb verb) {
        Stream<String> operands = verb.operandNames().stream()
                .filter(name -> name.contains("|"))
                .flatMap(name -> Stream.of(name.replaceAll("[\\[\\]]", "").split("\\|")));
        Stream<String> options = verb.options().stream().map(Option::name);
        return Stream.of(operands, options, Stream.of("--help"))
                .flatMap(all -> all)
                .toList();
    }
}
