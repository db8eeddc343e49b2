/**
 * The control socket: a Unix socket that only its owner can open, on which the command line and the service exchange lines
 * of JSON. A request is an object with a member {@code verb}; the answer is any number of {@code {"event":…}} lines and then
 * {@code {"result":…}} or {@code {"error":…,"code":…}}. Requests are at most 64 KiB, the number of clients is limited.
 */
@NullMarked
package oriel.server.control;

import org.jspecify.annotations.NullMarked;
