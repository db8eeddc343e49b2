/** The helper with real PAM and real accounts, made for a test and removed after it. Runs as root. */
@NullMarked
package oriel.helper;

import org.jspecify.annotations.NullMarked;
