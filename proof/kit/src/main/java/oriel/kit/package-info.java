/** The kit that proves that a protocol provider, and the service, keep the contract. */
@NullMarked
package oriel.kit;

import org.jspecify.annotations.NullMarked;
