/** Tests of the protocol contract's types: ranges, packed forms, wiping of secrets, time zones. */
@NullMarked
package oriel.contract.protocol;

import org.jspecify.annotations.NullMarked;
