package oriel.server.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that somebody probably meant. */
public final class Suggestion {

    /** Nobody means a word by a text that is longer. */
    private static final int LONGEST = 100;

    private Suggestion() {}

    /**
     * The nearest of some words.
     *
     * @param typed what was typed
     * @param words what there is
     * @return the nearest, if it is near enough to be meant
     */
    public static Optional<String> nearest(String typed, Collection<String> words) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        int tolerated = Math.max(1, typed.length() / 3);
        return words.stream()
                .filter(word -> distance(typed, word) <= tolerated)
                .min(Comparator.comparingInt(word -> distance(typed, word)));
    }

    /**
     * The nearest of some words, as the end of a message.
     *
     * @param typed what was typed
     * @param words what there is
     * @return {@code "; did you mean …?"}, or nothing
     */
    public static String clause(String typed, Collection<String> words) {
        return nearest(typed, words).map(word -> "; did you mean " + word + "?").orElse("");
    }

    /** How many letters must be inserted, removed, replaced or swapped with their neighbour. */
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
