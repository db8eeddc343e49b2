package oriel.service;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import oriel.contract.desktop.Desktop;
import oriel.contract.desktop.DesktopFailedException;
import oriel.contract.desktop.DesktopRequest;
import oriel.contract.desktop.DesktopRequest.InitialProgram;
import oriel.contract.protocol.ClientData;
import oriel.contract.protocol.Property;
import oriel.contract.protocol.PropertyValue;
import oriel.identity.Identity;

/** Starts the desktop of a session, with the program that policy and provider let the client have. */
final class DesktopStart {

    private final ServiceParts service;
    private final ClientConnection record;
    private final Session session;
    private final Client client;

    /**
     * Why it could not be started.
     *
     * @param reason a clause for the user and the log
     * @param tail   the last lines of the desktop's log, possibly none
     */
    record Failure(String reason, List<String> tail) {
        Failure(String reason) {
            this(reason, List.of());
        }
    }

    DesktopStart(ServiceParts service, ClientConnection record, Session session) {
        this.service = service;
        this.record = record;
        this.session = session;
        this.client = session.client();
    }

    /** Starts it; empty = it runs, else why not. */
    Optional<Failure> run(Identity user) throws ConnectionEnded {
        var request = new DesktopRequest(
                new SessionDesk(service, session), user.userName(), user.groups(), client.view(), initialProgram());
        return record.await("the start of the desktop", service.deadlines().setup(), () -> start(request));
    }

    /** What was started belongs to the session even if the client is gone meanwhile. */
    private Optional<Failure> start(DesktopRequest request) {
        try {
            Desktop desktop = service.desktops().start(request);
            if (!session.start(desktop, request.view())) {
                desktop.close();
                return Optional.of(new Failure("the session has ended meanwhile"));
            }
            return Optional.empty();
        } catch (DesktopFailedException e) {
            return Optional.of(new Failure(String.valueOf(e.getMessage()), e.tail()));
        } catch (IOException e) {
            return Optional.of(new Failure(String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            return Optional.of(new Failure(e.toString()));
        }
    }

    private Optional<InitialProgram> initialProgram() {
        Policy policy = service.policy().policy();
        ClientData wanted = client.data();
        if (policy.initialProgram().isPresent()) {
            return policy.initialProgram();
        }
        if (!policy.clientInitialProgram()
                || !wanted.inheritInitialProgram()
                || wanted.initialProgram().isBlank()) {
            return Optional.empty();
        }
        List<PropertyValue> in = List.of(
                new PropertyValue.Text(wanted.initialProgram()),
                new PropertyValue.Text(""),
                new PropertyValue.Unsigned(0));
        var answer = record.calls().queryProperty(Property.ALLOWED_INITIAL_APP, "allowed initial program", in);
        return answer.isEmpty()
                ? Optional.of(program(wanted.initialProgram(), wanted)) // not implemented: our own policy decides
                : allowed(answer.get(), wanted);
    }

    /** What the provider made of the program; refused = the usual desktop. */
    private static Optional<InitialProgram> allowed(List<PropertyValue> answer, ClientData wanted) {
        if (answer.size() == 3
                && answer.get(0) instanceof PropertyValue.Text(String commandLine)
                && answer.get(1) instanceof PropertyValue.Text(String parameters)
                && answer.get(2) instanceof PropertyValue.Unsigned(long run)
                && run != 0) {
            return Optional.of(program((commandLine + " " + parameters).strip(), wanted));
        }
        return Optional.empty();
    }

    private static InitialProgram program(String commandLine, ClientData wanted) {
        return new InitialProgram(commandLine, wanted.workDirectory(), wanted.maximizeShell());
    }
}
