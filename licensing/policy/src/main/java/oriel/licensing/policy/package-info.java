/**
 * The policies that need a ledger (licensing.md, section 7): per device, per user, concurrent. {@link
 * oriel.licensing.policy.ConfiguredPolicies} makes them of a configuration.
 */
@NullMarked
package oriel.licensing.policy;

import org.jspecify.annotations.NullMarked;
