/** Linux as the rooms above need it: accounts, signals, and the calls of the C library that the JDK does not offer. */
@NullMarked
package oriel.system;

import org.jspecify.annotations.NullMarked;
