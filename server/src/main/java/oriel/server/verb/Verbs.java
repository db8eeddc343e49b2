package oriel.server.verb;

import java.util.ArrayList;
import java.util.List;
import oriel.server.command.Completion;
import oriel.server.command.ExitCode;
import oriel.server.command.Option;
import oriel.server.command.Terminal;
import oriel.server.command.Verb;
import oriel.server.serve.Serve;

/** All verbs, in the order of the help. */
public final class Verbs {

    private Verbs() {}

    /**
     * Lists the verbs.
     *
     * @return every verb
     */
    public static List<Verb> all() {
        List<Verb> verbs = new ArrayList<>();
        verbs.add(serve());
        verbs.addAll(ServiceVerbs.all());
        verbs.addAll(UserVerbs.all());
        verbs.addAll(SessionVerbs.all());
        verbs.addAll(LicenseVerbs.all());
        verbs.add(TraceVerb.verb());
        verbs.add(DoctorVerb.verb());
        verbs.add(completion(verbs));
        verbs.add(TrainVerb.verb());
        return verbs;
    }

    private static Verb serve() {
        return new Verb(
                "serve",
                "",
                "run the service in the foreground",
                """
                The first start writes a commented configuration, makes a certificate and a first user, and prints its
                password. A line that begins with 'ready' is printed when every listener accepts clients. SIGTERM and
                SIGINT stop in good order, SIGHUP reads the configuration again.
                """,
                List.of(
                        new Option("--rdp", "HOST:PORT", "where the listener RDP-Tcp listens; port 0 takes a free one"),
                        new Option("--desktop", "auto|embedded", "the desktop that users get"),
                        new Option("--licensing", "none|per-device|per-user|concurrent", "how clients are licensed"),
                        new Option("--config", "FILE", "another configuration file"),
                        new Option("--log-level", "error|warn|info|debug|trace", "how much is logged")),
                List.of(
                        "oriel serve",
                        "oriel serve --rdp 127.0.0.1:3390",
                        "ORIEL_HOME=/srv/oriel oriel serve --log-level debug"),
                Serve::run);
    }

    private static Verb completion(List<Verb> verbs) {
        List<Verb> others = List.copyOf(verbs);
        return new Verb(
                "completion",
                "bash|zsh",
                "print a script that completes verbs and options in a shell",
                "",
                List.of(),
                List.of("source <(oriel completion bash)", "oriel completion zsh > ~/.zfunc/_oriel"),
                (invocation, terminal) -> printCompletion(
                        new Completion(others), invocation.operands().getFirst(), terminal));
    }

    private static int printCompletion(Completion completion, String shell, Terminal terminal) {
        switch (shell) {
            case "bash" -> terminal.out().print(completion.bash());
            case "zsh" -> terminal.out().print(completion.zsh());
            default -> {
                terminal.err().println("oriel: there is completion for bash and zsh, not for '" + shell + "'");
                return ExitCode.USAGE;
            }
        }
        return ExitCode.DONE;
    }
}
