/**
 * The kit that proves that a protocol provider, and the service, keep the contract.
 *
 * <p>Two tools. {@link oriel.kit.ScriptedProvider} is a provider without any wire: a test scripts what its connections answer
 * and how they misbehave, and reads which calls the service made. {@link oriel.kit.ContractChecker} stands between a real
 * service and a real provider, passes every call on, and notes each one that breaks the rules of the sequences (states of a
 * connection, order of start and stop, calling back from inside a call, notices that block).
 *
 * <p>Nothing here needs a test framework; a wait that is in vain ends with {@link java.lang.AssertionError}.
 */
@NullMarked
package oriel.kit;

import org.jspecify.annotations.NullMarked;
