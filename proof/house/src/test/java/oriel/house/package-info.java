/** The rules of the house: which room may know which, what no room may do, and that the documents tell the truth. */
@NullMarked
package oriel.house;

import org.jspecify.annotations.NullMarked;
