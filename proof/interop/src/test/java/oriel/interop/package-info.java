/**
 * Stock clients from Debian's packages against Oriel: they connect, log on, type, and what they show is compared pixel by
 * pixel with what the session shows. Every part is real; one that is missing fails the test that needs it.
 */
@NullMarked
package oriel.interop;

import org.jspecify.annotations.NullMarked;
