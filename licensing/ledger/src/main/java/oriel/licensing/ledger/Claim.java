package oriel.licensing.ledger;

/** A ledger's answer to a request. */
public sealed interface Claim {

    /**
     * There is a licence.
     *
     * @param license pending if it has to reach a device, active otherwise; not what was asked for where the holder already has
     *     better: a permanent one in place of a temporary
     * @param fresh   whether it was made for this request; otherwise the holder had it already and nothing was counted
     */
    record Granted(License license, boolean fresh) implements Claim {}

    /**
     * There is none. The ledger writes nothing down: whoever asked may still admit the client, and says which with {@link
     * LicenseLedger#admitted} or {@link LicenseLedger#refused}.
     *
     * @param reason why
     * @param pool   the first pool that it could have come from; empty text = there is none
     * @param detail why, for the log: one clause
     */
    record Refused(Refusal reason, String pool, String detail) implements Claim {}
}
