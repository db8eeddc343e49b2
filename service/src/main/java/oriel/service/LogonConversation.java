package oriel.service;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import oriel.contract.desktop.LogonAnswer;
import oriel.contract.desktop.LogonMessage;
import oriel.contract.desktop.LogonScreen;
import oriel.identity.Conversation;

/**
 * What the system asks beside the password, asked on the logon screen. What it tells stands above its next question, so that
 * nobody has to press a button for each sentence. Used by the thread that authenticates.
 */
final class LogonConversation implements Conversation {

    private final Supplier<LogonScreen> screen;
    private final Set<String> told = new LinkedHashSet<>();

    LogonConversation(Supplier<LogonScreen> screen) {
        this.screen = screen;
    }

    @Override
    public Optional<char[]> ask(String prompt, boolean visible) throws InterruptedException {
        told.add(prompt);
        return screen.get().askText(take(), visible) instanceof LogonAnswer.Text(char[] typed)
                ? Optional.of(typed)
                : Optional.empty();
    }

    @Override
    public void tell(String text, boolean error) {
        told.add(text.strip());
    }

    /** Nothing is asked any more: says what is left to say. */
    void end() throws InterruptedException {
        if (!told.isEmpty()) {
            screen.get().notice(LogonMessage.of(LogonMessage.Kind.TEXT, take()));
        }
    }

    private String take() {
        String all = String.join("\n", told);
        told.clear();
        return all;
    }
}
