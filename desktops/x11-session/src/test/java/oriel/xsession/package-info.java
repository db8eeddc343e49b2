/** Sessions as real processes of throw-away users. */
@NullMarked
package oriel.xsession;

import org.jspecify.annotations.NullMarked;
