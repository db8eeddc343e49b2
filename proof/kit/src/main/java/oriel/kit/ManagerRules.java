package oriel.kit;

import java.util.HashSet;
import java.util.Set;
import oriel.kit.Violation.Party;

/** What has happened to a manager and its listeners, and what may happen next (sequences.md, sections 1, 2, 6 and 7). */
final class ManagerRules extends Watched {

    private final ContractChecker checker;
    private final Set<String> listeners = new HashSet<>();
    private final Set<String> open = new HashSet<>(); // from StartListen begun to StopListen ended: clients may come
    private final Set<String> listening =
            new HashSet<>(); // from StartListen ended to StopListen begun: must be stopped
    private boolean initialized;
    private boolean uninitialized;

    ManagerRules(ContractChecker checker) {
        super(checker, 0, checker.managerLog());
        this.checker = checker;
    }

    @Override
    synchronized void begins(String call) {
        if (uninitialized) {
            note(Party.SERVICE, call, "came after Uninitialize");
        }
        switch (call) {
            case "Initialize" -> {
                if (initialized) {
                    note(Party.SERVICE, call, "came twice");
                }
                initialized = true;
            }
            case "Uninitialize" -> uninitialize();
            default -> {
                if (!initialized) {
                    note(Party.SERVICE, call, "came before Initialize");
                }
            }
        }
    }

    @Override
    synchronized void ended(String call, boolean success) {
        if (call.equals("Initialize") && !success) {
            uninitialized = true; // an unusable provider is dropped without Uninitialize
        }
    }

    @Override
    void callsBack(String call) {}

    synchronized void create(String name) {
        if (!listeners.add(name)) {
            note(Party.SERVICE, "CreateListener", "came twice for " + name);
        }
    }

    synchronized void notCreated(String name) {
        listeners.remove(name);
    }

    synchronized void start(String name) {
        if (!open.add(name)) {
            note(Party.SERVICE, "StartListen", "came while " + name + " listens");
        }
    }

    synchronized void started(String name) {
        listening.add(name);
    }

    synchronized void notStarted(String name) {
        open.remove(name);
    }

    synchronized void stop(String name) {
        if (!listening.remove(name)) {
            note(Party.SERVICE, "StopListen", "came although " + name + " does not listen");
        }
    }

    synchronized void stopped(String name) {
        open.remove(name);
    }

    synchronized void arrives(String name) {
        if (!open.contains(name)) {
            note(Party.PROVIDER, "OnConnected", "came after StopListen of " + name);
        }
    }

    private void uninitialize() {
        if (!initialized) {
            note(Party.SERVICE, "Uninitialize", "came without Initialize");
        }
        if (!listening.isEmpty()) {
            note(Party.SERVICE, "Uninitialize", "came while " + listening + " still listens");
        }
        long open = checker.connections().stream()
                .filter(connection -> !connection.isClosing())
                .count();
        if (open > 0) {
            note(Party.SERVICE, "Uninitialize", "came while " + open + " connections are open");
        }
        uninitialized = true;
    }
}
