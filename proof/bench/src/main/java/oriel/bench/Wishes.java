package oriel.bench;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * What to measure, as the command line says it.
 *
 * @param rounds     how often each server is started and measured
 * @param contenders the servers, in the order of the table
 * @param json       whether the result is JSON instead of a table in Markdown
 */
record Wishes(int rounds, List<Contender> contenders, boolean json) {

    private static final int ROUNDS = 3;
    private static final int MOST_ROUNDS = 1000;

    /** Reads {@code --rounds N}, {@code --servers A,B} and {@code --json}. */
    static Wishes of(List<String> arguments) {
        Wishes wishes = new Wishes(ROUNDS, List.of(Contender.values()), false);
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String option = rest.next();
            wishes = switch (option) {
                case "--rounds" -> new Wishes(rounds(value(option, rest)), wishes.contenders, wishes.json);
                case "--servers" -> new Wishes(wishes.rounds, contenders(value(option, rest)), wishes.json);
                case "--json" -> new Wishes(wishes.rounds, wishes.contenders, true);
                default -> throw new IllegalArgumentException("bench does not know " + option);
            };
        }
        return wishes;
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return rest.next();
    }

    private static int rounds(String text) {
        try {
            int rounds = Integer.parseInt(text);
            if (rounds >= 1 && rounds <= MOST_ROUNDS) {
                return rounds;
            }
        } catch (NumberFormatException notANumber) {
            // said below
        }
        throw new IllegalArgumentException("--rounds takes a number from 1 to " + MOST_ROUNDS + ", not " + text);
    }

    private static List<Contender> contenders(String text) {
        List<Contender> chosen = new ArrayList<>();
        for (String word : text.split(",")) {
            chosen.add(Contender.of(word));
        }
        return List.copyOf(chosen);
    }
}
