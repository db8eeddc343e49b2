package oriel.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** Fulfils requests. Called on many threads. */
public interface ControlHandler {

    /**
     * Fulfils a request.
     *
     * @param verb    what is wanted
     * @param request the whole request
     * @param events  takes events, before the result
     * @return the result
     * @throws ControlException     if it was not fulfilled
     * @throws IOException          if the client went away
     * @throws InterruptedException if the socket is being closed
     */
    JsonNode handle(String verb, JsonNode request, Events events)
            throws ControlException, IOException, InterruptedException;

    /** Takes events. */
    interface Events {

        /**
         * Sends an event to the client at once.
         *
         * @param event what happened
         * @throws IOException if the client is gone
         */
        void send(JsonNode event) throws IOException;
    }
}
