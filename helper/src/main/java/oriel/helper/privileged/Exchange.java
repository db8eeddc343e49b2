package oriel.helper.privileged;

import java.io.IOException;

/** What one message of the front end's asks for, done on a thread of its own. */
@FunctionalInterface
interface Exchange {

    /** Does it. A failure is told to the front end. */
    void run() throws IOException, InterruptedException;
}
