package oriel.helper;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import oriel.identity.Conversation;

/** A user who answers as the script says, and gives up after its end. */
final class ScriptedConversation implements Conversation {

    final List<String> heard = new ArrayList<>();
    private final Deque<String> answers;

    ScriptedConversation(String... answers) {
        this.answers = new ArrayDeque<>(List.of(answers));
    }

    @Override
    public Optional<char[]> ask(String prompt, boolean visible) {
        heard.add(prompt.strip());
        return Optional.ofNullable(answers.poll()).map(String::toCharArray);
    }

    @Override
    public void tell(String text, boolean error) {
        heard.add(text.strip());
    }
}
