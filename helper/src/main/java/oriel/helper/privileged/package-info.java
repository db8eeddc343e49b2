/**
 * The helper itself: a process of root's without network that checks passwords and starts what runs as its users. It believes
 * the front end nothing but what a user has just typed; what it accepts is in {@code docs/helper-protocol.md}.
 */
@NullMarked
package oriel.helper.privileged;

import org.jspecify.annotations.NullMarked;
