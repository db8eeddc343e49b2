package oriel.licensing.ledger;

/** Why a ledger grants nothing. */
public enum Refusal {
    /** There is no open pool of this kind. */
    NO_POOL,
    /** All that this holder could have is taken. */
    POOL_EMPTY,
    /** The holder's licence was revoked. */
    REVOKED,
    /** The holder had its one temporary licence, and it has expired. */
    TEMPORARY_USED
}
