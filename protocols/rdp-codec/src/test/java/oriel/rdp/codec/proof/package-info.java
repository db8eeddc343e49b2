/**
 * What the tests of the codec share: wire fixtures with their origin, and the three proofs every decoder is put to — round trip, every
 * truncation, every byte changed.
 */
@NullMarked
package oriel.rdp.codec.proof;

import org.jspecify.annotations.NullMarked;
