package oriel.server.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import oriel.server.control.Json;

/** The description of the interface in OpenAPI 3.1, made of the routes themselves. */
final class OpenApi {

    private OpenApi() {}

    static ObjectNode of(List<Route> routes, String version) {
        ObjectNode document = Json.object().put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Oriel")
                .put("version", version)
                .put("description", "Sessions, traces and licences of one Oriel service.");
        document.putArray("servers").addObject().put("url", RestServer.ROOT);
        document.putArray("security").addObject().putArray("token");
        document.putObject("components")
                .putObject("securitySchemes")
                .putObject("token")
                .put("type", "http")
                .put("scheme", "bearer");
        ObjectNode paths = document.putObject("paths");
        for (Route route : routes) {
            ObjectNode operations = paths.withObjectProperty(route.path());
            operations.set(route.method().toLowerCase(Locale.ROOT), operation(route));
        }
        return document;
    }

    private static ObjectNode operation(Route route) {
        ObjectNode operation = Json.object().put("summary", route.summary());
        ArrayNode parameters = operation.putArray("parameters");
        for (Parameter parameter : route.parameters()) {
            if (parameter.place() != Parameter.Place.BODY) {
                parameters
                        .addObject()
                        .put("name", parameter.name())
                        .put("in", parameter.place().name().toLowerCase(Locale.ROOT))
                        .put("required", parameter.required())
                        .put("description", parameter.meaning())
                        .set("schema", Json.object().put("type", parameter.type()));
            }
        }
        body(route, operation);
        ObjectNode responses = operation.putObject("responses");
        responses.putObject("200").put("description", "It was done.");
        responses.putObject("400").put("description", "The request makes no sense; 'error' says why.");
        responses.putObject("401").put("description", "The token is missing or wrong.");
        responses.putObject("404").put("description", "What it names is not there.");
        responses.putObject("409").put("description", "It was tried and failed; 'error' says why.");
        return operation;
    }

    private static void body(Route route, ObjectNode operation) {
        List<Parameter> members = Parameter.at(route.parameters(), Parameter.Place.BODY);
        if (members.isEmpty()) {
            return;
        }
        ObjectNode content =
                operation.putObject("requestBody").put("required", true).putObject("content");
        if (route.takesText()) {
            content.putObject("text/plain").putObject("schema").put("type", "string");
            return;
        }
        ObjectNode schema =
                content.putObject("application/json").putObject("schema").put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = Json.array();
        for (Parameter member : members) {
            properties.putObject(member.name()).put("type", member.type()).put("description", member.meaning());
            if (member.required()) {
                required.add(member.name());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
    }
}
