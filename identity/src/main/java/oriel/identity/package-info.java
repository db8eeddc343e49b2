/**
 * Who may log on: the question ({@link oriel.identity.Authentication}), its answers, and the accounts that Oriel keeps itself
 * ({@link oriel.identity.LocalUsers}). Knows nothing of sessions and protocols.
 */
@NullMarked
package oriel.identity;

import org.jspecify.annotations.NullMarked;
