/**
 * The ledger of licences: which pools there are, who holds what of them, and what happened (licensing.md, sections 6 and 7).
 *
 * <p>{@link oriel.licensing.ledger.LicenseLedger} is what a policy needs and what an embedder can bring; {@link
 * oriel.licensing.ledger.AdministeredLedger} adds what an administrator needs. {@link
 * oriel.licensing.ledger.SqliteLedger} is the built-in one: a file that several processes of one host share.
 */
@NullMarked
package oriel.licensing.ledger;

import org.jspecify.annotations.NullMarked;
