/**
 * Every decoder is given bytes nobody ever meant. What must hold: a value or a malformed-PDU exception, nothing else; a value can be
 * written, and what is written reads as the same value.
 *
 * <p>In a normal test run {@link oriel.fuzz.DecoderFuzzTest} reads the seed corpus only (files in the resource folder
 * {@code oriel/fuzz/DecoderFuzzTestInputs}, one folder for each target), and {@link oriel.fuzz.SeededMutationTest} changes the seeds at
 * random, the same way every time. To fuzz for real, with coverage guiding the changes, choose one target and say so:
 *
 * <pre>{@code
 * JAZZER_FUZZ=1 mvn -pl proof/fuzz -am test -Dtest=DecoderFuzzTest#mcs -Dsurefire.failIfNoSpecifiedTests=false
 * }</pre>
 *
 * <p>Each target runs for the time its annotation says ({@code jazzer.max_duration} overrules it). A finding becomes a file in the
 * target's folder, where the normal run reads it from then on. What the fuzzer learned is kept in {@code .cifuzz-corpus}, which is not
 * for the repository.
 */
@NullMarked
package oriel.fuzz;

import org.jspecify.annotations.NullMarked;
