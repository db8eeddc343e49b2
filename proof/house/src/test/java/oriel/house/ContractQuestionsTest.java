package oriel.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** All 46 open questions of the contract are decided, each once, with a reason and the place where the decision acts. */
class ContractQuestionsTest {

    private static final int QUESTIONS = 46;

    private final List<MatchResult> sections = Pattern.compile("(?ms)^### Q(\\d+) — (.+?)$(.*?)(?=^##|\\z)")
            .matcher(House.read(House.ROOT.resolve("docs/decisions/contract-questions.md")))
            .results()
            .toList();

    @Test
    void shouldDecideEveryQuestionOnce() {
        assertThat(sections.stream().map(section -> Integer.valueOf(section.group(1))))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, QUESTIONS).boxed().toList());
    }

    @Test
    void shouldSayWhatWhyAndWhere() {
        assertThat(sections).allSatisfy(section -> {
            String text = section.group(3);
            assertThat(text).containsSubsequence("**Decision:**", "**Why:**", "**Acts:**");
            assertThat(text.substring(text.indexOf("**Acts:**")))
                    .as("where Q%s acts", section.group(1))
                    .containsPattern("`[A-Z]\\w+(#\\w+)?`");
        });
    }

    /** Whoever reads the code can find the question: no Q-number is made up. */
    @Test
    void shouldOnlyMentionQuestionsThatExist() {
        Pattern mention = Pattern.compile("\\bQ(\\d+)\\b");
        assertThat(House.files(".java"))
                .allSatisfy(file -> assertThat(mention.matcher(House.read(file))
                                .results()
                                .map(found -> Integer.parseInt(found.group(1))))
                        .as(file.toString())
                        .allMatch(number -> number >= 1 && number <= QUESTIONS));
    }
}
