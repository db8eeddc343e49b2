/**
 * Policies of licensing (MS-RDPELE; licensing.md): whether a client may use this host. Present is the policy that asks for no
 * licence.
 */
@NullMarked
package oriel.licensing;

import org.jspecify.annotations.NullMarked;
