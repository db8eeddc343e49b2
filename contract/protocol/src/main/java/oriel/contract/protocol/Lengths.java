package oriel.contract.protocol;

import java.time.Duration;

/** Checks that members keep the lengths of {@code wtsdefs.h}. */
final class Lengths {

    private Lengths() {}

    static void check(String member, String value, int longest) {
        if (value.length() > longest) {
            throw new IllegalArgumentException(
                    member + " has " + value.length() + " characters, at most " + longest + " fit");
        }
    }

    static void check(String member, char[] value, int longest) {
        if (value.length > longest) {
            throw new IllegalArgumentException(
                    member + " has " + value.length + " characters, at most " + longest + " fit");
        }
    }

    static void check(String member, byte[] value, int longest) {
        check(member, value.length, longest);
    }

    static void check(String member, int bytes, int longest) {
        if (bytes > longest) {
            throw new IllegalArgumentException(member + " has " + bytes + " bytes, at most " + longest + " fit");
        }
    }

    static void check(String member, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(member + " is negative");
        }
    }
}
