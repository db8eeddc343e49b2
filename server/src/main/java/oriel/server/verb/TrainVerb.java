package oriel.server.verb;

import java.util.List;
import oriel.server.command.Verb;
import oriel.server.serve.Serve;
import oriel.server.train.Training;

/** The verb by which the launcher makes the ahead-of-time cache; not in the help. */
final class TrainVerb {

    private TrainVerb() {}

    static Verb verb() {
        return new Verb(
                "train",
                "",
                "",
                "",
                List.of(),
                List.of(),
                (invocation, terminal) -> new Training(trained()).run(terminal));
    }

    /** The verbs, with a service that keeps what rights it has: what it learns is written down by this process in the end. */
    private static List<Verb> trained() {
        return Verbs.all().stream()
                .map(verb -> verb.name().equals("serve") ? keepingRights(verb) : verb)
                .toList();
    }

    private static Verb keepingRights(Verb serve) {
        return new Verb(
                serve.name(),
                serve.operands(),
                serve.summary(),
                serve.details(),
                serve.options(),
                serve.examples(),
                Serve::runAsWeAre);
    }
}
