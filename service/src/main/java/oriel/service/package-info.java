/**
 * The service ("RCM" in the pictures): start, connection, reconnect, disconnect and stop sequences (sequences.md), sessions,
 * arbitration, policy, trace. {@link oriel.service.RemoteDesktopService} is the way in.
 *
 * <p>How it is laid out:
 *
 * <ul>
 *   <li>Each picture of the contract is a class whose method reads as the picture is drawn: {@code StartSequence}, {@code
 *       ConnectionSequence}, {@code ReconnectSequence}, {@code DisconnectSequence}, {@code StopSequence}.
 *   <li>Each connection has one virtual thread that runs its sequences; others leave word for it ({@code
 *       ConnectionState}) and never act in its place.
 *   <li>Providers are behind one door, {@code Gate}: deadlines, trace, failures, no calls back. The {@code Guarded…} classes
 *       say what the failure of each call leads to.
 *   <li>A {@code Session} belongs to its user; connections claim it and let go of it.
 * </ul>
 *
 * <p>Not done: shadowing, sessions that outlive this process, logon with serialized credentials (they are asked for in their
 * turn and wiped; no authentication here understands them).
 */
@NullMarked
package oriel.service;

import org.jspecify.annotations.NullMarked;
