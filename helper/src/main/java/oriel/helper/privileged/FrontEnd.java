package oriel.helper.privileged;

import java.io.IOException;
import java.io.OutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.helper.protocol.FrameStream;
import oriel.helper.protocol.FromHelper;

/** The way to the front end. Messages are sent whole, from any thread. */
final class FrontEnd {

    private static final Logger LOG = LoggerFactory.getLogger(FrontEnd.class);

    private final OutputStream out;

    FrontEnd(OutputStream out) {
        this.out = out;
    }

    /** Sends a message; a front end that is gone is noticed by whoever reads from it. */
    void send(FromHelper message) {
        byte[] frame = FrameStream.frame(message::encode);
        synchronized (out) {
            try {
                FrameStream.send(out, frame);
            } catch (IOException e) {
                LOG.debug("The front end hears nothing: {}.", e.getMessage());
            }
        }
    }
}
