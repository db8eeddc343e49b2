package oriel.licensing.packets;

/**
 * Scope — MS-RDPELE, section 2.2.2.1.2.1: where a licence was issued.
 *
 * @param name the name, e.g. {@code microsoft.com}
 */
public record Scope(String name) {
    /** Checks that the name can be written. */
    public Scope {
        Terminated.check(name, "scope");
    }
}
