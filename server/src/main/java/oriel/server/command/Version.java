package oriel.server.command;

import java.lang.module.ModuleDescriptor;

/** Which version this is. */
public final class Version {

    private Version() {}

    /**
     * The version as the build has written it into the module.
     *
     * @return a version; {@code development} outside a built module
     */
    public static String text() {
        ModuleDescriptor module = Version.class.getModule().getDescriptor();
        return module == null ? "development" : module.rawVersion().orElse("development");
    }
}
