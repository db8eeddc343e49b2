package oriel.server.doctor;

import java.util.Locale;

/**
 * What a check has found.
 *
 * @param check   name of the check
 * @param verdict how it stands
 * @param found   what was found, one clause
 * @param advice  what to do about it; empty when it is good
 */
public record Finding(String check, Verdict verdict, String found, String advice) {

    /** How it stands. */
    public enum Verdict {
        /** As it should be. */
        GOOD,
        /** Works, but is worth a look. */
        DOUBTFUL,
        /** Does not work. */
        FAILS;

        /**
         * The verdict as a word.
         *
         * @return in lower case
         */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Finding good(String check, String found) {
        return new Finding(check, Verdict.GOOD, found, "");
    }

    static Finding doubtful(String check, String found, String advice) {
        return new Finding(check, Verdict.DOUBTFUL, found, advice);
    }

    static Finding fails(String check, String found, String advice) {
        return new Finding(check, Verdict.FAILS, found, advice);
    }
}
