package oriel.server.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that somebody probably meant. */
public final class Suggestion {

    private Suggestion() {}

    /**
     * The nearest of some words.
     *
     * @param typed what was typed
     * @param words what there is
     * @return the nearest, if it is near enough to be meant
     */
    public static Optional<String> nearest(String typed, Collection<String> words) {
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

    /** How many letters must be inserted, removed or replaced (Levenshtein). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
