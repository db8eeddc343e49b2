package oriel.service;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import oriel.contract.desktop.ClientView;
import oriel.contract.desktop.LogonAnswer;
import oriel.contract.desktop.LogonMessage;
import oriel.contract.desktop.LogonQuestion;
import oriel.contract.desktop.LogonScreen;
import oriel.contract.desktop.SessionChoice;

/** A logon screen whose user is the test: what is asked is put down, answers are taken from a queue. */
final class FakeLogonScreen extends FakeScene implements LogonScreen {

    static final int COLOUR = 0x101010;

    final BlockingQueue<LogonAnswer> answers = new LinkedBlockingQueue<>();
    final BlockingQueue<LogonQuestion> questions = new LinkedBlockingQueue<>();
    final BlockingQueue<List<SessionChoice>> choices = new LinkedBlockingQueue<>();
    final BlockingQueue<String> prompts = new LinkedBlockingQueue<>();
    final BlockingQueue<LogonMessage> failures = new LinkedBlockingQueue<>();
    final BlockingQueue<LogonMessage> notices = new LinkedBlockingQueue<>();
    final List<LogonMessage.Kind> statuses = new CopyOnWriteArrayList<>();
    final ClientView view;

    FakeLogonScreen(ClientView view) {
        super(view, COLOUR);
        this.view = view;
    }

    /** The user types this. */
    void type(String userName, String password) {
        answers.add(new LogonAnswer.Credentials(userName, "", password.toCharArray()));
    }

    @Override
    public LogonAnswer askCredentials(LogonQuestion question) throws InterruptedException {
        questions.add(question);
        return answers.take();
    }

    @Override
    public LogonAnswer askSession(String user, List<SessionChoice> offered) throws InterruptedException {
        choices.add(offered);
        return answers.take();
    }

    @Override
    public LogonAnswer askText(String prompt, boolean visible) throws InterruptedException {
        prompts.add(prompt);
        return answers.take();
    }

    @Override
    public LogonAnswer askFreshStart(LogonMessage message, List<String> details) throws InterruptedException {
        failures.add(message);
        return answers.take();
    }

    @Override
    public void notice(LogonMessage message) {
        notices.add(message);
    }

    @Override
    public void status(LogonMessage message) {
        statuses.add(message.kind());
    }
}
