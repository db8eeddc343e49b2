package oriel.desktop.x11;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import oriel.contract.desktop.KeyboardLocks;
import oriel.contract.desktop.SessionHost;
import oriel.contract.desktop.SessionInformation;

/** A session of a service that writes down what its desktop tells. */
final class ExampleHost implements SessionHost {

    final BlockingQueue<String> told = new LinkedBlockingQueue<>();

    @Override
    public SessionInformation information() {
        return new SessionInformation(
                7,
                "anna",
                "Active",
                "host",
                Instant.EPOCH,
                Instant.EPOCH,
                "RDP",
                "",
                "",
                "",
                Optional.empty(),
                0,
                0,
                0,
                List.of());
    }

    @Override
    public void lock() {
        told.add("lock");
    }

    @Override
    public void disconnect() {
        told.add("disconnect");
    }

    @Override
    public void logoff() {
        told.add("logoff");
    }

    @Override
    public void locksChanged(KeyboardLocks locks) {
        // not of interest here
    }

    @Override
    public void desktopEnded(String reason) {
        told.add("ended: " + reason);
    }

    @Override
    public void desktopEnded(String reason, List<String> tail) {
        told.add("failed: " + reason + " " + tail);
    }
}
