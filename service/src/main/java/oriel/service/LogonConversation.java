package oriel.service;

import java.util.Optional;
import java.util.function.Supplier;
import oriel.contract.desktop.LogonAnswer;
import oriel.contract.desktop.LogonMessage;
import oriel.contract.desktop.LogonScreen;
import oriel.identity.Conversation;

/** What the system asks beside the password, asked on the logon screen. */
record LogonConversation(Supplier<LogonScreen> screen) implements Conversation {

    @Override
    public Optional<char[]> ask(String prompt, boolean visible) throws InterruptedException {
        return screen.get().askText(prompt, visible) instanceof LogonAnswer.Text(char[] typed)
                ? Optional.of(typed)
                : Optional.empty();
    }

    @Override
    public void tell(String text, boolean error) throws InterruptedException {
        screen.get().notice(LogonMessage.of(LogonMessage.Kind.TEXT, text));
    }
}
