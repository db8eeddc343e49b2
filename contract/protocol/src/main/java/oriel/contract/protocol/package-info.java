/**
 * The protocol contract: the SPI between the service and protocol providers. Floor 2; knows the desktop contract and nothing
 * else of ours.
 *
 * <p>It is the API of {@code wtsprotocol.h} and {@code wtsdefs.h} in Java: the same interfaces and data types without their
 * prefix ({@code IWRdsProtocolConnection} is {@link oriel.contract.protocol.ProtocolConnection}), the same methods in Java's
 * casing. A type names its page; the page of a method is called <em>Interface::Method</em>. Numbers like Q6 point to the
 * questions the pages leave open; {@code docs/decisions/contract-questions.md} says how each is decided. What holds
 * everywhere:
 *
 * <ul>
 *   <li><strong>Results.</strong> "None" and "I do not do this" ({@code E_NOTIMPL}) are answers: an empty
 *       {@link java.util.Optional} or a value of a sealed type. A failure is a
 *       {@link oriel.contract.protocol.ProtocolException} with an {@link oriel.contract.protocol.HResult}; each method says
 *       what its failure leads to. Any other exception breaks the contract and counts as a failure.
 *   <li><strong>Threads.</strong> No call may lead back to the other side on its own thread, nor wait for a thread that does.
 *       The calls of the connect, reconnect and disconnect sequences of one connection are serial; those marked <em>any
 *       time</em> may overlap them. Notices return at once.
 *   <li><strong>Deadlines.</strong> A call that waits for a client is bounded by the service, which interrupts the calling
 *       thread; the callee then ends the call with {@link oriel.contract.protocol.HResult#E_ABORT}.
 *   <li><strong>Ownership.</strong> Arguments are lent for the call unless the method says otherwise; results belong to the
 *       caller. Values are immutable; arrays inside them are copied in and not to be changed.
 *   <li><strong>Secrets.</strong> Passwords and credentials are arrays that their owner wipes; they never appear in texts.
 *   <li><strong>Units.</strong> Time spans are {@link java.time.Duration}s (Q15), colour depths bits per pixel (Q14), sizes
 *       pixels, numbers of sessions at least 1.
 * </ul>
 */
@NullMarked
package oriel.contract.protocol;

import org.jspecify.annotations.NullMarked;
