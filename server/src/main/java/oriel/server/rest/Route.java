package oriel.server.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import oriel.server.control.ControlException;
import oriel.server.control.Json;

/**
 * One thing that can be asked for.
 *
 * @param method     HTTP method
 * @param path       path below the root, parameters in braces, e.g. {@code /sessions/{session}/logoff}
 * @param summary    what it does, one line
 * @param parameters what the request can say
 * @param action     does it
 */
record Route(String method, String path, String summary, List<Parameter> parameters, Action action) {

    Route {
        parameters = List.copyOf(parameters);
    }

    /** What is answered. */
    sealed interface Answer {

        /** A value. */
        record Value(JsonNode json) implements Answer {}

        /** Lines of text, written as they come. */
        record Lines(Source source) implements Answer {}
    }

    /** Writes lines. */
    interface Source {
        void writeTo(Writer out) throws IOException;
    }

    /** Does what is asked for. */
    interface Action {
        /**
         * Does it.
         *
         * @param request the parameters by name
         * @param body    the body as it came; empty if it was JSON, whose members are among the parameters
         */
        Answer answer(ObjectNode request, String body) throws ControlException, IOException, InterruptedException;
    }

    /** Whether the body is text and no JSON object. */
    boolean takesText() {
        return method.equals("POST")
                && Parameter.at(parameters, Parameter.Place.BODY).stream()
                        .anyMatch(parameter -> parameter.name().isEmpty());
    }

    /** The parameters in a path that is this route's; empty = it is another's. */
    Optional<ObjectNode> match(String actual) {
        String[] wanted = path.split("/", -1);
        String[] found = actual.split("/", -1);
        if (wanted.length != found.length) {
            return Optional.empty();
        }
        ObjectNode values = Json.object();
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].startsWith("{")) {
                values.put(wanted[i].substring(1, wanted[i].length() - 1), found[i]);
            } else if (!wanted[i].equals(found[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    /** Turns texts of path and query into what the parameters are. */
    void convert(ObjectNode request) {
        for (Parameter parameter : new ArrayList<>(parameters)) {
            String text = request.path(parameter.name()).asText("");
            if (request.path(parameter.name()).isTextual()
                    && parameter.type().equals("integer")
                    && text.matches("[0-9]{1,9}")) {
                request.put(parameter.name(), Integer.parseInt(text));
            }
        }
    }
}
