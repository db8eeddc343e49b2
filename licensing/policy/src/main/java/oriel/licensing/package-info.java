/**
 * Policies of licensing (MS-RDPELE; licensing.md): whether a client may use this host. Here is the policy
 * that asks for no licence; the others are in {@code oriel.licensing.policy}.
 */
@NullMarked
package oriel.licensing;

import org.jspecify.annotations.NullMarked;
