package oriel.service;

import java.util.Optional;
import oriel.contract.desktop.Desktop;

/** Ties the client's clipboard and loudspeaker to a session whose user has just been attached. */
final class Sharer {

    private final ServiceParts service;
    private final ClientConnection record;
    private final Session session;

    Sharer(ServiceParts service, ClientConnection record, Session session) {
        this.service = service;
        this.record = record;
        this.session = session;
    }

    /** Asks the connection for what policy allows. */
    void share() throws ConnectionEnded {
        Optional<Attachment> attachment = session.attachment();
        Optional<Desktop> desktop = session.desktop();
        if (attachment.isEmpty() || desktop.isEmpty()) {
            return;
        }
        Sharing sharing = service.policy().policy().sharing();
        var connection = record.calls();
        var devices = new Devices(
                connection.endpoints(),
                clipboardAllowed(sharing) ? connection.getClipboardHandle() : Optional.empty(),
                sharing.sound() ? connection.getSoundHandle() : Optional.empty(),
                sharing,
                session::open);
        attachment.get().share(devices);
        devices.tie(desktop.get());
    }

    private boolean clipboardAllowed(Sharing sharing) {
        boolean anyDirection = sharing.clipboardToClient() || sharing.clipboardToSession();
        return anyDirection
                && !service.policy().over(record.proposed()).disableClip()
                && !session.client().data().disableClip();
    }
}
