/** Messages of the service in windows of their own, over everything else in a session. */
@NullMarked
package oriel.desktop.x11.message;

import org.jspecify.annotations.NullMarked;
