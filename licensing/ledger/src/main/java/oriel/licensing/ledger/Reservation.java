package oriel.licensing.ledger;

/**
 * Licences of a pool that only a group can have.
 *
 * @param group the group's name
 * @param count how many are kept for it
 */
public record Reservation(String group, int count) {

    /** Checks both. */
    public Reservation {
        if (group.isBlank() || group.length() > Holder.LONGEST_NAME) {
            throw new IllegalArgumentException("a reservation is for a group with a name");
        }
        if (count < 1) {
            throw new IllegalArgumentException("a reservation for " + group + " is of one licence or more");
        }
    }
}
