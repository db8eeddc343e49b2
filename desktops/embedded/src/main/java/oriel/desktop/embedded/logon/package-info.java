/** Where a user says who they are: the logon screen with its questions, notices and status. */
@NullMarked
package oriel.desktop.embedded.logon;

import org.jspecify.annotations.NullMarked;
