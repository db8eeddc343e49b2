package oriel.licensing;

/** Says which policy the clients of a listener are licensed by. Safe to call from many threads. */
@FunctionalInterface
public interface LicensingPolicies {

    /**
     * The policy of a listener.
     *
     * @param listener its name
     * @return its policy
     */
    LicensingPolicy of(String listener);

    /**
     * One policy for all.
     *
     * @param policy the policy
     * @return it, whatever the listener
     */
    static LicensingPolicies all(LicensingPolicy policy) {
        return _ -> policy;
    }
}
