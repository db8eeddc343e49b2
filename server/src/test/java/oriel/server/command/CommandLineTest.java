package oriel.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {

    private final List<Invocation> invocations = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private final List<Verb> verbs = List.of(
            verb("show", "ID [TEXT]", List.of(Option.JSON, new Option("--level", "low|high", "how much"))),
            verb("users add", "NAME", List.of()),
            verb("users list", "", List.of()),
            new Verb("fail", "", "fail", "", List.of(), List.of(), (_, _) -> {
                throw new IOException("the disk is full");
            }));

    private Verb verb(String name, String operands, List<Option> options) {
        return new Verb(name, operands, "do " + name, "", options, List.of("oriel " + name), (invocation, _) -> {
            invocations.add(invocation);
            return ExitCode.DONE;
        });
    }

    private int run(String line) {
        var terminal = new Terminal(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of(),
                false);
        return new CommandLine("1.2", verbs).run(terminal, line.isEmpty() ? List.of() : List.of(line.split(" ")));
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String complaint() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void shouldTakeOptionsAnywhereAndInBothForms() {
        assertThat(run("show --json 5 --level=high text")).isZero();
        assertThat(invocations.getFirst().operands()).containsExactly("5", "text");
        assertThat(invocations.getFirst().options())
                .containsEntry("--level", "high")
                .containsKey("--json");
    }

    @Test
    void shouldTakeEverythingAfterTwoDashesAsOperands() {
        assertThat(run("show -- 5 --json")).isZero();
        assertThat(invocations.getFirst().operands()).containsExactly("5", "--json");
        assertThat(invocations.getFirst().has("--json")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "shwo~there is no verb 'shwo'; did you mean show?",
                "show~ID is missing",
                "show 1 2 3~unexpected '3'",
                "show 1 --jsno~unknown option --jsno; did you mean --json?",
                "show 1 --json=x~--json takes no value",
                "show 1 --level~--level needs a value: --level low|high",
                "show 1 --level mid~expected one of low, high",
                "users~'users' needs one of: users add, users list",
                "users add~NAME is missing",
            })
    void shouldComplainOfWrongCommandLines(String line, String message) {
        assertThat(run(line)).isEqualTo(ExitCode.USAGE);
        assertThat(complaint()).startsWith("oriel: ").contains(message.strip());
        assertThat(complaint().lines()).hasSize(1);
        assertThat(invocations).isEmpty();
    }

    @Test
    void shouldTurnFailuresIntoOneLine() {
        assertThat(run("fail")).isEqualTo(ExitCode.FAILED);
        assertThat(complaint()).isEqualTo("oriel: the disk is full\n");
    }

    @ParameterizedTest
    @CsvSource({"''", "--help", "-h", "help"})
    void shouldPrintAnOverview(String line) {
        assertThat(run(line)).isZero();
        assertThat(printed()).contains("users add NAME", "do show", "Exit codes:", "Examples:");
    }

    @ParameterizedTest
    @CsvSource({"show --help", "help show", "show 1 2 3 -h"})
    void shouldExplainAVerb(String line) {
        assertThat(run(line)).isZero();
        assertThat(printed())
                .contains("Usage: oriel show [OPTION…] ID [TEXT]", "--level low|high", "Examples:\n  oriel show");
        assertThat(invocations).isEmpty();
    }

    @Test
    void shouldPrintItsVersion() {
        assertThat(run("--version")).isZero();
        assertThat(printed()).isEqualTo("oriel 1.2\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "oriel|show users fail test bench --help --version",
                "oriel users|add list",
                "oriel users add|--help",
                "oriel show|--json --level --help",
            })
    void shouldCompleteInBash(String typed, String expected) throws Exception {
        String words = typed + " ";
        String script = new Completion(verbs).bash() + "COMP_WORDS=(" + words + "'')\nCOMP_CWORD="
                + typed.split(" ").length + "\n_oriel\necho \"${COMPREPLY[@]}\"\n";
        Process bash = new ProcessBuilder("bash", "-c", script)
                .redirectErrorStream(true)
                .start();
        String printed = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(printed.strip()).isEqualTo(expected);
    }

    @Test
    void shouldWriteCompletionForZsh() {
        assertThat(new Completion(verbs).zsh())
                .startsWith("#compdef oriel")
                .contains("(\"users\") compadd -- add list ;;", "(\"show\") compadd -- --json --level --help ;;");
    }
}
