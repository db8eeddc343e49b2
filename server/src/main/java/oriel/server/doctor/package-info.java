/** Examines whether this host can run Oriel, and says what to do where it cannot. */
@NullMarked
package oriel.server.doctor;

import org.jspecify.annotations.NullMarked;
