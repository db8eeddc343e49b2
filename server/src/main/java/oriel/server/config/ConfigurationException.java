package oriel.server.config;

import java.util.List;

/** The configuration cannot be used. The message is the first problem. */
public final class ConfigurationException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String[] problems;

    /**
     * Says what is wrong.
     *
     * @param problems what is wrong, each as one line that names the place; at least one
     */
    ConfigurationException(List<String> problems) {
        super(problems.getFirst());
        this.problems = problems.toArray(String[]::new);
    }

    /**
     * What is wrong.
     *
     * @return each problem as one line that names the place; at least one
     */
    public List<String> problems() {
        return List.of(problems);
    }
}
