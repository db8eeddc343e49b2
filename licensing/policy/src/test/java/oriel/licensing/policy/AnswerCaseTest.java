package oriel.licensing.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import oriel.licensing.policy.AnswerCase.Ledger;
import oriel.licensing.policy.AnswerCase.Old;

/** The table has an answer to everything, and no row that is never used. */
class AnswerCaseTest {

    @Test
    void shouldAnswerEverythingAndUseEveryRow() {
        Set<AnswerCase> used = EnumSet.noneOf(AnswerCase.class);
        for (Ledger ledger : Ledger.values()) {
            for (Old old : Old.values()) {
                used.add(AnswerCase.of(ledger, old, true));
                used.add(AnswerCase.of(ledger, old, false));
            }
        }
        assertThat(used).containsExactlyInAnyOrder(AnswerCase.values());
    }
}
