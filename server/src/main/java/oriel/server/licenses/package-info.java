/**
 * The administrator's side of licensing: what {@code oriel licenses} and the REST interface have in common, and where the ledger,
 * the trusted vendors and the signing keys of this installation are.
 */
@NullMarked
package oriel.server.licenses;

import org.jspecify.annotations.NullMarked;
