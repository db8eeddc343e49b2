package oriel.server.rest;

import java.util.List;

/**
 * Something a request can say.
 *
 * @param name     its name
 * @param place    where it stands
 * @param type     what it is in JSON Schema: {@code string}, {@code integer}, {@code boolean}, {@code object}
 * @param required whether it must be there
 * @param meaning  what it means, one clause
 */
record Parameter(String name, Place place, String type, boolean required, String meaning) {

    enum Place {
        PATH,
        QUERY,
        BODY
    }

    static Parameter path(String name, String type, String meaning) {
        return new Parameter(name, Place.PATH, type, true, meaning);
    }

    static Parameter query(String name, String type, String meaning) {
        return new Parameter(name, Place.QUERY, type, false, meaning);
    }

    static Parameter body(String name, String type, String meaning) {
        return new Parameter(name, Place.BODY, type, false, meaning);
    }

    static Parameter required(String name, String type, String meaning) {
        return new Parameter(name, Place.BODY, type, true, meaning);
    }

    static List<Parameter> at(List<Parameter> all, Place place) {
        return all.stream().filter(parameter -> parameter.place == place).toList();
    }
}
