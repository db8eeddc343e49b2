package oriel.licensing.policy;

import java.util.Arrays;
import java.util.Optional;

/** The policies there are, as the configuration names them. */
public enum PolicyName {
    /** Nobody needs a licence. */
    NONE("none"),
    /** Each device needs one, and keeps it. */
    PER_DEVICE("per-device"),
    /** Each user needs one. */
    PER_USER("per-user"),
    /** Each connection needs a seat while it lives. */
    CONCURRENT("concurrent");

    private final String word;

    PolicyName(String word) {
        this.word = word;
    }

    /**
     * The name.
     *
     * @return e.g. {@code per-device}
     */
    public String word() {
        return word;
    }

    /**
     * The policy with a name.
     *
     * @param word e.g. {@code per-device}
     * @return the policy; empty = there is none of that name
     */
    public static Optional<PolicyName> of(String word) {
        return Arrays.stream(values())
                .filter(policy -> policy.word.equals(word))
                .findFirst();
    }
}
