package oriel.service;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oriel.contract.desktop.LogonAnswer;
import oriel.contract.desktop.LogonMessage;
import oriel.contract.desktop.LogonScreen;
import oriel.contract.protocol.LogonErrorRedirectorResponse;

/**
 * What the user sees of a logon: a screen, made when something must be asked or said and not before, and beside it the
 * provider's redirector, which may show things elsewhere. Used by the connection's own thread.
 */
final class LogonView {

    private final ServiceParts service;
    private final ClientConnection record;
    private final Session session;
    private final Optional<GuardedRedirector> redirector;

    private @Nullable LogonScreen screen;
    private boolean painting;

    LogonView(ServiceParts service, ClientConnection record, Session session, Optional<GuardedRedirector> redirector) {
        this.service = service;
        this.record = record;
        this.session = session;
        this.redirector = redirector;
    }

    /** The screen, covering everything from now on. */
    LogonScreen open() {
        LogonScreen open = screen;
        if (open == null) {
            open = service.desktops()
                    .openLogonScreen(
                            service.configuration().hostName(), session.client().view());
            screen = open;
            session.cover(open);
        }
        return open;
    }

    void close() {
        screen = null;
        session.uncover();
    }

    /** OnBeginPainting, before the first thing that is shown or redirected. */
    void begin() {
        if (!painting) {
            painting = true;
            redirector.ifPresent(GuardedRedirector::onBeginPainting);
        }
    }

    /** Where the redirector lets a refusal be said. */
    LogonErrorRedirectorResponse refuse(LogonRefusal refusal) {
        begin();
        return redirector
                .map(to -> to.redirectLogonError(refusal.status(), refusal.subStatus(), refusal.text()))
                .orElse(LogonErrorRedirectorResponse.NOT_HANDLED);
    }

    /** A message the user must have seen, wherever the redirector lets it be seen. */
    void tell(LogonMessage what, String text) throws ConnectionEnded {
        if (redirected(text)) {
            return;
        }
        var shown = open();
        record.await("the notice", service.deadlines().logon(), () -> {
            shown.notice(what);
            return true;
        });
    }

    /** Says that a desktop has failed; whether its user wants a fresh one. */
    boolean wantsFreshStart(LogonMessage what, List<String> tail, String text) throws ConnectionEnded {
        if (redirected(text)) {
            return false;
        }
        var shown = open();
        return record.await("the notice", service.deadlines().logon(), () -> shown.askFreshStart(what, tail))
                instanceof LogonAnswer.FreshStart;
    }

    private boolean redirected(String text) {
        begin();
        var response = redirector.map(to -> to.redirectMessage(text)).orElse(LogonErrorRedirectorResponse.NOT_HANDLED);
        return hidden(response);
    }

    void status(LogonMessage.Kind kind, String text) {
        var response = redirector.map(to -> to.redirectStatus(text)).orElse(LogonErrorRedirectorResponse.NOT_HANDLED);
        if (screen != null && !hidden(response)) {
            screen.status(LogonMessage.of(kind));
        }
    }

    private static boolean hidden(LogonErrorRedirectorResponse response) {
        return response == LogonErrorRedirectorResponse.HANDLED_DONT_SHOW
                || response == LogonErrorRedirectorResponse.HANDLED_DONT_SHOW_START_OVER;
    }
}
