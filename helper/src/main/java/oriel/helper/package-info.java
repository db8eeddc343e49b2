/** The privileged helper: PAM and the start of sessions as their users, behind a narrow protocol. */
@NullMarked
package oriel.helper;

import org.jspecify.annotations.NullMarked;
