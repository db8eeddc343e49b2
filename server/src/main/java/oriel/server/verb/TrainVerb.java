package oriel.server.verb;

import java.util.List;
import oriel.server.command.Verb;
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
                (invocation, terminal) -> new Training(Verbs.all()).run(terminal));
    }
}
