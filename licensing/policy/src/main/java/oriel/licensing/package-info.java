/**
 * Licence packets and policies (MS-RDPELE; licensing.md). Present is the policy that asks for no licence; issuing and
 * checking licences is not done yet.
 */
@NullMarked
package oriel.licensing;

import org.jspecify.annotations.NullMarked;
